"""An object has a member that the API does not know.

## What happens
The request has a member that does not exist at this place.

## Why the API refuses it
Objects are closed: what is not known is refused, not ignored. Usual ways there: a parameter of another API (`seed`, `n`,
`response_format`), a typing error, internal fields of an application left in a message, a member that belongs one level higher.

## Example
```json
{"metadata": {"session": "a"}}
```

## Use instead
```json
{"metadata": {}}
```

## Fix
Gives the member the name that was plainly meant, or takes it away. Unsafe: only you know whether it should do what it was meant to do.
"""

from why400.contract import spellings
from why400.rules import Edit, Hit, Says, Violation, rule


@rule(
    claims="unknown",
    says=[Says("{path}: Extra inputs are not permitted", since="2024-06", source="measured s5-unknown-key corpus dev-131")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} is not a member that the API knows at this place{hint}",
    mend="take {path} away{or_else}",
)
def field_unknown(v: Violation) -> Hit:
    foreign = spellings.find(v.path, v.name)
    meant = foreign.write if foreign is not None else spellings.respelled(v.name, v.allowed)
    free = (
        meant if meant is not None and meant in v.allowed and meant not in v.siblings and (v.renames is None or v.renames(meant)) else None
    )
    return Hit(
        v,
        path=v.path,
        hint=f"; {foreign.cause}" if foreign is not None else "",
        or_else=f", or write {meant}" if meant is not None else "",
        keep=free,
        label=f"not known here; {meant} is meant?" if meant is not None else "not known here",
    )


@field_unknown.mends(safe=False)
def rename_or_take_away(hit: Hit) -> Edit:
    """Gives the member the name that was plainly meant, or removes it."""
    v = hit.place
    assert isinstance(v, Violation)
    return Edit.rename(v, hit.keep) if isinstance(hit.keep, str) else Edit.remove(v)

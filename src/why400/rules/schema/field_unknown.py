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
Takes the member away. Unsafe: what it was meant to do does not happen either way, but only you know whether it should.
"""

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
    cause="{path} is not a member that the API knows at this place",
    mend="take {path} away",
)
def field_unknown(v: Violation) -> Hit:
    return Hit(v, path=v.path, label="not known here")


@field_unknown.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

"""A required member is missing.

## What happens
An object of the request lacks a member that the API needs.

## Why the API refuses it
Nothing is assumed in its place. Usual ways there: a name spelt as another API spells it (`parameters` for
`input_schema`), a serializer that leaves out empty values, a block without its `type`.

## Example
```json
{"$delete": ["max_tokens"]}
```

## Use instead
```json
{"max_tokens": 16}
```

## Fix
Only you know the value, unless a member of another spelling holds it: then that one is renamed; or only one value may stand there (the
`name` of a server tool, the `type` of an `input_schema`): then that is added.
"""

from why400.contract import spellings
from why400.rules import Edit, Hit, Pointer, Says, Violation, rule


@rule(
    claims="missing",
    says=[Says("{path}: Field required", since="2024-04", source="measured s5-model-absent corpus dev-111")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} is missing",
    mend="add {path}",
)
def field_missing(v: Violation) -> Hit:
    foreign = spellings.written_for(v.path, v.name, v.siblings)
    if foreign is not None and v.renames is not None and not v.renames(foreign):
        foreign = None
    return Hit(v, path=v.path, keep=foreign, label=f"{v.name} is missing here")


@field_missing.mends(safe=True)
def rename_or_add(hit: Hit) -> Edit | None:
    """Gives the member of another spelling the name it has here, or adds the one value that it may have."""
    v = hit.place
    assert isinstance(v, Violation)
    if isinstance(hit.keep, str):
        return Edit.rename(Pointer((*v.pointer[:-1], hit.keep)), v.name)
    return Edit.add(Pointer(v.pointer[:-1]), v.name, v.allowed[0]) if len(v.allowed) == 1 else None

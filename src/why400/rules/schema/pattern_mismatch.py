"""A string has a form that the API does not take here.

## What happens
An id or name has characters, or a length, that its pattern does not allow.

## Why the API refuses it
Ids and names go into other systems as they are. Usual ways there: tool names with dots, slashes or spaces; ids of another provider.

## Example
```json
{"tools": [{"name": "get weather", "input_schema": {"type": "object"}}]}
```

## Use instead
```json
{"tools": [{"name": "get_weather", "input_schema": {"type": "object"}}]}
```

## Fix
None: a changed name or id has to be changed wherever it is used.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims="pattern",
    says=[
        Says("{path}: String should match pattern '{pattern:rest}'", since="2025-04", source="corpus dev-112 dev-334"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} does not have the form {pattern}",
    mend="send a value of the form {pattern}",
)
def pattern_mismatch(v: Violation) -> Hit | None:
    return None if v.unfilled else Hit(v, path=v.path, pattern=v.pattern, label=f"must match {v.pattern}")

"""An object's `type` names no kind that the API knows at this place.

## What happens
The `type` of a block, tool, source or setting is none of those that may stand here.

## Why the API refuses it
The `type` decides how the rest is read. Usual ways there: a block of another API (`image_url`, `function`), a block that is allowed elsewhere only, a
kind that only a beta opens.

## Example
```json
{"tool_choice": {"type": "required"}, "tools": [{"name": "f", "input_schema": {"type": "object"}}]}
```

## Use instead
```json
{"tool_choice": {"type": "any"}, "tools": [{"name": "f", "input_schema": {"type": "object"}}]}
```

## Fix
None: what is meant is yours to say; the nearest kind is named.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims="tag",
    says=[
        Says(
            "{path}: Input tag '{tag}' found using '{by:word}' does not match any of the expected tags: {allowed:rest}",
            since="2024-03",
            source="measured cm-tool-choice-bogus corpus dev-095",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="'{tag}' is no kind that may stand at {path}",
    mend="use one of {allowed}",
)
def unknown_tag(v: Violation) -> Hit | None:
    if v.unfilled:
        return None
    allowed = ", ".join(f"'{one}'" for one in v.allowed)
    return Hit(v, path=v.path, tag=v.value, by=v.by, allowed=allowed, label="no kind that may stand here")

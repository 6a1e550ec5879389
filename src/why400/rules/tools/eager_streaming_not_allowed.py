"""eager_input_streaming stands on a tool that is not your own.

## What happens
A tool with a dated type, or a toolset, has `eager_input_streaming`.

## Why the API refuses it
Only inputs of tools with a schema of yours are streamed as they are written. Usual way there: the flag set on all entries of `tools`
alike.

## Example
```json
{"tools": [{"type": "bash_20250124", "name": "bash", "eager_input_streaming": true}]}
```

## Use instead
```json
{"tools": [{"type": "bash_20250124", "name": "bash"}]}
```

## Fix
Takes the flag away.
"""

from why400.rules import Edit, Hit, Violation, rule


@rule(
    claims=("unknown at=/tools/*/eager_input_streaming",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages tool-eager-where rules-beyond eager-streaming-user-tools-only",
    cause="this entry takes no eager_input_streaming",
    mend="leave eager_input_streaming off tools that are not your own",
)
def eager_streaming_not_allowed(v: Violation) -> Hit:
    return Hit(v, words_as="field-unknown", label="not on this entry")


@eager_streaming_not_allowed.mends(safe=True)
def drop(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

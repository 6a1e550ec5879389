"""The format of the answer is given twice.

## What happens
`output_format` and `output_config.format` both stand in the request.

## Why the API refuses it
They are the old and the new place of one setting. Usual way there: half a migration, a library that adds the one it knows.

## Example
```json model=claude-opus-4-5 betas=structured-outputs-2025-11-13
{"output_format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}},
 "output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}}}
```

## Use instead
```json model=claude-opus-4-5
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}}}
```

## Fix
Takes `output_format` away. Unsafe: the two may differ.
"""

from why400.contract.views.blocks import OutputConfig
from why400.rules import Also, Conversation, Edit, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="output_format",
    order=58,
    source="rules-messages format-legacy-field",
    cause="output_format and output_config.format are the same setting",
    mend="keep output_config.format",
)
def output_format_given_twice(talk: Conversation) -> Hit | None:
    config = talk.request.output_config
    if talk.request.output_format is None or not isinstance(config, OutputConfig) or config.format is None:
        return None
    return Hit((talk.request, "output_format"), label="given again", also=(Also((config, "format"), "the new place"),))


@output_format_given_twice.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the old member."""
    return Edit.remove(hit.place)

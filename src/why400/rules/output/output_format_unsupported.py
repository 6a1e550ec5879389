"""An output format is sent to a model without structured outputs.

## What happens
`output_config.format` is set; the model cannot be held to a schema.

## Why the API refuses it
Structured outputs came with the 4.5 models. Usual way there: one request for several models, among them an old one.

## Example
```json model=claude-opus-4-1-20250805 as_of=2026-06
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}}}}
```

## Use instead
```json model=claude-opus-4-5 as_of=2026-06
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}}}}
```

## Fix
None: use a newer model, or ask for the form in the prompt and check it.
"""

from why400.contract.views.blocks import OutputConfig
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    order=48,
    needs="output_config",
    source="rules-messages format-models",
    cause="this model has no structured outputs",
    mend="use a model from 4.5 on",
)
def output_format_unsupported(talk: Conversation) -> Hits:
    model, config = talk.context.model, talk.request.output_config
    if model is not None and model.structured_outputs is False and isinstance(config, OutputConfig) and config.format is not None:
        yield Hit((config, "format"), words_as="field-unknown", label="not known to this model")

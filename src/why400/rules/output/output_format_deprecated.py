"""The legacy member output_format is sent without the beta that keeps it.

## What happens
The request has a top-level `output_format`, and not the beta `structured-outputs-2025-11-13`.

## Why the API refuses it
The format has moved into `output_config.format`; the old place lives on behind its beta header only, and on Foundry not at all. Usual way
there: code from the beta whose header was dropped at general availability.

## Example
```json
{"output_format": {"type": "json_schema", "schema": {
  "type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}}}}
```

## Fix
None: move the value to `output_config.format`, beside what may stand there.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims=("beta at=/output_format",),
    says=[
        Says(
            "output_format: This field is deprecated. Use 'output_config.format' instead.",
            since="2026-08",
            source="measured fo-output-format-opus-5 fo-output-format-sonnet-5 corpus dev-559 public 56731135271",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages format-legacy-field",
    cause="output_format needs its beta; the format now stands in output_config.format",
    mend="move the value to output_config.format",
)
def output_format_deprecated(v: Violation) -> Hit:
    context = v.context
    # with the beta header unseen it may well have been sent; Foundry takes the field with no header at all
    unsaid = context is not None and context.betas is None and context.platform != "foundry"
    return Hit(v, path="output_format", severity="warning" if unsaid else None, label="has moved to output_config.format")

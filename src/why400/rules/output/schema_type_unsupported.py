"""A compiled schema uses oneOf or not.

## What happens
A node of a strict tool or an output format is a `oneOf` or a `not`.

## Why the API refuses it
"Exactly one of" and "not" cannot be written as a grammar; `anyOf` can. Usual way there: discriminated unions of a schema library.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}}}}}
```

## Fix
Writes `anyOf` for `oneOf`. Unsafe: branches that overlap are no longer told apart.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: Schema type '{name:word}' is not supported",
            since="2026-05",
            source="measured rp-output-format-oneof corpus dev-558",
            when="one-of",
        ),
        Says("{path}: Schema keyword '{name:word}' is not supported", since="2026-05", source="public 70228626766 66256221862", when="not"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    source="rules-messages schema-needs-type",
    cause="{name} cannot be compiled",
    mend="use anyOf instead of oneOf; leave not out",
)
def schema_type_unsupported(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "one-of", "not"):
        place = one.at(fault)
        yield Hit(place, path=one.path, when=fault.kind, name=fault.path[-1], severity=certainty(fault), label="not compiled")


@schema_type_unsupported.mends(safe=False)
def any_of(hit: Hit) -> Edit | None:
    """Writes anyOf instead of oneOf."""
    return Edit.rename(hit.place, "anyOf") if hit.when == "one-of" else None

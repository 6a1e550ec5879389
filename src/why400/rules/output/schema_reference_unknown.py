"""A $ref points at nothing, or outside the schema.

## What happens
A reference in a strict tool or an output format names a definition that is not there, or another document.

## Why the API refuses it
A schema is compiled alone. Usual ways there: definitions lost when a schema was cut out of a larger one, references left for a bundler.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"$ref": "#/$defs/Point"}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "$defs": {"Point": {"type": "string"}},
  "properties": {"a": {"$ref": "#/$defs/Point"}}}}}}
```

## Fix
None: the definition is yours to give.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: Invalid schema: Reference to non-existent definition: {name:word}",
            since="2026-08",
            source="rules-messages schema-ref-internal",
            when="dangling-reference",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    cause="a reference of this schema cannot be followed",
    mend="put the definition into $defs of the same schema",
)
def schema_reference_unknown(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "dangling-reference", "external-reference", "all-of-reference"):
        yield Hit(
            one.at(fault),
            path=one.path,
            when=fault.kind,
            name=fault.detail.get("reference"),
            severity=certainty(fault),
            label="points at nothing in this schema" if fault.kind != "all-of-reference" else "a reference inside allOf",
        )

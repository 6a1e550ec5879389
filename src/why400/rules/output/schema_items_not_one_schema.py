"""An array in a compiled schema has no single schema for its items.

## What happens
`items` of an array in a strict tool or an output format is a list, or absent.

## Why the API refuses it
All items follow one grammar. Usual ways there: tuples of a model class, a schema of an older draft.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "array", "items": [{"type": "string"}, {"type": "integer"}]}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}}}}}}
```

## Fix
None: how the items go together is yours to say.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: Invalid schema: Array types must be specified with a single object schema for 'items'",
            since="2026-05",
            source="public 70228626766 66256221862 70802648200",
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
    source="rules-messages schema-no-array",
    cause="the items of an array have no single schema",
    mend="give the array one schema for its items",
)
def schema_items_not_one_schema(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "items-list"):
        yield Hit(one.at(fault), path=one.path, severity=certainty(fault), label="not one schema")

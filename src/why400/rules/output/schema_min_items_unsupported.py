"""minItems above 1 in a compiled schema.

## What happens
An array in a strict tool or an output format asks for two entries or more.

## Why the API refuses it
The grammar knows "none" and "at least one", no more. Usual way there: a schema generated from a class with a least length.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "array", "items": {"type": "string"}, "minItems": 2}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "array", "items": {"type": "string"}, "minItems": 1}}}}}}
```

## Fix
Sets `minItems` to 1. Unsafe: check the length yourself.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: {values})",
            since="2026-07-26",
            source="measured sc-min-items corpus dev-663 dev-769",
        ),
        Says(
            "{path}: For 'array' type, 'minItems' values other than 0 or 1 are not supported",
            since="2026-08",
            source="corpus dev-547",
            when="answer",
        ),
        Says("For 'array' type, 'minItems' values other than 0 or 1 are not supported", source="corpus dev-418", when="answer"),
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
    cause="minItems may be 0 or 1, not {values} || minItems may be 0 or 1",
    mend="use minItems 1, and ask for more in the description",
)
def schema_min_items_unsupported(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "min-items"):
        yield Hit(one.at(fault), path=one.path, values=fault.detail["values"], severity=certainty(fault), label="neither 0 nor 1")


@schema_min_items_unsupported.mends(safe=False)
def at_least_one(hit: Hit) -> Edit:
    """Sets the most that can be asked for."""
    return Edit.replace(hit.place, 1)

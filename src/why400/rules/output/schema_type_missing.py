"""A node of a compiled schema says no type.

## What happens
A property of a strict tool or an output format has neither `type` nor `anyOf`, `enum`, `const` or `$ref`. A node without anything but a
title is answered in other words: it would accept any value.

## Why the API refuses it
"Anything" cannot be compiled. Usual ways there: `Any` in a model class, a property that has only a description.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"pattern": "^x"}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "string", "pattern": "^x"}}}}}}
```

## Fix
None: what the value may be is yours to say.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says("{path}: Invalid schema: Schema type is missing", since="2026-05", source="corpus dev-552", when="type-missing"),
        Says(
            "{path}: Invalid schema: Schema type is missing for schema: {schema:rest}",
            since="2026-08",
            source="public 57983723375 61052707631 62453742871",
            when="type-missing",
        ),
        Says(
            "{path}: Empty schema ({{}}) that accepts any JSON value is not supported. Please specify a concrete type.",
            since="2026-05",
            source="public 58226652136 69208872254 70228626766",
            when="empty-schema",
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
    source="rules-messages schema-needs-type",
    cause="a node of this schema has no type",
    mend="give every node a type",
)
def schema_type_missing(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "type-missing", "empty-schema"):
        schema = fault.detail.get("schema")
        yield Hit(one.at(fault), path=one.path, when=fault.kind, schema=schema, severity=certainty(fault), label="no type")

"""The compiled schemas have more parameters with several types than are allowed.

## What happens
Strict tools and the output format together have more than 16 properties with `anyOf` or a list of types.

## Why the API refuses it
The cost of compiling grows with every choice. Usual way there: every optional property made nullable.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "additionalProperties": false, "properties": {
  "p0": {"type": ["string", "null"]}, "p1": {"type": ["string", "null"]}, "p2": {"type": ["string", "null"]},
  "p3": {"type": ["string", "null"]}, "p4": {"type": ["string", "null"]}, "p5": {"type": ["string", "null"]},
  "p6": {"type": ["string", "null"]}, "p7": {"type": ["string", "null"]}, "p8": {"type": ["string", "null"]},
  "p9": {"type": ["string", "null"]}, "p10": {"type": ["string", "null"]}, "p11": {"type": ["string", "null"]},
  "p12": {"type": ["string", "null"]}, "p13": {"type": ["string", "null"]}, "p14": {"type": ["string", "null"]},
  "p15": {"type": ["string", "null"]}, "p16": {"type": ["string", "null"]}}, "required": [
  "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15", "p16"]}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "additionalProperties": false, "properties": {
  "p0": {"type": "string"}, "p1": {"type": "string"}, "p2": {"type": "string"}, "p3": {"type": "string"},
  "p4": {"type": "string"}, "p5": {"type": "string"}, "p6": {"type": "string"}, "p7": {"type": "string"},
  "p8": {"type": "string"}, "p9": {"type": "string"}, "p10": {"type": "string"}, "p11": {"type": "string"},
  "p12": {"type": "string"}, "p13": {"type": "string"}, "p14": {"type": "string"}, "p15": {"type": "string"},
  "p16": {"type": "string"}}, "required": [
  "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15", "p16"]}}}}
```

## Fix
None: give properties one type, or set `strict` on fewer tools.
"""

from why400.contract.limits import find
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import compiled_schemas, counts


@rule(
    says=[
        Says(
            "Schemas contains too many parameters with union types ({count:n} parameters with type arrays or anyOf). "
            "This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters "
            "(limit: {limit:n} parameters with unions).",
            since="2026-08",
            source="rules-messages schema-limit-unions",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=66,
    needs="tools.strict output_config.format output_format",
    cause="the compiled schemas have {count} parameters with several types, {limit} are allowed",
    mend="give parameters one type, or set strict on fewer tools",
)
def union_parameters_too_many(talk: Conversation) -> Hits:
    limit = find("union_parameters")
    first = next(compiled_schemas(talk), None)
    if first is None or limit is None:
        return
    count = talk.once(counts).unions
    if limit.broken_by(count):
        yield Hit(first.place, path=first.path, count=count, limit=limit.value, label="the first of the schemas that count")

"""The compiled schemas have more optional parameters than are allowed.

## What happens
Strict tools and the output format together have more than 24 properties that are not listed in `required`.

## Why the API refuses it
Each optional property doubles what the grammar has to allow. Usual way there: `strict` on all tools of a large set.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "additionalProperties": false, "properties": {
  "p0": {"type": "string"}, "p1": {"type": "string"}, "p2": {"type": "string"}, "p3": {"type": "string"},
  "p4": {"type": "string"}, "p5": {"type": "string"}, "p6": {"type": "string"}, "p7": {"type": "string"},
  "p8": {"type": "string"}, "p9": {"type": "string"}, "p10": {"type": "string"}, "p11": {"type": "string"},
  "p12": {"type": "string"}, "p13": {"type": "string"}, "p14": {"type": "string"}, "p15": {"type": "string"},
  "p16": {"type": "string"}, "p17": {"type": "string"}, "p18": {"type": "string"}, "p19": {"type": "string"},
  "p20": {"type": "string"}, "p21": {"type": "string"}, "p22": {"type": "string"}, "p23": {"type": "string"},
  "p24": {"type": "string"}}, "required": []}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "additionalProperties": false, "properties": {
  "p0": {"type": "string"}, "p1": {"type": "string"}, "p2": {"type": "string"}, "p3": {"type": "string"},
  "p4": {"type": "string"}, "p5": {"type": "string"}, "p6": {"type": "string"}, "p7": {"type": "string"},
  "p8": {"type": "string"}, "p9": {"type": "string"}, "p10": {"type": "string"}, "p11": {"type": "string"},
  "p12": {"type": "string"}, "p13": {"type": "string"}, "p14": {"type": "string"}, "p15": {"type": "string"},
  "p16": {"type": "string"}, "p17": {"type": "string"}, "p18": {"type": "string"}, "p19": {"type": "string"},
  "p20": {"type": "string"}, "p21": {"type": "string"}, "p22": {"type": "string"}, "p23": {"type": "string"},
  "p24": {"type": "string"}}, "required": [
  "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p18",
  "p19", "p20", "p21", "p22", "p23", "p24"]}}}}
```

## Fix
None: make properties required (with an empty value for "none"), or set `strict` on fewer tools.
"""

from why400.contract.limits import find
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import compiled_schemas, counts


@rule(
    says=[
        Says(
            "Schemas contains too many optional parameters ({count:n}), which would make grammar compilation "
            "inefficient. Reduce the number of optional parameters in your tool schemas (limit: {limit:n}).",
            since="2026-04",
            source="corpus dev-245 dev-590 rules-messages schema-limit-optional",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=65,
    needs="tools.strict output_config.format output_format",
    cause="the compiled schemas have {count} optional parameters, {limit} are allowed",
    mend="make parameters required, or set strict on fewer tools",
)
def optional_parameters_too_many(talk: Conversation) -> Hits:
    limit = find("optional_parameters")
    first = next(compiled_schemas(talk), None)
    if first is None or limit is None:
        return
    count = talk.once(counts).optional
    if limit.broken_by(count):
        yield Hit(first.place, path=first.path, count=count, limit=limit.value, label="the first of the schemas that count")

"""A string format that the API does not know.

## What happens
`format` in a strict tool or an output format is none of date-time, time, date, duration, email, hostname, uri, ipv4, ipv6, uuid.

## Why the API refuses it
Each format is a grammar of its own, and there are only these. Usual way there: formats that a schema library makes up (`uri-reference`,
`binary`, `regex`).

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "string", "format": "regex"}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "string", "format": "date"}}}}}}
```

## Fix
Takes `format` away. Unsafe: check it yourself.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says("{path}: Invalid schema: Unsupported format '{name}'.", since="2026-05", source="corpus dev-553"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    source="rules-messages schema-string-formats",
    cause="there is no format {name}",
    mend="leave format out, or use one that is known",
)
def schema_format_unsupported(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "format"):
        yield Hit(one.at(fault), path=one.path, name=fault.detail["format"], severity=certainty(fault), label="not a known format")


@schema_format_unsupported.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes format."""
    return Edit.remove(hit.place)

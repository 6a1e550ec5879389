"""A compiled schema refers to itself.

## What happens
Definitions of a strict tool or an output format go in a circle; or those of a tool that code may call do.

## Why the API refuses it
What is compiled has to end. Usual ways there: trees and nested comments as model classes, a generic JSON type.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "$defs": {"Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}, "additionalProperties": false}},
  "properties": {"a": {"$ref": "#/$defs/Node"}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "$defs": {"Node": {"type": "object", "properties": {"next": {"type": "string"}}, "additionalProperties": false}},
  "properties": {"a": {"$ref": "#/$defs/Node"}}}}}}
```

## Fix
None: write out as many levels as you need.
"""

from why400.contract.views.blocks import CustomTool
from why400.json_schema.references import circles
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "Circular reference detected in schema definitions: {cycle:rest}. Self-referencing or "
            "mutually-referencing definitions are not supported.",
            since="2026-07",
            source="corpus dev-017 rules-messages schema-no-recursion",
            when="compiled",
        ),
        Says(
            "Circular $ref detected",
            since="2026-08",
            source="rules-messages ptc-recursive-schema rules-beyond ptc-circular-ref",
            when="called by code",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=61,
    needs="tools.strict output_config.format output_format",
    cause="the definitions of this schema go in a circle",
    mend="write the nested levels out",
)
def schema_recursive(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "circular-reference"):
        cycle = fault.detail["cycle"]
        assert isinstance(cycle, list)
        yield Hit(
            one.at(fault), path=one.path, when="compiled", cycle=" -> ".join(cycle), severity=certainty(fault), label="comes back to itself"
        )
    for tool in talk.tools:
        if not isinstance(tool, CustomTool) or tool.strict or not isinstance(tool.input_schema, dict):
            continue
        if any(caller != "direct" for caller in tool.allowed_callers or ()):
            for fault in circles(tool.input_schema):
                yield Hit((tool, "input_schema", *fault.path), when="called by code", label="comes back to itself")

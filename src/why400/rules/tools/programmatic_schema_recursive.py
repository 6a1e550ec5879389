"""A tool that code may call has a schema that refers to itself.

## What happens
The `input_schema` of a tool with a code execution caller goes in a circle by `$ref`.

## Why the API refuses it
The tool becomes a function inside the running code, and its arguments are written out from the schema. Usual way there: a tree or a
filter of filters, generated from types.

## Example
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "allowed_callers": ["code_execution_20260120"], "input_schema": {"type": "object",
    "properties": {"tree": {"$ref": "#/$defs/node"}},
    "$defs": {"node": {"type": "object", "properties": {"left": {"$ref": "#/$defs/node"}}}}}}]}
```

## Use instead
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "allowed_callers": ["code_execution_20260120"], "input_schema": {"type": "object",
    "properties": {"tree": {"$ref": "#/$defs/node"}}, "$defs": {"node": {"type": "object"}}}}]}
```

## Fix
None: write the levels out, or allow the model alone to call the tool.
"""

from why400.contract.views.blocks import CustomTool
from why400.json_schema import circles
from why400.rules import Conversation, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "Circular $ref detected{more:rest}", when="answer", source="rules-messages ptc-recursive-schema rules-beyond ptc-circular-ref"
        ),
        Says("Circular $ref detected …", since="2026-08", source="rules-messages ptc-recursive-schema rules-beyond ptc-circular-ref"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=57,
    needs="tools.allowed_callers",
    cause="the schema of {name} goes in a circle, and code may call it || a tool's schema goes in a circle, and code may call it",
    mend='break the circle, or allow "direct" only',
)
def programmatic_schema_recursive(talk: Conversation) -> Hits:
    for tool in talk.tools:
        if not isinstance(tool, CustomTool) or not isinstance(tool.input_schema, dict) or not tool.allowed_callers:
            continue
        if any(one.startswith("code_execution_") for one in tool.allowed_callers):
            for fault in circles(tool.input_schema):
                yield Hit((tool, "input_schema", *fault.path), name=tool.name, label="refers to itself")

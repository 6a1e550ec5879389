"""Converse refuses a tool's schema.

## What happens
The Converse API checks `toolConfig` itself and finds the JSON schema of a tool wrong.

## Why the API refuses it
`inputSchema.json` must be a JSON Schema whose top level is of type object. Usual ways there: the schema of a single value, a schema
without type, `type` in capitals (OpenAPI of another vendor).

## Example
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Hello"}]}],
 "toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {"type": "string"}}}}]}}
```

## Use instead
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Hello"}]}],
 "toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {
   "type": "object", "properties": {"text": {"type": "string"}}}}}}]}}
```

## Fix
None: make the top level `{"type": "object", "properties": {…}}` and repair what the message lists.
"""

from why400.rules import Call, Hit, Hits, Pointer, Says, rule
from why400.rules.platforms.converse import tool_schemas

_OTHERS = ("array", "boolean", "integer", "null", "number", "string")


@rule(
    says=[
        Says(
            "The json schema definition at toolConfig.tools.{n:n}.toolSpec.inputSchema is invalid. Fix the following "
            "errors and try again: {rest:rest}",
            since="2026-04",
            source="corpus dev-265",
            on="bedrock",
            when="answer",
        ),
        Says(
            "The value at toolConfig.tools.{n:n}.toolSpec.inputSchema.json.type must be one of the following: object.",
            source="corpus dev-631",
            on="bedrock",
            when="type",
        ),
        Says("The value at toolConfig.tools.{n:n}.{where} must be {rest:rest}", source="corpus dev-631", on="bedrock", when="answer"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    origin="platform",
    cause="the schema of toolConfig.tools.{n} is not one of type object",
    mend="make its top level type object, and repair what the message lists",
)
def bedrock_converse_tool_schema_invalid(call: Call) -> Hits:
    for n, schema, keys in tool_schemas(call):
        if schema.get("type") in _OTHERS:
            yield Hit(Pointer((*keys, "type")), n=n, when="type", label="has to be object")

"""Converse refuses a tool's schema.

## What happens
The Converse API checks `toolConfig` itself and finds the JSON schema of a tool wrong.

## Why the API refuses it
`inputSchema.json` must be a JSON Schema whose top level is of type object. Usual ways there: a schema without type,
`type: null`, `type` in capitals (OpenAPI of another vendor).

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: The value at
toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object.
```

## Fix
Make the top level `{"type": "object", "properties": {…}}` and repair what the message lists.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The json schema definition at toolConfig.tools.{n:n}.toolSpec.inputSchema is invalid. Fix the following "
            "errors and try again: {rest:rest}",
            since="2026-04",
            source="corpus dev-265",
            on="bedrock",
        ),
        Says(
            "The value at toolConfig.tools.{n:n}.toolSpec.inputSchema.json.type must be one of the following: object.",
            source="corpus dev-631",
            on="bedrock",
        ),
        Says("The value at toolConfig.tools.{n:n}.{where} must be {rest:rest}", source="corpus dev-631", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the schema of toolConfig.tools.{n} is not one of type object",
    mend="make its top level type object, and repair what the message lists",
)
def bedrock_converse_tool_schema_invalid() -> None: ...

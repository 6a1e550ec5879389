"""A tool of a type that Bedrock does not count is in a CountTokens request.

## What happens
The Messages body inside `input.invokeModel.body` has a server tool, such as `web_search_20250305`.

## Why the API refuses it
Bedrock runs no server tools, and its check of the body does not know their types. Usual way there: the same list of tools for the Claude
API and for Bedrock.

## Example
```http
POST /model/anthropic.claude-sonnet-4-20250514-v1%3A0/count-tokens HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"input": {"invokeModel": {
  "body": "eyJtZXNzYWdlcyI6W3sicm9sZSI6InVzZXIiLCJjb250ZW50IjoiSGkifV0sInRvb2xzIjpbeyJ0eXBlIjoid2ViX3NlYXJjaF8yMDI1MDMwNSJ9XX0="}}}
```

## Use instead
```http
POST /model/anthropic.claude-sonnet-4-20250514-v1%3A0/count-tokens HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"input": {"invokeModel": {
  "body": "eyJtZXNzYWdlcyI6W3sicm9sZSI6InVzZXIiLCJjb250ZW50IjoiSGkifV19"}}}
```

## Fix
None: leave the tool out of what is counted, and out of what is sent to Bedrock.
"""

import base64
from collections.abc import Mapping

import orjson

from why400.contract import platforms
from why400.rules import Call, Hit, Hits, Pointer, Says, rule
from why400.rules.platforms.converse import addressed

_AT = ("input", "invokeModel", "body")
_TAKEN = ("bash_20250124", "custom", "text_editor_20250124", "text_editor_20250429", "text_editor_20250728")


@rule(
    says=[
        Says(
            "{path}: Input tag '{tag}' found using 'type' does not match any of the expected tags: 'bash_20250124', 'custom', "
            "'text_editor_20250124', 'text_editor_20250429', 'text_editor_20250728'",
            source="cassette pydantic-ai",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    origin="platform",
    source="rules-beyond bedrock-unsupported",
    cause="Bedrock does not know tools of type {tag}",
    mend="leave the tool out of the body that is counted",
)
def bedrock_count_tokens_tool_type(call: Call) -> Hits:
    served = platforms.find("bedrock")
    if served is None or addressed(call)[1] != "count-tokens":
        return
    body = _inner(call)
    tools = body.get("tools")
    for index, tool in enumerate(tools if isinstance(tools, list) else ()):
        tag = tool.get("type") if isinstance(tool, dict) else None
        if isinstance(tag, str) and tag not in _TAKEN:
            sure = served.refuses_tool(tag) and not body.get("anthropic_beta")  # a beta may open more types
            yield Hit(
                Pointer(_AT),
                path=f"tools.{index}",
                tag=tag,
                severity=None if sure else "warning",
                label=f"tools.{index} inside has the type {tag}",
            )


def _inner(call: Call) -> Mapping[str, object]:
    value: object = call.json_body
    for key in _AT:
        value = value.get(key) if isinstance(value, dict) else None
    try:
        found = orjson.loads(base64.b64decode(value)) if isinstance(value, str) else None
    except ValueError:  # no base64, or no JSON in it
        return {}
    return found if isinstance(found, dict) else {}

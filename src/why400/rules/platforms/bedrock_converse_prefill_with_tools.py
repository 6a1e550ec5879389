"""A Converse request with tools ends with a reply begun for the assistant.

## What happens
The last message is the assistant's text, and the body has a `toolConfig`.

## Why the API refuses it
A model that takes a prefill does not take one where it has just been given the results of its tools. Two such requests were refused; with a
plain turn of the user in between, one was accepted, so there this only warns. Usual way there: an agent that puts its last instruction into
a message of the assistant.

## Example
```http
POST /model/anthropic.claude-3-haiku-20240307-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {"type": "object"}}}}]}, "messages": [
  {"role": "user", "content": [{"text": "Hello"}]},
  {"role": "assistant", "content": [{"toolUse": {"toolUseId": "tooluse_1", "name": "f", "input": {}}}]},
  {"role": "user", "content": [{"toolResult": {"toolUseId": "tooluse_1", "content": [{"text": "42"}]}}]},
  {"role": "assistant", "content": [{"text": "It is"}]}]}
```

## Use instead
```http
POST /model/anthropic.claude-3-haiku-20240307-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {"type": "object"}}}}]}, "messages": [
  {"role": "user", "content": [{"text": "Hello"}]},
  {"role": "assistant", "content": [{"toolUse": {"toolUseId": "tooluse_1", "name": "f", "input": {}}}]},
  {"role": "user", "content": [{"toolResult": {"toolUseId": "tooluse_1", "content": [{"text": "42"}]}}]}]}
```

## Fix
None: end with a message of the user.
"""

from why400.contract import models
from why400.rules import Call, Hit, Pointer, Says, rule
from why400.rules.platforms.converse import addressed, converse_body


@rule(
    says=[
        Says(
            "The model returned the following errors: Your API request included an `assistant` message in the final position, which would "
            "pre-fill the `assistant` response. When using tools, pre-filling the `assistant` response is not supported.",
            since="2026-01-22",
            source="public crewAIInc/crewAI:TestBedrockNativeToolCalling corpus dev-623",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    origin="platform",
    cause="the conversation ends with a message of the assistant, and there are tools",
    mend="end with a user message, or leave the tools out",
)
def bedrock_converse_prefill_with_tools(call: Call) -> Hit | None:
    body = converse_body(call)
    messages = body.get("messages")
    model = models.find(addressed(call)[0], "bedrock")
    if not body.get("toolConfig") or not isinstance(messages, list) or not messages or model is None or model.prefill is not True:
        return None
    last = len(messages) - 1
    if _role(messages[last]) != "assistant" or _kinds(messages[last]) != {"text"}:
        return None
    turn = last - 1
    asked: set[str] = set()
    while turn >= 0 and _role(messages[turn]) == "user":
        asked |= _kinds(messages[turn])
        turn -= 1
    return Hit(Pointer(("messages", last)), severity=None if "toolResult" in asked else "warning", label="begun for the assistant")


def _role(message: object) -> object:
    return message.get("role") if isinstance(message, dict) else None


def _kinds(message: object) -> set[str]:
    content = message.get("content") if isinstance(message, dict) else None
    return {kind for block in (content if isinstance(content, list) else ()) if isinstance(block, dict) for kind in block}

"""A tool result stands in a message of the assistant.

## What happens
An assistant message holds a `tool_result` block.

## Why the API refuses it
Your side runs the tools, so results come from the user. Usual ways there: a result appended to the reply that called, a wrong role in a
stored history.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "assistant", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Gives the message the role `user` where it holds results only.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says(
            "{path}: `tool_result` blocks can only be in `user` messages",
            since="2026-08",
            source="measured h45-tool-result-on-assistant corpus dev-503 dev-747",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="assistant:tool_result",
    order=42,
    cause="the message at {path} is the assistant's and holds a tool result",
    mend="put the result into a user message behind the call",
)
def tool_result_in_assistant_turn(talk: Conversation) -> Hits:
    for turn in talk.turns("assistant"):
        for message in turn.messages:
            results = (
                [block for block in message.content if isinstance(block, ToolResultBlock)] if isinstance(message.content, list) else []
            )
            if results:
                yield Hit(results[0], path=message_path(message), keep=message, label="only in a user message")


@tool_result_in_assistant_turn.mends(safe=True)
def turn_round(hit: Hit) -> Edit | None:
    """Makes the message the user's where it holds results only."""
    message = hit.keep
    pure = all(isinstance(block, ToolResultBlock) for block in message.content)
    return Edit.replace((message, "role"), "user") if pure else None

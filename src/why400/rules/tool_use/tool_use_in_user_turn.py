"""A tool call stands in a message of the user.

## What happens
A user message holds a `tool_use` block.

## Why the API refuses it
Calls are what the assistant writes. Usual ways there: roles mixed up in a stored history, call and result stored as one message.

## Example
```json
{"messages": [
  {"role": "user", "content": [{"type": "text", "text": "Weather in Paris?"},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
None: whether the call is the assistant's or no call at all is yours to say.
"""

from why400.contract.views.blocks import ToolUseBlock
from why400.rules import Conversation, Hit, Hits, Says, message_path, rule


@rule(
    says=[Says("{path}: `tool_use` blocks can only be in `assistant` messages", source="corpus dev-504")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="user:tool_use",
    order=42,
    cause="the message at {path} is the user's and holds a tool call",
    mend="put the call into an assistant message",
)
def tool_use_in_user_turn(talk: Conversation) -> Hits:
    for turn in talk.turns("user"):
        for message in turn.messages:
            calls = [block for block in message.content if isinstance(block, ToolUseBlock)] if isinstance(message.content, list) else []
            if calls:
                yield Hit(calls[0], path=message_path(message), label="only in an assistant message")

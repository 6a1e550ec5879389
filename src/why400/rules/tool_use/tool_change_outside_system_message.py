"""The tools are changed outside a system message.

## What happens
A user or assistant message holds a `tool_addition` or `tool_removal`.

## Why the API refuses it
Which tools there are is for the operator to say, in a message of role system. Usual way there: a gateway that folds system messages into
the user's.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}},
    {"type": "text", "text": "hi"}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "hi"},
  {"role": "system", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Fix
None: put the block into a system message behind the user's.
"""

from why400.contract.views.blocks import ToolAdditionBlock, ToolRemovalBlock
from why400.rules import Conversation, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: 'tool_addition'/'tool_removal' blocks are only permitted within role: \"system\" messages",
            since="2026-09-25",
            source="measured rx-tool-addition-in-user rules-messages toolchange-models",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="user:tool_addition user:tool_removal assistant:tool_addition assistant:tool_removal",
    order=20,
    cause="only a system message may change the tools",
    mend="put the block into a system message behind the user turn",
)
def tool_change_outside_system_message(talk: Conversation) -> Hits:
    for message in talk.messages:
        if message.role in ("user", "assistant") and isinstance(message.content, list):
            changes = [block for block in message.content if isinstance(block, ToolAdditionBlock | ToolRemovalBlock)]
            if changes:
                yield Hit(changes[0], path=plain_path(message, "content"), label="only in a system message")

"""A system message for one turn changes the tools.

## What happens
A system message with `clear_at: "next_user_message"` holds a `tool_addition` or `tool_removal`.

## Why the API refuses it
What holds for one turn only may be text and nothing else; tools that come and go would break the cached prefix.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21,mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "input_schema": {"type": "object"}, "defer_loading": true}],
 "messages": [{"role": "user", "content": "Hello"}, {"role": "system", "clear_at": "next_user_message",
  "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21,mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "input_schema": {"type": "object"}, "defer_loading": true}],
 "messages": [{"role": "user", "content": "Hello"}, {"role": "system",
  "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Fix
Takes `clear_at` away. Unsafe: the message then holds on.
"""

from why400.contract.views.blocks import ToolAdditionBlock, ToolRemovalBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says(
            "{path}: a turn-scoped system message supports text blocks only (clear_at: 'next_user_message')",
            since="2026-09",
            source="corpus dev-465",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_addition tool_removal",
    order=16,
    source="rules-messages sysmsg-clear-at",
    cause="the system message at {path} holds for one turn and may hold text only",
    mend="change the tools in a system message without clear_at",
)
def turn_scoped_system_blocks(talk: Conversation) -> Hits:
    for run in talk.turns("system"):
        for message in run.messages:
            if message.clear_at == "next_user_message" and isinstance(message.content, list):
                changes = [block for block in message.content if isinstance(block, ToolAdditionBlock | ToolRemovalBlock)]
                if changes:
                    yield Hit(changes[0], path=message_path(message), keep=message, label="not in a message for one turn")


@turn_scoped_system_blocks.mends(safe=False)
def hold_on(hit: Hit) -> Edit:
    """Lets the message hold on."""
    return Edit.remove((hit.keep, "clear_at"))

"""A system message holds something else than text.

## What happens
The content of a message of role `system` has a block that is neither text nor a change of tools.

## Why the API refuses it
System messages are for instructions: images, documents and results of tools belong into user messages.

## Example
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": [
  {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [
  {"type": "text", "text": "Hello"},
  {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: whether the block belongs into the user message before is yours to say.
"""

from why400.contract.views.blocks import TextBlock, ToolAdditionBlock, ToolRemovalBlock
from why400.rules import Conversation, Hit, Hits, Says, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, is_unsound


@rule(
    says=[
        Says(
            "{path}: role 'system' supports text, tool_addition, and tool_removal blocks only",
            since="2026-08-31",
            source="measured s5-shape-system-image s5-shape-system-image-first o55e-system-image",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=11,
    source="rules-messages sysmsg-content measured order-system-item",
    cause="the system message at {path} holds a block that may not stand there",
    mend="put the block into a user message",
)
def system_message_block_kind(talk: Conversation) -> Hits:
    if talk.context.on < SYSTEM_MESSAGES_SINCE:
        return
    for run in talk.turns("system"):
        for message in run.messages:
            for block in message.content if isinstance(message.content, list) else ():
                if not isinstance(block, TextBlock | ToolAdditionBlock | ToolRemovalBlock) and not is_unsound(block):
                    yield Hit(block, path=message_path(block), label="may not stand in a system message")
                    break

"""A thinking block stands in a user message.

## What happens
A message of role `user` has a `thinking` block.

## Why the API refuses it
Only the model thinks. Usual ways there: roles swapped when a history was rebuilt, an assistant message folded into its neighbour.

## Example
```json
{"messages": [{"role": "user", "content": [
  {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}, {"type": "text", "text": "Hello"}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}]}
```

## Fix
Takes the block away where the message keeps something. Unsafe: the message may rather be the assistant's.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import RedactedThinkingBlock, ThinkingBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says("{path}: thinking blocks may only be in `assistant` messages", since="2026-08", source="corpus dev-493"),
        Says("thinking blocks may only be in `assistant` messages", source="corpus dev-632", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=40,
    needs="user:thinking user:redacted_thinking",
    cause="{path} holds thinking, and only assistant messages may || a message that is not of the assistant holds thinking",
    mend="give the message the role assistant, or leave the thinking out",
)
def thinking_block_in_user_turn(talk: Conversation) -> Hits:
    for message in talk.messages:
        if message.role != "user" or type(message.content) is not list:
            continue
        thinking = [block for block in message.content if isinstance(block, ThinkingBlock | RedactedThinkingBlock)]
        if thinking:
            severity = None if any(isinstance(block, ThinkingBlock) for block in thinking) else "warning"
            keep = thinking if len(thinking) < len(message.content) else []
            yield Hit(thinking[0], path=plain_path(message, "content"), keep=keep, severity=severity, label="in a user message")


@thinking_block_in_user_turn.mends(safe=False)
def drop(hit: Hit) -> Iterator[Edit]:
    """Removes the thinking blocks."""
    for block in hit.keep:
        yield Edit.remove(block)

"""An assistant message has thinking, and begins with something else.

## What happens
A `thinking` block stands behind text or a tool call in an assistant message.

## Why the API refuses it
On models up to 4.6 the model thinks first, and the block has to come back where it was. Newer models think between other blocks and take
that order. Usual ways there: text and thinking gathered in separate lists, then joined the wrong way round.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "text", "text": "Hi."}, {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"},
    {"type": "text", "text": "Well?"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}, {"type": "text", "text": "Hi."},
    {"type": "text", "text": "Well?"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Fix
None: only you know in which order the blocks were returned.
"""

from why400.contract.views.blocks import RedactedThinkingBlock, ThinkingBlock
from why400.rules import Conversation, Hit, Hits, Says, plain_path, rule

_THINKING = (ThinkingBlock, RedactedThinkingBlock)


@rule(
    says=[
        Says(
            "{path}: If an assistant message contains any thinking blocks, the first block must be `thinking` or "
            "`redacted_thinking`. Found `{name:word}`.",
            since="2026-01",
            source="corpus dev-090 dev-091 dev-092",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    severity="warning",
    order=61,
    needs="thinking redacted_thinking",
    cause="the message has thinking, and begins with {name}",
    mend="send the blocks back in the order in which they were returned",
)
def thinking_block_not_first(talk: Conversation) -> Hits:
    model = talk.context.model
    # seen in January 2026; with interleaved thinking, and on models since, other orders are taken
    if model is None or not model.takes_thinking("enabled") or talk.context.has_beta("interleaved-thinking-2025-05-14"):
        return
    for message in talk.messages:
        content = message.content
        if message.role != "assistant" or type(content) is not list or len(content) < 2 or isinstance(content[0], _THINKING):
            continue
        if any(isinstance(block, _THINKING) for block in content):
            first = content[0]
            yield Hit(first, path=plain_path(first), name=str(first.__struct_config__.tag), label="in front of the thinking")

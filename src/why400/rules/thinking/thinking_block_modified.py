"""The thinking of the last assistant turn is not as it was returned.

## What happens
Blocks of the latest assistant message were edited, dropped or put in another order. In a request only this much shows: two thinking
blocks with nothing between them, which is what joining two replies makes.

## Why the API refuses it
The model's thinking is signed as a whole. Usual ways there: two replies merged into one message with all thinking in front, blocks sorted
by kind, text of a thinking block trimmed.

## Example
```json
{"thinking": {"type": "adaptive"}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"},
    {"type": "thinking", "thinking": "Another.", "signature": "YW5vdGhlcg=="},
    {"type": "text", "text": "Hi."}, {"type": "text", "text": "Well?"}]},
  {"role": "user", "content": "Go on"}]}
```

## Use instead
```json
{"thinking": {"type": "adaptive"}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}, {"type": "text", "text": "Hi."},
    {"type": "thinking", "thinking": "Another.", "signature": "YW5vdGhlcg=="}, {"type": "text", "text": "Well?"}]},
  {"role": "user", "content": "Go on"}]}
```

## Fix
None: send the turn back block by block as it was returned.
"""

from itertools import pairwise

from why400.contract.views.blocks import FallbackBlock, ThinkingBlock
from why400.rules import Also, Conversation, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. "
            "These blocks must remain as they were in the original response.",
            since="2026-08",
            source="measured or-thinking-hoisted-sonnet-5 or-thinking-hoisted-opus-5-5 rules-messages thinking-blocks-unmodified",
        ),
        Says(
            "{path}: When providing `thinking` or `redacted_thinking` blocks, the blocks must match the parameters "
            "during the original request.",
            since="2025-06",
            source="corpus dev-126 dev-127",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="container",
    severity="warning",
    order=60,
    needs="thinking",
    cause="this thinking is not where the model had put it, as far as its neighbours tell",
    mend="send the last assistant turn back unchanged, block by block",
)
def thinking_block_modified(talk: Conversation) -> Hits:
    content = talk.latest("assistant")
    kinds = [type(block) for block in content]
    if kinds.count(ThinkingBlock) < 2 or FallbackBlock in kinds:
        return
    for before, block in pairwise(content):
        if isinstance(before, ThinkingBlock) and isinstance(block, ThinkingBlock):
            yield Hit(block, path=plain_path(block), label="two thinking blocks in a row", also=(Also(before, "the first of them"),))
            return

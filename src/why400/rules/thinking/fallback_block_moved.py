"""A fallback block no longer stands between the runs of thinking that it parted.

## What happens
An assistant turn holds a `fallback` block and, elsewhere, two thinking blocks in a row.

## Why the API refuses it
The block marks where one model took over from another; on its two sides thinking is signed by different models. Usual ways there: blocks
sorted by kind, markers gathered at the end.

## Example
```json model=claude-opus-5-5 betas=server-side-fallback-2026-06-01
{"thinking": {"type": "adaptive"}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "fallback", "from": {"model": "claude-fable-5"}, "to": {"model": "claude-opus-5-5"}},
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"},
    {"type": "thinking", "thinking": "Another.", "signature": "YW5vdGhlcg=="},
    {"type": "text", "text": "Hi."}]},
  {"role": "user", "content": "Go on"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=server-side-fallback-2026-06-01
{"thinking": {"type": "adaptive"}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"},
    {"type": "fallback", "from": {"model": "claude-fable-5"}, "to": {"model": "claude-opus-5-5"}},
    {"type": "thinking", "thinking": "Another.", "signature": "YW5vdGhlcg=="},
    {"type": "text", "text": "Hi."}]},
  {"role": "user", "content": "Go on"}]}
```

## Fix
None: only you know where the block stood.
"""

from itertools import pairwise

from why400.contract.views.blocks import FallbackBlock, ThinkingBlock
from why400.rules import Also, Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="inferred",
    side="request",
    retry="never",
    phase="container",
    severity="warning",
    order=61,
    needs="fallback",
    source="rules-messages thinking-fallback-block-position rules-beyond fallback-block-position",
    cause="the fallback block does not part the two runs of thinking",
    mend="put the fallback block back where it was returned",
)
def fallback_block_moved(talk: Conversation) -> Hits:
    for turn in talk.turns("assistant"):
        marks = turn.blocks(FallbackBlock)
        if not marks:
            continue
        for before, block in pairwise(turn.content):
            if isinstance(before, ThinkingBlock) and isinstance(block, ThinkingBlock):
                yield Hit(marks[0], label="not between the thinking blocks", also=(Also(block, "two thinking blocks in a row"),))
                break

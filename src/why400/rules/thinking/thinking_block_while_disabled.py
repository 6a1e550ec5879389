"""The request ends with an assistant message that holds thinking, while thinking is off.

## What happens
The last message is the assistant's and has a `thinking` block; `thinking` is absent or disabled.

## Why the API refuses it
A turn that is to be continued has to be continued in the same mode. Usual ways there: a token count made without the request's
`thinking`, a retry with thinking switched off.

## Example
```json model=claude-haiku-4-5
{"messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}, {"type": "text", "text": "Hi"}]}]}
```

## Use instead
```json model=claude-haiku-4-5
{"messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "text", "text": "Hi"}]}]}
```

## Fix
Takes the thinking blocks of that turn away. Unsafe: the model goes on without them.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import ThinkingBlock, ThinkingConfigDisabled
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: When thinking is disabled, an `assistant` message in the final position cannot contain "
            "`thinking`. To use thinking blocks, enable `thinking` in your request.",
            since="2025-07",
            source="corpus dev-128 dev-129 dev-130",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=64,
    needs="last:assistant",
    cause="the last turn holds thinking, and thinking is off",
    mend="turn thinking on in this request, or leave the thinking blocks out",
)
def thinking_block_while_disabled(talk: Conversation) -> Hits:
    model, thinking = talk.context.model, talk.request.thinking
    if model is None or not model.takes_thinking("enabled") or not (thinking is None or isinstance(thinking, ThinkingConfigDisabled)):
        return  # newer models think by default, or take no unfinished turn at all
    blocks = talk.all_turns[-1].blocks(ThinkingBlock)
    if blocks and len(blocks) < len(talk.all_turns[-1].content):
        yield Hit(blocks[0], path=plain_path(blocks[0]), keep=blocks, label="thinking, while thinking is off")


@thinking_block_while_disabled.mends(safe=False)
def drop(hit: Hit) -> Iterator[Edit]:
    """Removes the turn's thinking blocks."""
    for block in hit.keep:
        yield Edit.remove(block)

"""A thinking block without thinking.

## What happens
The `thinking` of a thinking block is empty, and so is its signature; or it is empty on a model that never leaves it out.

## Why the API refuses it
The block has to come back as it was returned. Newer models may return it with a signature alone, and that is accepted. Usual ways there:
a stream put together without its thinking deltas, a client that blanks what it does not show.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "thinking", "thinking": "", "signature": ""}, {"type": "text", "text": "Hi"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "text", "text": "Hi"}]},
  {"role": "user", "content": "How are you?"}]}
```

## Fix
Takes the block away. Unsafe: better send back what was returned.
"""

from why400.contract.views.blocks import ThinkingBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("{path}: each thinking block must contain thinking", since="2025-03", source="corpus dev-484"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=41,
    needs="thinking",
    cause="the thinking of this block is empty",
    mend="send the block back as it was returned, or leave it out",
)
def thinking_block_empty(talk: Conversation) -> Hits:
    if "" not in talk.column(ThinkingBlock, "thinking"):
        return
    model = talk.context.model
    never_left_out = model is not None and model.sampling == "any"  # models before 4.5, as when the sentence was seen
    empty = {id(block) for block in talk.blocks(ThinkingBlock) if block.thinking == "" and (never_left_out or block.signature == "")}
    for turn in talk.turns("assistant") if empty else ():
        for block in turn.blocks(ThinkingBlock):
            if id(block) in empty:
                severity = None if never_left_out else "warning"
                alone = len(turn.content) < 2
                yield Hit((block, "thinking"), keep=None if alone else block, severity=severity, label="empty")


@thinking_block_empty.mends(safe=False)
def drop(hit: Hit) -> Edit | None:
    """Removes the block, unless the turn were empty then."""
    return None if hit.keep is None else Edit.remove(hit.keep)

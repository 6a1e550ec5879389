"""An assistant message ends with a thinking block.

## What happens
Nothing stands behind the thinking in an assistant turn.

## Why the API refuses it
Thinking leads to something: text or a tool call. Usual ways there: an answer that was cut off while it thought (`max_tokens`, an
interrupted stream), a filter that dropped the text behind it.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [{"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}]},
  {"role": "user", "content": "Go on"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [
  {"role": "user", "content": "Hello"},
  {"role": "assistant", "content": [
    {"type": "thinking", "thinking": "A greeting.", "signature": "c2lnbmF0dXJl"}, {"type": "text", "text": "Hi."}]},
  {"role": "user", "content": "Go on"}]}
```

## Fix
Takes the thinking away where something stands in front of it. Unsafe: it is lost.
"""

from why400.contract.views.blocks import ThinkingBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says("{path}: The final block in an assistant message cannot be `thinking`.", since="2025-12", source="corpus dev-135"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=63,
    needs="ends:thinking",
    cause="the assistant turn ends in thinking",
    mend="send back the whole turn, or leave the unfinished one out",
)
def thinking_block_last(talk: Conversation) -> Hits:
    model = talk.context.model
    for turn in talk.turns("assistant"):
        last = turn.last
        if isinstance(last, ThinkingBlock):
            old = model is not None and model.takes_thinking("enabled")  # of newer models no answer has been seen
            yield Hit(
                last,
                path=message_path(last),
                severity=None if old else "warning",
                label="nothing behind it",
                keep=len(turn.messages[-1].content) > 1 and not isinstance(turn.content[-2], ThinkingBlock),
            )


@thinking_block_last.mends(safe=False)
def drop(hit: Hit) -> Edit | None:
    """Removes the thinking block, unless the message were empty then."""
    return Edit.remove(hit.place) if hit.keep else None

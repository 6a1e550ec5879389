"""An empty text block is marked for the cache.

## What happens
A text block without text has `cache_control`.

## Why the API refuses it
A mark ends a stretch of the prompt, and an empty block adds nothing to it. Usual ways there: code that marks the last block whatever it
is, a system prompt with an optional part that stayed empty.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}, {"type": "text", "text": "",
  "cache_control": {"type": "ephemeral"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello", "cache_control": {"type": "ephemeral"}}]}]}
```

## Fix
Takes the mark away, and puts it on the block in front where that is a text without one. The empty block itself is refused in many places
too.
"""

from collections.abc import Iterator, Sequence

from why400.contract.views.blocks import TextBlock
from why400.rules import ApiPath, Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says("{path}: cache_control cannot be set for empty text blocks", source="corpus dev-383"),
        Says("cache_control cannot be set for empty text blocks", source="corpus dev-383 rules-messages cache-empty-text", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="cached",
    order=24,
    cause="a text block without text cannot be marked for the cache",
    mend="mark the block in front of it instead",
)
def cache_control_on_empty_text(talk: Conversation) -> Hits:
    system = talk.request.system if isinstance(talk.request.system, list) else []
    for block in talk.marked:
        if isinstance(block, TextBlock) and block.text == "":
            in_system = any(one is block for one in system)
            path = plain_path(block) if in_system else ApiPath(block, (), "tagged", ".text")
            yield Hit((block, "cache_control"), path=path, keep=(block, _before(talk, block)), label="on an empty text")


def _before(talk: Conversation, block: TextBlock) -> TextBlock | None:
    """The unmarked text right in front of the block, in the same message or in the system prompt."""
    lists: list[Sequence[object]] = [message.content for message in talk.messages if isinstance(message.content, list)]
    if isinstance(talk.request.system, list):
        lists.append(talk.request.system)
    for content in lists:
        at = next((index for index, one in enumerate(content) if one is block), 0)
        one = content[at - 1] if at else None
        if isinstance(one, TextBlock) and one.text and one.cache_control is None:
            return one
    return None


@cache_control_on_empty_text.mends(safe=True)
def move(hit: Hit) -> Iterator[Edit]:
    """Puts the mark on the text in front, or takes it away."""
    block, before = hit.keep
    if before is not None:
        ttl = block.cache_control.ttl
        yield Edit.add(before, "cache_control", {"type": "ephemeral", **({"ttl": ttl} if ttl is not None else {})})
    yield Edit.remove((block, "cache_control"))

"""A system message has a text of white space only.

## What happens
A message of role `system` holds a text block, or a plain text, without anything but white space.

## Why the API refuses it
Each text of a system message must say something. Usual ways there: a template whose only variable was empty.

## Example
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "  "}]}
```

```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system",
  "content": [{"type": "text", "text": "x"}, {"type": "text", "text": ""}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief."}]}
```

## Fix
Takes the blank text away, and the message with it where nothing is left.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import Message, TextBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE


@rule(
    says=[
        Says(
            "{path}: system text blocks must contain non-whitespace text",
            since="2026-08-31",
            source="measured s5-shape-system-whitespace s5-shape-system-one-empty-block-of-two",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=15,
    source="measured order-system-item",
    cause="a text of the system message at {path} holds nothing but white space",
    mend="take the blank text away",
)
def system_message_blank(talk: Conversation) -> Hits:
    if talk.context.on < SYSTEM_MESSAGES_SINCE:
        return
    for run in talk.turns("system"):
        for message in run.messages:
            blank = _blank(message)
            if blank:
                yield Hit(blank[0], path=message_path(message), keep=(message, blank, len(talk.messages)), label="blank")


def _blank(message: Message) -> list[object]:
    content = message.content
    if isinstance(content, str):
        return [(message, "content")] if content.isspace() else []
    texts = [block for block in content or [] if isinstance(block, TextBlock) and isinstance(block.text, str)]
    if len(content or []) == 1 and texts and not texts[0].text:
        return []  # a lone empty block is told apart: it has the sentence for any empty text (measured o55e-system-empty-text-block)
    return [block for block in texts if not block.text or block.text.isspace()]


@system_message_blank.mends(safe=True)
def take_away(hit: Hit) -> Iterator[Edit]:
    """Removes the blank texts, or the message where they are all it has."""
    message, blank, count = hit.keep
    if isinstance(message.content, list) and len(blank) < len(message.content):
        for block in blank:
            yield Edit.remove(block)
    elif count > 1:
        yield Edit.remove(message)

"""A text block is empty.

## What happens
A block of type `text` has the text `""`.

## Why the API refuses it
An empty text block is refused in the last user turn, in replies of the assistant, in `system` and where it is all that a system message
has. Usual ways there: a reply that only called tools, stored with an empty text in front; an optional part of a prompt. A plain empty
string as `content` of an assistant message is accepted.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": ""}]}]}
```

```json
{"system": [{"type": "text", "text": ""}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}]}
```

## Fix
Takes the block away where the message or prompt has others.
"""

from collections.abc import Iterator
from itertools import chain

from why400.contract.views.blocks import Message, TextBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "{path}: text content blocks must be non-empty",
            since="2026-08-31",
            source="measured cm-empty-text-block-last-user o55e-system-empty-text-block corpus dev-605",
        ),
        Says(
            "text content blocks must be non-empty",
            when="answer",
            source="measured em-assistant-empty-text-mid-opus-5 em-assistant-empty-text-mid-sonnet-4-6",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=35,
    needs="text system",
    source="rules-messages text-nonempty",
    cause="a text block holds no text",
    mend="take the block away, or put text into it",
)
def text_block_empty(talk: Conversation) -> Hits:
    system = talk.request.system
    for told in system if isinstance(system, list) else ():
        if told.text == "":
            yield Hit(told, path="system", keep=(told, len(system or "")), label="empty")
    if "" not in talk.texts:
        return
    for message in _refusing(talk):
        content = message.content if isinstance(message.content, list) else []
        if message.role == "system" and len(content) != 1:
            continue  # several blocks of a system message have a rule of their own
        for block in content:
            if isinstance(block, TextBlock) and block.text == "":
                yield Hit(block, path="messages", keep=(block, len(content)), label="empty")


def _refusing(talk: Conversation) -> Iterator[Message]:
    """The messages that refuse an empty text: a user turn before the last one does not (measured cm-empty-text-block-mid-user)."""
    turns = talk.all_turns
    last_user = next((turn for turn in reversed(turns) if turn.role == "user"), None)
    answered = last_user is not None and any(turn.role == "assistant" for turn in turns[last_user.index :])
    return chain.from_iterable(
        turn.messages for turn in turns if turn.role in ("assistant", "system") or (turn is last_user and not answered)
    )


@text_block_empty.mends(safe=True)
def take_away(hit: Hit) -> Edit | None:
    """Removes the block where others are left."""
    block, count = hit.keep
    return Edit.remove(block) if count > 1 else None

r"""A text holds nothing but white space.

## What happens
A user turn, or a block of the system prompt, consists of spaces and line ends only.

## Why the API refuses it
There is nothing to read. Usual ways there: an empty line sent from a terminal, a template whose variable was empty. Beside other blocks a
blank text has been accepted, so there it is not reported in replies of the assistant, and only a warning in the user's.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": " \n"}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}]}
```

## Fix
Takes the block away where the message or prompt has others.
"""

from why400.contract.views.blocks import TextBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, Turn, rule
from why400.rules.messages import blank_texts


@rule(
    says=[
        Says(
            "{path}: text content blocks must contain non-whitespace text",
            since="2024-08",
            source="corpus dev-140 dev-141 dev-142",
        ),
        Says("text content blocks must contain non-whitespace text", since="2026-08", when="answer", source="corpus dev-261"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=35,
    source="rules-messages text-nonempty measured xl-whitespace-prefill",
    cause="a text holds nothing but white space",
    mend="put text into it, or take it away",
)
def text_block_blank(talk: Conversation) -> Hits:
    system = talk.request.system
    for block in system if isinstance(system, list) else ():
        if block.text and block.text.isspace():
            unsure = None if block.cache_control is not None else "warning"  # seen with a cache marker only (corpus dev-261)
            yield Hit(block, path="system", keep=(block, len(system or "")), severity=unsure, label="blank")
    if not any(map(str.isspace, talk.texts)):
        return
    turns = [turn for turn in talk.all_turns if turn.role != "system"]
    for turn in turns:
        last = turn is turns[-1]
        if _all_blank(turn):
            message = next(message for message in turn.messages if message.content)
            place = (message, "content") if isinstance(message.content, str) else message.content[0]
            yield Hit(place, path="messages", severity=None if last else "warning", label="blank")
        elif turn.role == "user":
            for message in turn.messages:
                for block in blank_texts(message):
                    yield Hit(block, path="messages", keep=(block, len(message.content)), severity="warning", label="blank")


def _all_blank(turn: Turn) -> bool:
    """Whether the turn has some text, and all it has is white space."""
    some = False
    for part in turn.content:
        text = part if isinstance(part, str) else part.text if isinstance(part, TextBlock) else None
        if text is None or (text and not text.isspace()):
            return False
        some = some or bool(text)
    return some


@text_block_blank.mends(safe=True)
def take_away(hit: Hit) -> Edit | None:
    """Removes the block where others are left."""
    if hit.keep is None:
        return None
    block, count = hit.keep
    return Edit.remove(block) if count > 1 else None

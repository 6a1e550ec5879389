"""A user turn has no content at all.

## What happens
Every message of a run of user messages has empty content: `""` or `[]`.

## Why the API refuses it
There is nothing to answer. An empty message beside a full one of the same role is accepted, and so is an empty assistant turn. Usual ways there: an
empty prompt from a form, content that a filter has removed.

## Example
```json
{"messages": [{"role": "user", "content": ""}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: what to say is yours.
"""

from why400.rules import Conversation, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says(
            "{path}: user messages must have non-empty content",
            since="2026-08-31",
            source="measured s5-item-content-empty-array s5-shape-empty-user-run-2",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=30,
    cause="the user turn that begins at {path} has no content",
    mend="give the message content, or leave it out",
)
def message_empty(talk: Conversation) -> Hits:
    for turn in talk.turns("user"):
        if all(message.content in ("", []) for message in turn.messages):
            message = turn.messages[0]
            yield Hit((message, "content"), path=message_path(message), label="empty")

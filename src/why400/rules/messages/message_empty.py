"""A user turn has no content at all.

## What happens
Every message of a run of user messages has empty content: `""` or `[]`.

## Why the API refuses it
There is nothing to answer. An empty message beside a full one of the same role is accepted, and today so is an empty assistant turn;
until 2025 any empty message but a last one of the assistant was refused. Usual ways there: an empty prompt from a form, content that a
filter has removed, a refusal or an interrupted reply stored as an empty message.

## Example
```json
{"messages": [{"role": "user", "content": ""}]}
```

```json model=claude-3-7-sonnet-20250219 as_of=2025-05
{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}, {"role": "user", "content": "b"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: what to say is yours.
"""

from datetime import date

from why400.rules import Conversation, Hit, Hits, Says, message_path, rule

_LAST_SEEN_FOR_ASSISTANT = date(2025, 7, 1)
_ACCEPTED_FOR_ASSISTANT = date(2026, 8, 31)


@rule(
    says=[
        Says(
            "messages: all messages must have non-empty content except for the optional final assistant message",
            since="2024-03",
            source="corpus dev-079",
        ),
        Says(
            "{path}: all messages must have non-empty content except for the optional final assistant message",
            since="2024-07",
            source="corpus dev-466 dev-467 dev-083 dev-084 dev-085 dev-086 dev-468",
        ),
        Says(
            "{path}: user messages must have non-empty content",
            since="2026-08",
            source="measured s5-item-content-empty-array s5-shape-empty-user-run-2 corpus dev-509",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="empty",
    order=30,
    source="rules-messages messages-nonempty measured merged-turns",
    cause="the {role} turn that begins at {path} has no content || a message has no content",
    mend="give the message content, or leave it out",
)
def message_empty(talk: Conversation) -> Hits:
    day = talk.context.on
    if all(message.content for message in talk.messages):
        return
    for turn in talk.all_turns:
        if turn.role not in ("user", "assistant") or any(message.content not in ("", []) for message in turn.messages):
            continue
        if turn.role == "assistant" and (not turn.next or day >= _ACCEPTED_FOR_ASSISTANT):
            continue
        message = turn.messages[0]
        sure = turn.role == "user" or day < _LAST_SEEN_FOR_ASSISTANT
        yield Hit((message, "content"), path=message_path(message), role=turn.role, severity=None if sure else "warning", label="empty")

"""Two messages of one role follow each other (refused in early 2024 only).

## What happens
Two neighbouring messages have the same role.

## Why the API refuses it
Until spring 2024 user and assistant had to take turns; since then neighbours of one role are read as one. Usual ways there: results sent
one a message.

## Example
```json model=claude-3-opus-20240229 as_of=2024-03
{"messages": [{"role": "user", "content": "Hello"}, {"role": "user", "content": "Are you there?"}]}
```

## Use instead
```json model=claude-3-opus-20240229 as_of=2024-03
{"messages": [{"role": "user", "content": "Hello. Are you there?"}]}
```

## Fix
None is needed today. Where an old gateway still answers so, join the two.
"""

from datetime import date

from why400.rules import Conversation, Hit, Hits, Says, rule

_LAST_SEEN = date(2024, 4, 1)


@rule(
    says=[
        Says(
            'messages: roles must alternate between "user" and "assistant", but found multiple "{role}" roles in a row',
            since="2024-03",
            source="corpus dev-139",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="before:2024-04-01",
    order=6,
    source="rules-messages messages-consecutive-ok measured or-two-assistant-turns",
    cause="two messages of the role {role} follow each other",
    mend="join them into one",
)
def roles_not_alternating(talk: Conversation) -> Hits:
    if talk.context.on >= _LAST_SEEN:
        return
    for turn in talk.all_turns:
        if len(turn.messages) > 1 and turn.role in ("user", "assistant"):
            yield Hit(turn.messages[1], path="messages", role=turn.role, label="same role as the message before")

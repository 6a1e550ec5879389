"""The conversation begins with the assistant (refused in 2024 only).

## What happens
The first message has the role `assistant`.

## Why the API refuses it
Until spring 2024 a conversation had to begin with the user; today it may begin with either. Usual ways there: old messages cut off, a
greeting shown first.

## Example
```json model=claude-3-opus-20240229 as_of=2024-03
{"messages": [{"role": "assistant", "content": "Welcome."}, {"role": "user", "content": "Hello"}]}
```

## Use instead
```json model=claude-3-opus-20240229 as_of=2024-03
{"messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None is needed today. Where an old gateway still answers so, put a user message in front.
"""

from datetime import date

from why400.rules import Conversation, Hit, Says, rule

_LAST_SEEN = date(2024, 5, 1)


@rule(
    says=[Says('messages: first message must use the "user" role', since="2024-03", source="corpus dev-081 dev-082")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="before:2024-05-01",
    order=5,
    source="measured xl-assistant-first",
    cause="the first message is not of the user",
    mend="put a user message in front",
)
def first_message_not_user(talk: Conversation) -> Hit | None:
    if talk.context.on >= _LAST_SEEN or not talk.messages or talk.messages[0].role != "assistant":
        return None
    return Hit(talk.messages[0], path="messages", label="not of the user")

"""A message that is no system message has `clear_at`.

## What happens
A user or assistant message carries `clear_at`.

## Why the API refuses it
`clear_at` says how long a system message holds; other messages stay as long as they are sent.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21
{"messages": [{"role": "user", "content": "Hello", "clear_at": "next_user_message"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "clear_at": "next_user_message"}]}
```

## Fix
Takes the member away. Unsafe: the message may have been meant as a system message.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[Says("{path}: clear_at is only permitted on role 'system' messages", since="2026-09", source="corpus dev-469")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="message.clear_at",
    order=20,
    source="rules-messages sysmsg-clear-at",
    cause="only a system message may have clear_at",
    mend="take clear_at away, or make the message a system message",
)
def clear_at_outside_system_message(talk: Conversation) -> Hits:
    for message in talk.messages:
        if message.clear_at is not None and message.role in ("user", "assistant"):
            yield Hit((message, "clear_at"), path=plain_path(message, "clear_at"), label="only on system messages")


@clear_at_outside_system_message.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

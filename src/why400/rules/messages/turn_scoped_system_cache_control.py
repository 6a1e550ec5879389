"""A system message for one turn is marked for the cache.

## What happens
A block of a system message with `clear_at: "next_user_message"` has `cache_control`.

## Why the API refuses it
The message is gone with the next turn, so a prefix that ends in it could never be read again.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "clear_at": "next_user_message",
  "content": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "clear_at": "next_user_message"}]}
```

## Fix
Takes the marker away.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: cache_control is not permitted on a turn-scoped system message (clear_at: 'next_user_message')",
            since="2026-09",
            source="corpus dev-474",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=18,
    source="rules-messages sysmsg-clear-at",
    cause="{path} belongs to a system message for one turn and may not be marked for the cache",
    mend="take cache_control away there",
)
def turn_scoped_system_cache_control(talk: Conversation) -> Hits:
    for run in talk.turns("system"):
        for message in run.messages:
            if message.clear_at == "next_user_message" and isinstance(message.content, list):
                for block in message.content:
                    if getattr(block, "cache_control", None) is not None:
                        yield Hit((block, "cache_control"), path=plain_path(block), label="not in a message for one turn")


@turn_scoped_system_cache_control.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the marker."""
    return Edit.remove(hit.place)

"""A system message has no content.

## What happens
A message of role `system` has `content` `[]` or `""` and no setting of its own.

## Why the API refuses it
There is nothing in it. Only a system message with an `output_config` of its own (and the beta for it) may do without content; a top-level
`output_config` does not count.

## Example
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": []}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief."}]}
```

## Fix
Takes the message away. Unsafe: a setting may have been meant that stands elsewhere.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, is_directive


@rule(
    says=[
        Says(
            "{path}: system content must contain at least one block",
            since="2026-08",
            source="measured s5-shape-system-empty-last s5-shape-system-first-empty o55e-system-empty-string corpus dev-502 dev-746",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=10,
    source="rules-messages sysmsg-empty measured order-system-item directive-needs-message-config",
    cause="the system message at {path} has neither content nor an output_config of its own",
    mend="give it content, or leave it out",
)
def system_message_empty(talk: Conversation) -> Hits:
    if talk.context.on < SYSTEM_MESSAGES_SINCE:
        return
    for run in talk.turns("system"):
        for message in run.messages:
            if message.content in ("", []) and not is_directive(message):
                yield Hit((message, "content"), path=message_path(message), keep=(message, len(talk.messages)), label="empty")


@system_message_empty.mends(safe=False)
def take_away(hit: Hit) -> Edit | None:
    """Removes the message."""
    message, count = hit.keep
    return Edit.remove(message) if count > 1 else None

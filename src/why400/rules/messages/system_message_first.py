"""The conversation begins with a system message.

## What happens
The first message has the role `system` and some content.

## Why the API refuses it
Instructions that hold from the beginning belong into the top-level `system`; messages of role system are for what comes up later. Usual
way there: the form of other APIs, where the system prompt is the first message. A system message with `content: []` and an
`output_config` of its own may stand first.

## Example
```json
{"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}]}
```

## Use instead
```json
{"system": "Be brief.", "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Moves the leading system messages into the top-level `system`, behind what stands there.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Says, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, into_system, is_directive


@rule(
    says=[
        Says(
            "{path}: use the top-level 'system' parameter for the initial system prompt; the directive-only form (content: [] with "
            "output_config) is accepted at any position",
            since="2026-08",
            source="measured s5-shape-system-first-whitespace o55e-system-run-first corpus dev-138 dev-508",
        ),
        Says(
            "{path}: use the top-level 'system' parameter for the initial system prompt",
            since="2026-08",
            when="answer",
            source="measured h45-system-first",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=12,
    source="rules-messages sysmsg-not-first rules-beyond mid-system-not-first measured system-first-any-model order-system-item",
    cause="the first message has the role system",
    mend="put its text into the top-level system",
)
def system_message_first(talk: Conversation) -> Hit | None:
    run = talk.all_turns[0] if talk.all_turns else None
    if run is None or run.role != "system" or talk.context.on < SYSTEM_MESSAGES_SINCE:
        return None
    first = run.messages[0]
    if is_directive(first) or first.content in ("", []):
        return None
    notes = [message for message in run.messages if not is_directive(message) and message.content]
    return Hit(first, path=message_path(first), keep=(talk, notes), label="belongs into the top-level system")


@system_message_first.mends(safe=True)
def move(hit: Hit) -> Iterator[Edit]:
    """Moves the texts into the system prompt."""
    yield from into_system(*hit.keep)

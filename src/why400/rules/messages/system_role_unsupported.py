"""A message has the role system, which this model does not take.

## What happens
`messages` holds a message of role `system`, and the model is one that knows only `user` and `assistant`.

## Why the API refuses it
Messages of role system came with Opus 4.8; before, no model took them, and older models never will. Usual ways there: the form of another
API, where the system prompt is the first message; a model changed under an application that relies on them.

## Example
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief."}]}
```

```json model=claude-3-7-sonnet-20250219 as_of=2025-03
{"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"system": "Be brief.", "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Moves the text into the top-level `system`. Unsafe: there it holds from the beginning, not from its place on.
"""

from collections.abc import Iterator
from datetime import date

from why400.rules import Conversation, Edit, Hit, Says, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, into_system

_LAST_SEEN_EVERYWHERE = date(2025, 8, 1)


@rule(
    says=[
        Says(
            'messages: Unexpected role "system". The Messages API accepts a top-level `system` parameter, not "system" as an input '
            "message role.",
            since="2024-03",
            source="corpus dev-143 dev-144 dev-145 dev-146",
        ),
        Says("role 'system' is not supported on this model", since="2026-05", source="corpus dev-243 measured lb-system-old-model"),
        Says("{path}: role 'system' is not supported on this model", since="2026-05", when="answer", source="rules-messages sysmsg-models"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="role:system",
    source="rules-messages sysmsg-models",
    cause="this model takes no messages of role system",
    mend="put the instructions into the top-level system",
)
def system_role_unsupported(talk: Conversation) -> Hit | None:
    model, day = talk.context.model, talk.context.on
    if model is None:
        refused = day < _LAST_SEEN_EVERYWHERE
    else:
        refused = model.system_messages is False or (model.system_messages is None and day < SYSTEM_MESSAGES_SINCE)
    runs = talk.turns("system")
    if day >= SYSTEM_MESSAGES_SINCE:
        runs = [run for run in runs if run.index > 0]  # at the front it is another rule's: the API looks at the place first
    if not refused or not runs:
        return None
    return Hit(runs[0].messages[0], keep=(talk, [message for run in runs for message in run.messages]), label="not on this model")


@system_role_unsupported.mends(safe=False)
def move(hit: Hit) -> Iterator[Edit]:
    """Moves the texts into the system prompt."""
    yield from into_system(*hit.keep)

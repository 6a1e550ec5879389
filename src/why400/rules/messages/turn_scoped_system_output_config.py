"""A system message for one turn sets the effort.

## What happens
A system message with `clear_at: "next_user_message"` has an `output_config`.

## Why the API refuses it
An effort set in the conversation holds from there on; it cannot be taken back with the message.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21,per-turn-control-2026-07-01
{"messages": [{"role": "user", "content": "Hello"},
  {"role": "system", "content": "Be brief.", "clear_at": "next_user_message", "output_config": {"effort": "low"}}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-system-clear-at-2026-08-21,per-turn-control-2026-07-01
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "clear_at": "next_user_message"}]}
```

## Fix
None: whether the effort or the end of the message matters more is yours to say.
"""

from why400.rules import Conversation, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says(
            "{path}: output_config is not permitted on a turn-scoped system message (clear_at: 'next_user_message')",
            since="2026-09",
            source="corpus dev-496",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=17,
    source="rules-messages sysmsg-clear-at",
    cause="the system message at {path} holds for one turn and may not have an output_config",
    mend="leave out output_config or clear_at",
)
def turn_scoped_system_output_config(talk: Conversation) -> Hits:
    for run in talk.turns("system"):
        for message in run.messages:
            if message.clear_at == "next_user_message" and message.output_config is not None:
                yield Hit((message, "output_config"), path=message_path(message), label="not on a message for one turn")

"""A message that is no system message has `output_config`.

## What happens
A user or assistant message carries an `output_config`.

## Why the API refuses it
The effort is set for the whole request at the top level, or from some turn on by a system message.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-output-config-2026-07-01
{"messages": [{"role": "user", "content": "Hello", "output_config": {"effort": "low"}}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-output-config-2026-07-01
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": [], "output_config": {"effort": "low"}}]}
```

## Fix
Takes the member away. Unsafe: the effort that was asked for goes with it.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: output_config is only permitted on role 'system' messages",
            since="2026-09-25",
            source="corpus dev-497 measured o55a-output-config-on-user",
        ),
        Says("output_config is only permitted on role 'system' messages", when="answer", source="measured o55a-output-config-on-user"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="message.output_config",
    order=20,
    source="rules-messages sysmsg-output-config-fields",
    cause="only a system message may have an output_config of its own",
    mend="set it at the top level, or on a system message behind this one",
)
def output_config_outside_system_message(talk: Conversation) -> Hits:
    for message in talk.messages:
        if message.output_config is not None and message.role in ("user", "assistant"):
            yield Hit((message, "output_config"), path=plain_path(message, "output_config"), label="only on system messages")


@output_config_outside_system_message.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

"""A message sets an effort, on a model where effort cannot change within the conversation.

## What happens
A system message carries `output_config.effort`; the model has no effort by turn.

## Why the API refuses it
Only some models (Opus 5.5, Sonnet 5.5) take a new effort in the middle. Usual way there: a history written for one of those, sent to
another model.

## Example
```json betas=per-turn-control-2026-07-01
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "output_config": {"effort": "low"}}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}], "output_config": {"effort": "low"}}
```

## Fix
Takes the message's `output_config` away where it has content. Unsafe: the effort stays as it is for the whole request.
"""

from why400.contract.views.blocks import SystemMessageOutputConfig
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "output_config.effort requires a model that supports per-turn effort; this model does not",
            since="2026-09",
            source="measured rx-message-effort-sonnet-5 es-message-effort corpus dev-768",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=30,
    needs="role:system",
    cause="this model takes no effort on a message",
    mend="set output_config.effort at the top level only",
)
def message_effort_unsupported(talk: Conversation) -> Hits:
    model = talk.context.model
    if model is None or model.message_effort is not False:
        return
    for message in talk.messages:
        config = message.output_config
        if message.role == "system" and isinstance(config, SystemMessageOutputConfig) and config.effort is not None:
            yield Hit((message, "output_config", "effort"), keep=message if message.content else None, label="not by turn on this model")


@message_effort_unsupported.mends(safe=False)
def drop(hit: Hit) -> Edit | None:
    """Removes the message's output_config."""
    return None if hit.keep is None else Edit.remove((hit.keep, "output_config"))

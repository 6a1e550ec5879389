"""A message changes the effort while thinking is off.

## What happens
`thinking` is off (`between_tools` on Sonnet 5.5, `disabled` on Haiku 5.5), and a system message sets another effort than the one in
effect before it.

## Why the API refuses it
Without thinking these models keep one effort for the whole conversation. Usual way there: thinking turned off for a request that was
written to change effort as it goes.

## Example
```json model=claude-sonnet-5-5 betas=per-turn-control-2026-07-01
{"thinking": {"type": "between_tools"}, "output_config": {"effort": "high"},
 "messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "output_config": {"effort": "low"}}]}
```

## Use instead
```json model=claude-sonnet-5-5 betas=per-turn-control-2026-07-01
{"thinking": {"type": "between_tools"}, "output_config": {"effort": "low"},
 "messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief.", "output_config": {"effort": "low"}}]}
```

## Fix
Keeps the effort that was in effect. Unsafe: you may rather want the change, and thinking.
"""

from why400.contract.views.blocks import OutputConfig, SystemMessageOutputConfig, ThinkingConfigBetweenTools, ThinkingConfigDisabled
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule

_OFF: dict[str, type] = {"claude-sonnet-5-5": ThinkingConfigBetweenTools, "claude-haiku-5-5": ThinkingConfigDisabled}
"""The models for which this is documented, and how thinking is turned off there."""


@rule(
    says=[
        Says(
            "{path}: output_config.effort '{name:word}' differs from the '{current:word}' in effect before it; effort "
            "cannot change when thinking is disabled on this model. Use effort '{current:word}', or enable thinking.",
            since="2026-10",
            source="rules-messages sysmsg-effort-between-tools",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=31,
    needs="role:system",
    cause="{path} sets effort {name} where {current} is in effect, and thinking is off",
    mend="keep effort {current}, or turn thinking on",
)
def message_effort_change(talk: Conversation) -> Hits:
    model, thinking = talk.context.model, talk.request.thinking
    if model is None or _OFF.get(model.id) is None or not isinstance(thinking, _OFF[model.id]):
        return
    config = talk.request.output_config
    current = (config.effort if isinstance(config, OutputConfig) else None) or model.effort_default
    for message in talk.messages:
        own = message.output_config
        if message.role != "system" or not isinstance(own, SystemMessageOutputConfig) or own.effort is None or current is None:
            continue
        if own.effort != current:
            yield Hit(
                (message, "output_config", "effort"),
                path=message_path(message),
                name=own.effort,
                current=current,
                label="changes the effort",
            )
            return


@message_effort_change.mends(safe=False)
def keep_effort(hit: Hit) -> Edit:
    """Writes the effort that is in effect."""
    return Edit.replace(hit.place, hit.slots["current"])

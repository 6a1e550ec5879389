"""More effort is asked for than goes without thinking.

## What happens
`output_config.effort` is `xhigh` or `max` while `thinking` is `disabled` (or `between_tools`).

## Why the API refuses it
On some models (Opus 5, Sonnet 5.5, Haiku 5.5) the two highest levels are levels of thinking. Usual way there: thinking turned off for
speed, effort left at the top.

## Example
```json model=claude-opus-5
{"thinking": {"type": "disabled"}, "output_config": {"effort": "max"}}
```

## Use instead
```json model=claude-opus-5
{"thinking": {"type": "adaptive"}, "output_config": {"effort": "max"}}
```

## Fix
Sets the highest level that goes without thinking. Unsafe: you may rather want the thinking.
"""

from why400.contract.views.blocks import OutputConfig, ThinkingConfigBetweenTools, ThinkingConfigDisabled
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule

_LEVELS = ("low", "medium", "high", "xhigh", "max")


@rule(
    says=[
        Says(
            "output_config.effort '{name:word}' is not supported when thinking is disabled on this model. Use effort "
            "'{most:word}' or below, or enable thinking.",
            since="2026-07",
            source="corpus dev-765 dev-766 dev-767 rules-messages thinking-disabled-high-effort thinking-between-tools-effort",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=42,
    needs="output_config",
    cause="without thinking this model takes effort {most} at most, not {name}",
    mend="use effort {most} or below, or turn thinking on",
)
def effort_with_thinking_disabled(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    config, thinking = request.output_config, request.thinking
    if model is None or model.thinking_off_max_effort not in _LEVELS or not isinstance(config, OutputConfig):
        return
    kind = "disabled" if isinstance(thinking, ThinkingConfigDisabled) else "between_tools"
    if not isinstance(thinking, ThinkingConfigDisabled | ThinkingConfigBetweenTools) or not model.takes_thinking(kind):
        return
    most = model.thinking_off_max_effort
    if config.effort in _LEVELS[_LEVELS.index(most) + 1 :]:
        yield Hit(
            (config, "effort"),
            name=config.effort,
            most=most,
            label="needs thinking",
            also=(Also((request, "thinking"), "thinking is off"),),
        )


@effort_with_thinking_disabled.mends(safe=False)
def lower(hit: Hit) -> Edit:
    """Sets the highest level that goes without thinking."""
    return Edit.replace(hit.place, hit.slots["most"])

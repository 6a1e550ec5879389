"""The model does not take this kind of thinking.

## What happens
`thinking.type` is one that this model refuses: `enabled` from Opus 4.7 on, `adaptive` before 4.6, `disabled` where thinking cannot be
turned off, `between_tools` everywhere but on Sonnet 5.5.

## Why the API refuses it
Each generation of models thinks in its own way. Usual ways there: the model id was changed and the rest of the request stayed; a library
that writes `budget_tokens` for every model.

## Example
```json model=claude-opus-5
{"thinking": {"type": "enabled", "budget_tokens": 2048}}
```

```json model=claude-sonnet-5-5
{"thinking": {"type": "disabled"}}
```

```json model=claude-haiku-4-5
{"thinking": {"type": "adaptive"}}
```

## Use instead
```json model=claude-opus-5
{"thinking": {"type": "adaptive"}, "output_config": {"effort": "high"}}
```

```json model=claude-sonnet-5-5
{"thinking": {"type": "between_tools"}}
```

```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 2048}}
```

## Fix
Writes the nearest kind that the model takes. Unsafe: it thinks more or less than you had asked for. None where thinking cannot be turned
off.
"""

from why400.contract.views.blocks import (
    ThinkingConfigAdaptive,
    ThinkingConfigBetweenTools,
    ThinkingConfigDisabled,
    ThinkingConfigEnabled,
)
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_LEAST_BUDGET = 1024
_KINDS: dict[type, str] = {
    ThinkingConfigAdaptive: "adaptive",
    ThinkingConfigBetweenTools: "between_tools",
    ThinkingConfigDisabled: "disabled",
    ThinkingConfigEnabled: "enabled",
}


@rule(
    says=[
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.adaptive" and '
            '"output_config.effort" to control thinking behavior.',
            since="2026-04",
            source="measured fb-thinking-enabled ba-item-thinking-enabled-opus-5 td-enabled-sonnet-5 corpus dev-291 dev-292",
            when="enabled",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.adaptive" and '
            '"output_config.effort" to control thinking.',
            since="2026-08",
            source="measured fo-thinking-enabled corpus dev-637",
            when="enabled",
            on="foundry",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.adaptive" and '
            '"output_config.effort" to control thinking behavior.',
            since="2026-10-08",
            source="measured b55-disabled-opus-5-5 rules-messages thinking-disabled-opus55",
            when="disabled",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model.',
            since="2026-08",
            source="corpus dev-290 rules-messages thinking-disabled-fable",
            when="disabled fable",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.adaptive" and '
            '"output_config.effort" to control thinking behavior.',
            since="2026-10",
            source="rules-messages thinking-disabled-fable",
            when="disabled fable",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model.',
            since="2026-08",
            source="corpus dev-290 rules-messages thinking-disabled-fable",
            when="disabled mythos",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.adaptive" and '
            '"output_config.effort" to control thinking behavior.',
            since="2026-10",
            source="rules-messages thinking-disabled-fable",
            when="disabled mythos",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Thinking defaults to adaptive mode when not '
            'specified; use "thinking.type.enabled" with "budget_tokens" for extended thinking.',
            since="2026-08",
            source="rules-messages thinking-disabled-fable",
            when="disabled preview",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model. Use "thinking.type.between_tools" for the '
            'lowest thinking setting, or "thinking.type.adaptive" and "output_config.effort" to control thinking '
            "behavior.",
            since="2026-09-29",
            source="measured s55-thinking-disabled corpus dev-636",
            when="disabled sonnet",
        ),
        Says(
            'To turn thinking off on this model, send "thinking": {{"type": "between_tools"}} instead of {{"type": '
            '"disabled"}}. The model does not think before responding. The short updates it writes between tool calls '
            "come back as thinking blocks.",
            since="2026-10-08",
            source="measured b55-disabled-sonnet-5-5 corpus dev-799 rules-messages thinking-disabled-sonnet55",
            when="disabled sonnet",
            on="bedrock",
        ),
        Says(
            'To turn thinking off on this model, send "thinking": {{"type": "between_tools"}} instead of {{"type": '
            '"disabled"}}. {more:rest}',
            source="corpus dev-799",
            when="answer",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model.',
            since="2026-09-29",
            source="measured bw-opus-5-5 b55-between-tools-opus-5-5 corpus dev-635",
            when="between_tools",
        ),
        Says(
            '"thinking.type.{kind:word}" is not supported for this model.',
            since="2026-09-29",
            source="measured bw-sonnet-5",
            when="between_tools preview",
        ),
        Says(
            "adaptive thinking is not supported on this model",
            since="2026-08-13",
            source="measured td-adaptive-haiku-4-5 xl-adaptive-4-5",
            when="adaptive",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=20,
    needs="thinking",
    source="rules-messages thinking-enabled-removed thinking-adaptive-unsupported thinking-between-tools-only-sonnet55",
    cause="this model does not take thinking of type {kind} || this model does not take that type of thinking",
    mend="use a kind of thinking that the model takes",
)
def thinking_type_unsupported(talk: Conversation) -> Hits:
    model, thinking = talk.context.model, talk.request.thinking
    if model is None or thinking is None or not isinstance(thinking, tuple(_KINDS)):
        return
    kind = _KINDS[type(thinking)]
    if model.takes_thinking(kind) is False:
        when = f"disabled {model.family}" if kind == "disabled" and model.family in ("fable", "mythos", "sonnet") else kind
        if model.id == "claude-mythos-preview":
            when = f"{kind} preview"
        yield Hit(
            (talk.request, "thinking", "type"),
            kind=kind,
            when=when,
            keep=(talk.request, thinking, model),
            label="not taken by this model",
        )


@thinking_type_unsupported.mends(safe=False)
def nearest(hit: Hit) -> Edit | None:
    """Writes the nearest kind that the model takes."""
    request, thinking, model = hit.keep
    display = {"display": thinking.display} if getattr(thinking, "display", None) else {}
    if isinstance(thinking, ThinkingConfigEnabled) and model.takes_thinking("adaptive"):
        return Edit.replace((request, "thinking"), {"type": "adaptive", **display})
    most = getattr(request, "max_tokens", None) or 0
    if isinstance(thinking, ThinkingConfigAdaptive) and model.takes_thinking("enabled") and most > _LEAST_BUDGET:
        budget = max(_LEAST_BUDGET, most // 2)
        return Edit.replace((request, "thinking"), {"type": "enabled", "budget_tokens": budget, **display})
    for kind in ("between_tools", "disabled"):
        if isinstance(thinking, ThinkingConfigDisabled | ThinkingConfigBetweenTools) and model.takes_thinking(kind):
            return Edit.replace((request, "thinking"), {"type": kind})
    return None

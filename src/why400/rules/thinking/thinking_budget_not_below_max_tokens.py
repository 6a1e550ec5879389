"""budget_tokens is not smaller than max_tokens.

## What happens
`thinking.budget_tokens` is as large as `max_tokens`, or larger.

## Why the API refuses it
Thinking is paid for out of `max_tokens`; nothing would be left for the answer. Only interleaved thinking
(`interleaved-thinking-2025-05-14`) may go beyond. Usual way there: a budget raised in one place, a small `max_tokens` set in another.

## Example
```json model=claude-haiku-4-5
{"max_tokens": 2048, "thinking": {"type": "enabled", "budget_tokens": 4096}}
```

## Use instead
```json model=claude-haiku-4-5
{"max_tokens": 8192, "thinking": {"type": "enabled", "budget_tokens": 4096}}
```

## Fix
Raises `max_tokens` by the budget, as far as the model can write. Unsafe: it may cost more.
"""

from why400.contract.views.blocks import ThinkingConfigEnabled
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule

# In these the header changes nothing; whether it still lifts the bound is not stated, so they warn.
_NEVER_INTERLEAVED = ("claude-opus-4-6", "claude-haiku-4-5-20251001")


@rule(
    says=[
        Says(
            "`max_tokens` must be greater than `thinking.budget_tokens`.", since="2026-08", source="rules-messages thinking-budget-lt-max"
        ),
        Says(
            "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at {url:rest}",
            source="rules-messages thinking-budget-lt-max",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=70,
    needs="max_tokens+thinking:enabled",
    cause="thinking may use {budget} tokens, and max_tokens allows only {most} in all "
    "|| thinking may use as many tokens as max_tokens allows in all",
    mend="make max_tokens larger than budget_tokens, or the budget smaller",
)
def thinking_budget_not_below_max_tokens(talk: Conversation) -> Hits:
    thinking, context = talk.request.thinking, talk.context
    most = talk.request.max_tokens
    if not isinstance(thinking, ThinkingConfigEnabled) or not most or thinking.budget_tokens < most:
        return
    if context.model is not None and context.model.takes_thinking("enabled") is False:
        return  # then the kind itself is refused
    interleaved = context.has_beta("interleaved-thinking-2025-05-14")
    if interleaved and (context.model is None or context.model.id not in _NEVER_INTERLEAVED):
        return
    yield Hit(
        (thinking, "budget_tokens"),
        path="max_tokens",
        budget=thinking.budget_tokens,
        most=most,
        severity="warning" if interleaved is not False or context.model is None else None,
        label=f"not below max_tokens, {most}",
        also=(Also((talk.request, "max_tokens"), "max_tokens"),),
        keep=(talk.request, context.model),
    )


@thinking_budget_not_below_max_tokens.mends(safe=False)
def raise_max_tokens(hit: Hit) -> Edit | None:
    """Adds the budget to max_tokens."""
    request, model = hit.keep
    wanted = request.max_tokens + request.thinking.budget_tokens
    if model is not None and model.max_output is not None:
        wanted = min(wanted, model.max_output)
    return Edit.replace((request, "max_tokens"), wanted) if wanted > request.thinking.budget_tokens else None

"""A temperature other than 1 is sent together with thinking.

## What happens
`thinking` is enabled or adaptive, and `temperature` is not 1.

## Why the API refuses it
Thinking runs at the model's own temperature. Usual way there: thinking was switched on in a client that always sends a temperature.

## Example
```json model=claude-haiku-4-5
{"temperature": 0.2, "thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Use instead
```json model=claude-haiku-4-5
{"temperature": 1, "thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Fix
Takes `temperature` away. Unsafe: you may rather want the temperature than the thinking.
"""

from why400.contract.views.blocks import ThinkingConfigAdaptive, ThinkingConfigEnabled
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode. Please consult our "
            "documentation at https://platform.claude.com/docs/en/build-with-claude/extended-thinking",
            since="2026-08",
            source="corpus dev-258 rules-messages sampling-with-thinking",
        ),
        Says(
            "`temperature` may only be set to 1 when thinking is enabled. Please consult our documentation at "
            "https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking#important-considerations-when-using-extended-thinking",
            since="2025-03",
            source="corpus dev-259",
        ),
        Says(
            "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode. Please consult our "
            "documentation at {url:rest}",
            since="2026-08",
            source="corpus dev-258",
            when="answer",
        ),
        Says(
            "`temperature` may only be set to 1 when thinking is enabled. Please consult our documentation at {url:rest}",
            since="2025-03",
            source="corpus dev-259",
            when="answer",
        ),
        Says(
            "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode",
            since="2026-09-10",
            source="measured xl-thinking-with-temperature",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=72,
    needs="temperature",
    cause="with thinking on, temperature may only be 1",
    mend="leave temperature out, or turn thinking off",
)
def temperature_with_thinking(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if not isinstance(request.thinking, ThinkingConfigAdaptive | ThinkingConfigEnabled):
        return
    if model is not None and model.sampling == "default-only":
        return  # such models name the parameter itself
    if request.temperature not in (None, 1, -1):
        yield Hit(
            (request, "temperature"),
            severity=None if model else "warning",
            label="not 1",
            also=(Also((request, "thinking"), "thinking is on"),),
        )


@temperature_with_thinking.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes temperature."""
    return Edit.remove(hit.place)

"""A top_p below 0.95 is sent together with thinking.

## What happens
`thinking` is enabled or adaptive, and `top_p` is less than 0.95.

## Why the API refuses it
Thinking leaves `top_p` no more room than 0.95 to 1 (in 2025: none at all). Usual way there: a tool's default, sent although nobody set
it.

## Example
```json model=claude-haiku-4-5
{"top_p": 0.7, "thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Use instead
```json model=claude-haiku-4-5
{"top_p": 0.95, "thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Fix
Takes `top_p` away. Unsafe: you may rather want it than the thinking.
"""

from why400.contract.views.blocks import ThinkingConfigAdaptive, ThinkingConfigEnabled
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule

_LEAST = 0.95


@rule(
    says=[
        Says(
            "`top_p` must be greater than or equal to {least:n} or unset when thinking is enabled or in adaptive mode",
            since="2026-08",
            source="rules-messages sampling-with-thinking corpus dev-813",
        ),
        Says("`top_p` must be unset when thinking is enabled.", since="2025-03", source="corpus dev-345 dev-622"),
        Says(
            "`top_p` must be greater than or equal to {least:n} or unset when thinking is enabled", source="corpus dev-678", when="answer"
        ),
        Says("`top_p` must be greater than or equal to {least:n} or unset", source="corpus dev-677", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=73,
    needs="top_p",
    cause="with thinking on, top_p may only be {least} to 1 || with thinking on, top_p is restricted",
    mend="leave top_p out, or turn thinking off",
)
def top_p_with_thinking(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if not isinstance(request.thinking, ThinkingConfigAdaptive | ThinkingConfigEnabled):
        return
    if model is not None and model.sampling == "default-only":
        return  # such models name the parameter itself
    if request.top_p is not None and request.top_p != -1 and request.top_p < _LEAST:
        yield Hit(
            (request, "top_p"),
            least=_LEAST,
            severity=None if model else "warning",
            label=f"below {_LEAST}",
            also=(Also((request, "thinking"), "thinking is on"),),
        )


@top_p_with_thinking.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes top_p."""
    return Edit.remove(hit.place)

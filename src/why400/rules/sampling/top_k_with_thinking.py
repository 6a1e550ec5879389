"""top_k is sent together with thinking.

## What happens
`thinking` is enabled or adaptive, and `top_k` is set.

## Why the API refuses it
Thinking goes with no `top_k` at all. Usual way there: sampling settings kept when thinking was switched on.

## Example
```json model=claude-haiku-4-5
{"top_k": 40, "thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Fix
Takes `top_k` away. Unsafe: you may rather want it than the thinking.
"""

from why400.contract.views.blocks import ThinkingConfigAdaptive, ThinkingConfigEnabled
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`top_k` must be unset when thinking is enabled. Please consult our documentation at "
            "https://docs.claude.com/en/docs/build-with-claude/extended-thinking#important-considerations-when-using-extended-thinking",
            since="2025-09",
            source="corpus dev-342",
        ),
        Says(
            "`top_k` must be unset when thinking is enabled. Please consult our documentation at {url:rest}",
            since="2025-09",
            source="corpus dev-342",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=74,
    needs="top_k",
    cause="with thinking on, top_k may not be set",
    mend="leave top_k out, or turn thinking off",
)
def top_k_with_thinking(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if not isinstance(request.thinking, ThinkingConfigAdaptive | ThinkingConfigEnabled):
        return
    if model is not None and model.sampling == "default-only":
        return  # such models name the parameter itself
    if request.top_k not in (None, -1):
        yield Hit(
            (request, "top_k"),
            severity=None if model else "warning",
            label="set",
            also=(Also((request, "thinking"), "thinking is on"),),
        )


@top_k_with_thinking.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes top_k."""
    return Edit.remove(hit.place)

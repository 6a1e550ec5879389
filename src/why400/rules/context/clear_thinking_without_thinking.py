"""A clear_thinking edit is there while thinking is off.

## What happens
`context_management.edits` has `clear_thinking_20251015`, and thinking is disabled or not asked for.

## Why the API refuses it
There is no thinking to clear. Usual ways there: a client that drops thinking for one call (for a forced tool, say) and keeps the edit.

## Example
```json model=claude-sonnet-4-6 betas=context-management-2025-06-27
{"thinking": {"type": "disabled"}, "context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"}]}}
```

## Use instead
```json model=claude-sonnet-4-6 betas=context-management-2025-06-27
{"thinking": {"type": "adaptive"}, "context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"}]}}
```

## Fix
Takes the edit away: without thinking it would do nothing.
"""

from why400.contract.views.blocks import ClearThinking20251015, ThinkingConfigBetweenTools, ThinkingConfigDisabled
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`clear_thinking_{day:n}` strategy requires `thinking` to be enabled or adaptive",
            since="2026-06",
            source="corpus dev-020",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="context_management",
    order=81,
    source="rules-beyond ctx-clear-thinking-needs-thinking",
    cause="clear_thinking_{day} needs thinking, which is off",
    mend="take the edit away, or turn thinking on",
)
def clear_thinking_without_thinking(talk: Conversation) -> Hits:
    config = talk.request.context_management
    if config is None:
        return
    off = _is_off(talk)
    if off is False:
        return
    for edit in config.edits or []:
        if isinstance(edit, ClearThinking20251015):
            yield Hit(edit, severity=None if off else "warning", day="20251015", label="thinking is off")


def _is_off(talk: Conversation) -> bool | None:
    """Whether thinking is off; None: probably."""
    thinking = talk.request.thinking
    if thinking is not None:
        if isinstance(thinking, ThinkingConfigBetweenTools):
            return None
        return isinstance(thinking, ThinkingConfigDisabled)
    model = talk.context.model
    if model is None or model.thinking_default in ("on", "always on"):
        return False  # it may be on without being asked for
    return True if model.thinking_default == "off" else None


@clear_thinking_without_thinking.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the edit."""
    return Edit.remove(hit.place)

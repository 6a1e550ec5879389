"""A clear_thinking edit does not stand first.

## What happens
`context_management.edits` has another edit in front of `clear_thinking_20251015`.

## Why the API refuses it
Edits are applied in their order, and thinking has to be cleared before anything else is counted.

## Example
```json betas=context-management-2025-06-27
{"thinking": {"type": "adaptive"}, "context_management": {"edits": [{"type": "clear_tool_uses_20250919"},
  {"type": "clear_thinking_20251015", "keep": "all"}]}}
```

## Use instead
```json betas=context-management-2025-06-27
{"thinking": {"type": "adaptive"}, "context_management": {"edits": [{"type": "clear_thinking_20251015", "keep": "all"},
  {"type": "clear_tool_uses_20250919"}]}}
```

## Fix
Puts it first.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import ClearThinking20251015
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "context_management: `clear_thinking_{day:n}` must be the first strategy in `context_management.edits` when provided",
            since="2026-09",
            source="measured o55d-edits-compact-before-thinking o55d-edits-tools-before-thinking corpus dev-400",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="context_management",
    order=82,
    source="rules-beyond ctx-edits-order",
    cause="clear_thinking_{day} has to be the first edit",
    mend="put it first",
)
def clear_thinking_not_first(talk: Conversation) -> Hits:
    config = talk.request.context_management
    for index, edit in enumerate((config.edits or []) if config is not None else []):
        if isinstance(edit, ClearThinking20251015):
            if index:
                yield Hit(edit, path="context_management", day="20251015", keep=(config, edit), label="not the first")
            return


@clear_thinking_not_first.mends(safe=True)
def put_first(hit: Hit) -> Iterator[Edit]:
    """Moves the edit to the front."""
    config, edit = hit.keep
    yield Edit.insert((config, "edits", 0), edit)
    yield Edit.remove(edit)

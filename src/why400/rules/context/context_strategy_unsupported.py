"""The model does not have this context edit.

## What happens
A request asks for `compact_20260112` from a model that cannot compact.

## Why the API refuses it
Not every model has every strategy; small and older ones lack compaction. Usual ways there: one list of edits for all models of an
application.

## Example
```json model=claude-haiku-4-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000}}]}}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000}}]}}
```

## Fix
Takes the edit away. Unsafe: the history then grows until it fills the context.
"""

from why400.contract.views.blocks import Compact20260112
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "'{model:word}' does not support the '{strategy:word}' context management strategy.",
            since="2026-10",
            source="measured co-compact-haiku corpus dev-518",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="context_management",
    order=80,
    cause="{model} does not have the context edit {strategy}",
    mend="take the edit away for this model",
)
def context_strategy_unsupported(talk: Conversation) -> Hits:
    config, model = talk.request.context_management, talk.context.model
    if config is None or model is None or model.compaction_edit is not False:
        return
    for edit in config.edits or []:
        if isinstance(edit, Compact20260112):
            yield Hit(edit, model=model.printed_id, strategy="compact_20260112", label=f"not on {model.printed_id}")


@context_strategy_unsupported.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the edit."""
    return Edit.remove(hit.place)

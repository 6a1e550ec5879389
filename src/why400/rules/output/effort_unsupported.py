"""effort is sent to a model without it.

## What happens
`output_config.effort` is set; the model has no such setting.

## Why the API refuses it
Effort came with Opus 4.5; Haiku 4.5, Sonnet 4.5 and older models do not know it. Usual way there: one request for several models, among
them a small one.

## Example
```json model=claude-haiku-4-5
{"output_config": {"effort": "low"}}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}}
```

## Fix
Takes `effort` away. Unsafe: the model works as hard as it always does.
"""

from why400.contract.views.blocks import OutputConfig
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("This model does not support the effort parameter.", since="2026-08", source="rules-messages effort-models"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=40,
    needs="output_config",
    cause="this model has no effort setting",
    mend="leave effort out for this model",
)
def effort_unsupported(talk: Conversation) -> Hits:
    model, config = talk.context.model, talk.request.output_config
    if model is not None and model.efforts == () and isinstance(config, OutputConfig) and config.effort is not None:
        yield Hit((config, "effort"), label="not known to this model", keep=(talk.request, config))


@effort_unsupported.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes effort, and output_config where nothing else stands in it."""
    request, config = hit.keep
    alone = config.format is None and config.task_budget is None
    return Edit.remove((request, "output_config") if alone else hit.place)

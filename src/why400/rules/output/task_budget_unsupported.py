"""A task budget is sent to a model without it.

## What happens
`output_config.task_budget` is set; the model keeps to no budget.

## Why the API refuses it
Budgets came with Opus 4.7; Sonnet 5, the 4.6 models and Haiku 4.5 have none. Usual way there: the model id was changed and the rest of
the request stayed.

## Example
```json model=claude-sonnet-4-6 betas=task-budgets-2026-03-13
{"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}
```

## Use instead
```json model=claude-opus-4-7 betas=task-budgets-2026-03-13
{"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}
```

## Fix
Takes the budget away. Unsafe: the model may then spend more.
"""

from why400.contract.views.blocks import OutputConfig
from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    order=46,
    needs="output_config",
    source="rules-messages task-budget-models",
    cause="this model has no task budget",
    mend="leave task_budget out for this model",
)
def task_budget_unsupported(talk: Conversation) -> Hits:
    model, config = talk.context.model, talk.request.output_config
    if model is not None and model.task_budget is False and isinstance(config, OutputConfig) and config.task_budget is not None:
        yield Hit((config, "task_budget"), label="not known to this model", keep=(talk.request, config))


@task_budget_unsupported.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes the budget, and output_config where nothing else stands in it."""
    request, config = hit.keep
    alone = config.format is None and config.effort is None
    return Edit.remove((request, "output_config") if alone else hit.place)

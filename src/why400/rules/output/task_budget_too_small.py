"""The task budget is under the least that the model takes.

## What happens
`output_config.task_budget.total` is below 20,000 tokens.

## Why the API refuses it
The budget is for a whole task with all its turns, not for one answer. Usual way there: `max_tokens` copied into the budget.

## Example
```json model=claude-opus-5-5 betas=task-budgets-2026-03-13
{"output_config": {"task_budget": {"type": "tokens", "total": 8192}}}
```

## Use instead
```json model=claude-opus-5-5 betas=task-budgets-2026-03-13
{"output_config": {"task_budget": {"type": "tokens", "total": 20000}}}
```

## Fix
Sets the least total. Unsafe: it allows more than you had meant to spend.
"""

from why400.contract.limits import find
from why400.contract.views.blocks import OutputConfig, TokenTaskBudget
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`task_budget.total` must be at least {least:n} tokens for this model",
            since="2026-09",
            source="measured o55b-task-budget-19999 corpus dev-606 dev-792",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=47,
    needs="output_config",
    source="rules-messages task-budget-min rules-beyond task-budget-minimum",
    cause="a task budget has at least {least} tokens on this model",
    mend="raise task_budget.total to {least}, or leave the budget out",
)
def task_budget_too_small(talk: Conversation) -> Hits:
    model, config = talk.context.model, talk.request.output_config
    if not isinstance(config, OutputConfig) or not isinstance(config.task_budget, TokenTaskBudget):
        return
    if model is not None and model.task_budget is False:
        return  # then it takes no budget at all
    total, limit = config.task_budget.total, find("task_budget")
    if limit is not None and total is not None and total < limit.value:
        severity = None if model is not None and model.task_budget else "warning"
        least = f"{limit.value:,}"
        yield Hit((config.task_budget, "total"), least=least, keep=limit.value, severity=severity, label=f"below {least}")


@task_budget_too_small.mends(safe=False)
def least(hit: Hit) -> Edit:
    """Sets the least total."""
    return Edit.replace(hit.place, hit.keep)

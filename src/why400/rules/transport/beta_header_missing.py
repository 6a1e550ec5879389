"""A member or a kind of block needs a beta that is not sent.

## What happens
The request uses something that exists only with a value in `anthropic-beta`, and that value is not sent.

## Why the API refuses it
Without the beta the member is as unknown as a misspelt one, and the answer is the same sentence: extra inputs, or a tag that does not
match. Usual ways there: code from documentation without its header, `client.messages` in place of `client.beta.messages`, a proxy that
drops the header. Where nobody said which betas are sent, this warns.

## Example
```json
{"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}
```

```json betas=unknown
{"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}
```

## Use instead
```json betas=task-budgets-2026-03-13 model=claude-opus-5-5
{"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}
```

## Fix
None: headers are yours to set.
"""

from why400.rules import Hit, Says, Violation, rule
from why400.rules.schema.value_not_in_enum import listed


@rule(
    claims=("beta", "beta-tag", "beta-value"),
    says=[
        Says("{what:rest} requires anthropic-beta: {beta:word}", since="2026-09", when="answer", source="corpus dev-714 dev-790"),
        Says("requires anthropic-beta: {beta:word}", when="answer", source="corpus dev-715"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    source="measured o55b-task-budget-no-beta o55a-clear-at-no-beta o55a-speed-standard-no-beta",
    cause="{what} exists only with the beta {beta} || the request uses what exists only with the beta {beta}",
    mend="send anthropic-beta: {beta}",
)
def beta_header_missing(v: Violation) -> Hit | None:
    context = v.context
    model = context.model if context is not None else None
    if context is not None and model is not None and v.path == "speed" and model.needs_fast_mode_beta(context.on) is False:
        return None
    unsaid = context is not None and context.betas is None
    severity = "warning" if unsaid else None
    beta = " or ".join(v.betas) if "?" not in v.betas else "that opens it"
    if v.kind == "beta":
        own = v.path == "compaction"  # documented with a sentence of its own, of which only the end is known
        return Hit(
            v,
            path=v.path,
            what=v.path,
            beta=beta,
            severity=severity,
            words_as=None if own else "field-unknown",
            label="needs a beta",
        )
    if v.kind == "beta-value":
        return Hit(
            v,
            path=v.path,
            what=f"{v.name} {v.value}",
            beta=beta,
            allowed=listed(v),
            severity=severity,
            words_as="value-not-in-enum",
            label="needs a beta",
        )
    allowed = ", ".join(f"'{one}'" for one in v.allowed)
    return Hit(
        v,
        path=v.path,
        what=f"{v.by} {v.value}",
        beta=beta,
        tag=v.value,
        by=v.by,
        allowed=allowed,
        severity=severity,
        words_as="unknown-tag",
        label="needs a beta",
    )

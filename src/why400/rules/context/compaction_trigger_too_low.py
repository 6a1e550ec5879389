"""Compaction is to begin too early.

## What happens
The trigger of `compact_20260112` is below 50,000 input tokens.

## Why the API refuses it
Shorter histories are not compacted. Usual ways there: a small number to see compaction at work in a test.

## Example
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 1000}}]}}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000}}]}}
```

## Fix
Writes 50,000. Unsafe: compaction begins later than was asked.
"""

from why400.contract import limits
from why400.rules import Edit, Hit, Hits, Says, Violation, rule


@rule(
    claims="range at=/context_management/edits/*/trigger/value",
    says=[
        Says(
            "context_management.edits.{index:n}.trigger.value: Input should be greater than or equal to {limit:n}",
            since="2026-10",
            source="measured co-compact-trigger-low corpus dev-402",
        ),
        Says(
            "context_management.edits.{index:n}.{strategy:word}: trigger.value must be at least {limit:n}",
            since="2026-02",
            source="corpus dev-024 dev-401 rules-beyond ctx-compact-trigger-min",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="the trigger of edit {index} has to be {limit} input tokens or more",
    mend="write {limit} or more",
)
def compaction_trigger_too_low(v: Violation) -> Hits:
    limit = limits.find("compaction_trigger")
    if limit is not None and v.bound == "ge" and v.limit == limit.value:
        index = v.pointer[2]
        yield Hit(
            v,
            path=".".join(str(key) for key in v.pointer),
            index=index,
            strategy="compact_20260112",
            limit=v.limit,
            keep=limit.value,
            label=f"less than {v.limit}",
        )


@compaction_trigger_too_low.mends(safe=False)
def least(hit: Hit) -> Edit:
    """Writes the least value that is taken."""
    return Edit.replace(hit.place, hit.keep)

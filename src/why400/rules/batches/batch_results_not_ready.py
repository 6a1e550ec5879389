"""Results are asked for before the batch has ended.

## What happens
The batch is there, its results are not.

## Why the API refuses it
Results are written when the whole batch has ended, which may take up to a day. Usual ways there: fetching right after creation, a loop
that does not look at `processing_status`.

## Example
```text
404 not_found_error: Message Batch msgbatch_013Zva2CMHLNnXjNJJKqJ2EF has no available results.
```

## Fix
Poll the batch until `processing_status` is `ended`, then fetch the results.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Message Batch {id} has no available results.", since="2026-09", source="measured ba-results-in-progress corpus dev-460"),
    ],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="wait",
    phase="answer",
    source="rules-beyond batch-results-ended-only",
    cause="the batch has no results yet",
    mend="poll it until processing_status is ended, then fetch them",
)
def batch_results_not_ready() -> None:
    """Only the answer shows it."""

"""A batch that has not ended is deleted.

## What happens
Deleting is refused while the batch is being processed.

## Why the API refuses it
Only ended batches can be deleted. Usual ways there: a clean-up that does not look at `processing_status`.

## Example
```text
400 invalid_request_error: In progress batches cannot be deleted. Consider canceling the batch instead.
```

## Fix
Cancel it, wait until `processing_status` is `ended`, then delete.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "In progress batches cannot be deleted. Consider canceling the batch instead.",
            since="2026-09",
            source="measured ba-delete-in-progress corpus dev-425",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="wait",
    phase="answer",
    source="rules-beyond batch-delete-ended-only",
    cause="the batch has not ended",
    mend="cancel it, wait for processing_status ended, then delete",
)
def batch_in_progress() -> None:
    """Only the answer shows it."""

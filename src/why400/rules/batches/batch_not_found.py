"""The batch id is unknown to this workspace.

## What happens
No batch of that id is found, for the batch itself or for its results.

## Why the API refuses it
Batches are seen only with credentials of the workspace that made them. Usual ways there: a key of another workspace, an id cut or mixed
up, a batch that was deleted. Within seconds of its creation a batch may not be found yet: then ask again.

## Example
```text
404 not_found_error: Message Batch msgbatch_013Zva2CMHLNnXjNJJKqJ2EF not found.
```

## Fix
Check the id and the workspace of the key.
"""

from why400.rules import Says, rule


@rule(
    says=[Says("Message Batch {id} not found.", since="2026-09", source="measured ba-get-unknown-id corpus dev-461")],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="after-fix",
    phase="answer",
    source="corpus dev-712",
    cause="no batch {id} is known to this workspace",
    mend="check the id and the workspace of the key; right after its creation, ask again",
)
def batch_not_found() -> None:
    """Only the answer shows it."""

"""Compaction failed for now.

## What happens
A request for compaction is answered with 529; nothing is wrong with it.

## Why the API refuses it
The service could not make the summary at this moment.

## Example
```text
{"type": "error", "error": {"type": "overloaded_error", "message": "…", "details": {"error_code": "compaction_unavailable"}}}
```

## Fix
Send the same request again after a pause that grows.
"""

from why400.rules import rule


@rule(
    codes=("compaction_unavailable",),
    status=529,
    error="overloaded_error",
    evidence="documented",
    side="service",
    retry="backoff",
    phase="answer",
    source="rules-messages code-compaction-unavailable",
    cause="the service could not make the summary just now",
    mend="send it again after a pause",
)
def compaction_unavailable() -> None: ...

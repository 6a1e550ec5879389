"""The thread cannot be continued in this way.

## What happens
The API answers with one of the codes `thread_already_continued`, `thread_continue_in_flight`, `thread_fingerprint_mismatch`.

## Why the API refuses it
A message can be continued once, by one request at a time, and with the fields that the thread began with. Usual ways there: a retry of a
request that had come through, two tabs.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "…", "details": {"error_code": "thread_already_continued"}}}
```

## Fix
Continue from the newest message, or send the whole conversation as a new thread.
"""

from why400.rules import rule


@rule(
    codes=(
        "thread_already_continued",
        "thread_continue_in_flight",
        "thread_fingerprint_mismatch",
    ),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="after-fix",
    phase="answer",
    source="rules-messages code-thread-already-continued code-thread-continue-in-flight code-thread-fingerprint-mismatch",
    cause="the thread was continued already, is being continued, or differs in a field that is fixed",
    mend="continue from the newest message, or send the whole conversation as a new thread",
)
def thread_state_conflict() -> None:
    """Only the service knows its threads."""

"""The thread that is to be continued is unknown or has expired.

## What happens
The API answers 404 with the code `thread_not_found`.

## Why the API refuses it
The state of a thread is kept for five minutes after its last answer. Usual ways there: a user who paused, an id of another workspace.

## Example
```text
{"type": "error", "error": {"type": "not_found_error", "message": "…", "details": {"error_code": "thread_not_found"}}}
```

## Fix
Send the whole conversation again, as a new thread.
"""

from why400.rules import rule


@rule(
    codes=("thread_not_found",),
    status=404,
    error="not_found_error",
    evidence="documented",
    side="request",
    retry="after-fix",
    phase="answer",
    source="rules-messages code-thread-not-found rules-beyond thread-expiry",
    cause="there is no state for the message that was to be continued",
    mend="send the whole conversation as a new thread",
)
def thread_not_found() -> None:
    """Only the service knows its threads."""

"""The container is past its life.

## What happens
A request goes on in a container of code execution that is gone.

## Why the API refuses it
Containers are kept for 30 days after they were made, with their files. Usual ways there: a conversation taken up again weeks later with a
stored id.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "…"}}
```

## Fix
Leave out container: a new one is made. Files of the old one have to be given again.
"""

from why400.rules import rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="after-fix",
    phase="answer",
    source="rules-beyond container-expired",
    cause="the container no longer exists",
    mend="leave out container, so that a new one is made",
)
def container_expired() -> None: ...

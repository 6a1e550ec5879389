"""The service took too long.

## What happens
A 504 of type timeout_error: the request was accepted, but not done in time; or (error_code request_body_timeout) the
body came too slowly.

## Why the API refuses it
Long replies without streaming run into limits on the way. Usual ways there: a large max_tokens without `stream`, a
slow upload.

## Example
```text
Error code: 504
{"type":"error","error":{"type":"timeout_error","message":"..."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Use `stream: true` or the Batches API for what takes minutes; retry with backoff.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Request timed out or interrupted. This could be due to a network timeout, dropped connection, or "
            "request cancellation. See {url} for more details.",
            since="2026-11",
            source="sdk _exceptions.py",
        ),
    ],
    source="rules-messages error-type-504 rules-beyond long-requests-timeout rules-messages body-timeout",
    codes=("request_body_timeout",),
    status=504,
    error="timeout_error",
    evidence="documented",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the request was not done in time",
    mend="stream it or use a batch; retry with backoff",
)
def request_timeout() -> None: ...

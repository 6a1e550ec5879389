""" "Invalid request data" in the middle of a stream.

## What happens
The stream had begun with 200 and then carries an error event of type invalid_request_error that names no place.

## Why the API refuses it
Seen as a passing failure of the service rather than a fault of the body: what is wrong with a body is said before the
stream begins.

## Example
```text
event: error
{"type":"error","error":{"type":"invalid_request_error","message":"Invalid request data"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Send it again, once or twice; if it stays, look at the body.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Invalid request data", since="2026-08", source="corpus dev-062"),
    ],
    status=200,
    error="invalid_request_error",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the service gave up in the middle of its reply",
    mend="send it again; if it stays, check the body",
)
def invalid_request_mid_stream() -> None: ...

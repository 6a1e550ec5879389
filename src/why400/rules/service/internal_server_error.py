"""The service failed.

## What happens
A 500: something broke on the other side. In a stream it comes as an error event after a 200.

## Why the API refuses it
Not a fault of the request as far as the API can tell. If exactly one request always fails so, it may still be the
trigger.

## Example
```text
Error code: 500
{"type":"error","error":{"type":"api_error","message":"Internal server error"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Retry with backoff; look at status.anthropic.com; report the request id if it stays.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Internal server error", since="2024-07", source="corpus dev-051 dev-052 dev-053 dev-054"),
        Says(
            "Claude API returned a server error. This is usually temporary — try again in a moment.",
            since="2026-04",
            source="corpus dev-387",
        ),
        Says("Claude API returned a server error{tail}", since="2026-04", source="corpus dev-387"),
    ],
    source="rules-messages error-type-500",
    status=500,
    error="api_error",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="something failed inside the service",
    mend="retry with exponential backoff; keep the request id if it stays",
)
def internal_server_error() -> None: ...

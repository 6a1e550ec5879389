"""The service is overloaded.

## What happens
A 529: the API has more to do than it can, for everybody. In a stream it comes as an error event after a 200.

## Why the API refuses it
Not your limit and not your request. It passes, mostly within seconds or minutes.

## Example
```text
Error code: 529
{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Retry with exponential backoff and jitter, a handful of times; then another model or a later time. Do not retry in a
tight loop.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Overloaded", since="2025-03", source="rules-messages error-type-529"),
        Says("Repeated 529 Overloaded errors", since="2025-12", source="corpus dev-579"),
        Says("Repeated 529 Overloaded errors{tail}", since="2025-12", source="corpus dev-579"),
    ],
    source="corpus dev-776",
    status=529,
    error="overloaded_error",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the API has more to do than it can; it is not your request and not your limit",
    mend="retry with exponential backoff and jitter",
)
def overloaded() -> None: ...

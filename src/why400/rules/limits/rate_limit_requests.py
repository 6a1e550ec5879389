"""Requests per minute are used up.

## What happens
The request would take the organization over its requests per minute. The sentence is that of the input limit with
"requests per minute".

## Why the API refuses it
Calls are counted whatever their size, and the bucket also refills within the minute: a burst can fail although the
minute's sum is small.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization's rate limit of 50
requests per minute."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Wait for the seconds in retry-after; spread calls evenly, limit how many run at once, or use the Batches API.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("This request would exceed {whose} rate limit of {n:n} {kind}requests per {time}", source="rules-beyond ratelimit-429"),
        Says(
            "This request would exceed the rate limit for your organization{id}of {n:n} requests per {time}",
            source="rules-beyond ratelimit-429",
        ),
        Says("Number of requests has exceeded your {kind}rate limit{tail}", source="rules-beyond ratelimit-429"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="derived",
    side="limits",
    retry="wait",
    phase="answer",
    cause="the requests of this minute are used up for the organization",
    mend="wait as retry-after says; then spread the calls, or ask for a higher tier",
)
def rate_limit_requests() -> None: ...

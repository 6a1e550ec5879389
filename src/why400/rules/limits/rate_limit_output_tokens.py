"""Output tokens per minute are used up.

## What happens
The request would take the organization over its output tokens per minute. The sentence is that of the input limit
with "output tokens per minute".

## Why the API refuses it
Output is counted as it is written; many long replies at once use the bucket up.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization's rate limit of 8,000
output tokens per minute."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Wait for the seconds in retry-after; fewer long replies at once, a smaller max_tokens where replies are short.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("This request would exceed {whose} rate limit of {n:n} {kind}output tokens per {time}", source="rules-beyond ratelimit-429"),
        Says(
            "This request would exceed the rate limit for your organization{id}of {n:n} output tokens per {time}",
            source="rules-beyond ratelimit-429",
        ),
    ],
    status=429,
    error="rate_limit_error",
    evidence="derived",
    side="limits",
    retry="wait",
    phase="answer",
    cause="the output tokens of this minute are used up for the organization",
    mend="wait as retry-after says; then fewer long replies at once, or a higher tier",
)
def rate_limit_output_tokens() -> None: ...

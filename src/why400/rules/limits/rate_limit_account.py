"""The account's rate limit.

## What happens
A rate limit of the account is reached; the sentence does not say which.

## Why the API refuses it
Seen with subscriptions and with keys: short bursts, or the plan's quota of the moment.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your account's rate limit. Please try again
later."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Wait for the seconds in retry-after; look at the anthropic-ratelimit headers, which name the limit that is at zero.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This request would exceed your account's rate limit. Please try again later.", since="2025-08", source="corpus dev-306 dev-307"
        ),
        Says("This request would exceed your account{mark}s rate limit{tail}", since="2025-08", source="corpus dev-306"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    cause="a rate limit of the account is reached; the headers say which",
    mend="wait as retry-after says, then continue more slowly",
)
def rate_limit_account() -> None: ...

"""Throttled, without saying which limit.

## What happens
A 429 with no more than "Rate limited".

## Why the API refuses it
The edge or the API slows the caller down before any counted limit. Usual ways there: bursts on endpoints beside
messages (login, usage, token refresh).

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"Rate limited"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Retry with exponential backoff and jitter; send fewer calls at once.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Rate limited", since="2026-04", source="corpus dev-227 dev-575 dev-583"),
    ],
    source="rules-messages error-type-429",
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="limits",
    retry="backoff",
    phase="answer",
    cause="the caller is slowed down; which limit is not said",
    mend="retry with exponential backoff and jitter, and send less at once",
)
def rate_limited() -> None: ...

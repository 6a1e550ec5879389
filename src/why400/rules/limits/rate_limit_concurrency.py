"""Too many connections at once.

## What happens
More calls are open at the same moment than the organization may have.

## Why the API refuses it
Every call counts from its first byte to its last, streams too. Usual ways there: a worker pool without a ceiling,
streams that are never closed.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"Number of concurrent connections has exceeded your rate limit. Please
try again later or contact sales at https://www.anthropic.com/contact-sales to discuss your options for a rate limit increase."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Cap the number of calls in flight (a semaphore), close streams, retry with backoff.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Number of concurrent connections has exceeded your rate limit. Please try again later or contact sales "
            "at {url} to discuss your options for a rate limit increase.",
            since="2024-05",
            source="corpus dev-170",
        ),
        Says(
            "Number of concurrent connections to Claude exceeds your rate limit. Please try again, or contact "
            "{contact} to discuss your options for a rate limit increase.",
            since="2023-04",
            source="corpus dev-757",
        ),
        Says("Number of concurrent {what} your rate limit{tail}", since="2023-04", source="corpus dev-170 dev-757"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="limits",
    retry="backoff",
    phase="answer",
    cause="too many calls are open at the same moment",
    mend="cap the calls in flight, and retry with backoff",
)
def rate_limit_concurrency() -> None: ...

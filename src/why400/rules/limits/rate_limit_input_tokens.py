"""Input tokens per minute, or the prompt's bytes per hour, are used up.

## What happens
The request would take the organization over its input tokens per minute (or its prompt bytes per hour) for that model.

## Why the API refuses it
The limit is a bucket that refills steadily, one per model class and workspace. A prompt that is larger than the
bucket can never pass. Usual ways there: parallel agents, a long history resent every turn, a low tier.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization's rate limit of 30,000
input tokens per minute (org: 7b1c0d9e-0000-4000-8000-000000000000, model: claude-sonnet-4-20250514). For details, refer to:
https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage. Please reduce the prompt length or
the maximum tokens requested, or try again later. You may also contact sales at https://claude.com/contact-sales to discuss your
options for a rate limit increase."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Wait for the seconds in retry-after; then fewer calls at once, shorter prompts, prompt caching (reads do not count on
most models), or a higher tier.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This request would exceed your organization's rate limit of {n:n} input tokens per minute (org: {id}, "
            "model: {model}). For details, refer to: {url}. You can see the response headers for current usage. "
            "Please reduce the prompt length or the maximum tokens requested, or try again later. You may also "
            "contact sales at {url} to discuss your options for a rate limit increase.",
            since="2026-03",
            source="corpus dev-308 dev-309",
        ),
        Says(
            "This request would exceed your organization's rate limit of {n:n} input tokens per minute",
            since="2026-04",
            source="corpus dev-642",
        ),
        Says(
            "This request would exceed your organization’s rate limit of {n:n} input tokens per minute. For details, "
            "refer to: {url}; see the response headers for current usage. Please reduce the prompt length or the "
            "maximum tokens requested, or try again later. You may also contact sales at {url} to discuss your "
            "options for a rate limit increase.",
            since="2025-02",
            source="corpus dev-643",
        ),
        Says(
            "This request would exceed the rate limit for your organization ({id}) of {n:n} input tokens per minute. "
            "For details, refer to: {url}. You can see the response headers for current usage. Please reduce the "
            "prompt length or the maximum tokens requested, or try again later. You may also contact sales at {url} "
            "to discuss your options for a rate limit increase.",
            since="2025-03",
            source="corpus dev-305 dev-639 dev-641 dev-798",
        ),
        Says(
            "This request would exceed the rate limit for your organization of {n:n} input tokens per minute. For "
            "details, refer to: {url}. You can see the response headers for current usage. Please reduce the prompt "
            "length or the maximum tokens requested, or try again later. You may also contact sales at {url} to "
            "discuss your options for a rate limit increase.",
            since="2025-03",
            source="corpus dev-304",
        ),
        Says(
            "Number of request tokens has exceeded your per-minute rate limit ({url}); see the response headers for current usage{tail}",
            since="2024-07",
            source="corpus dev-541",
        ),
        Says(
            "Number of request tokens has exceeded your rate limit ({url}). Please reduce the the prompt length or "
            "the maximum tokens requested, or try again later. You may also contact sales at {url} to discuss your "
            "options for a rate limit increase.",
            since="2024-04",
            source="corpus dev-542",
        ),
        Says(
            "This request would exceed {whose} rate limit of {n:n} prompt bytes per hour",
            since="2025-02-12",
            source="public 67264404572 32618002410",
        ),
        Says(
            "This request would exceed {whose} rate limit of {n:n} {kind}input tokens per {time}",
            since="2025-02",
            source="corpus dev-642 dev-643",
        ),
        Says(
            "This request would exceed the rate limit for your organization{id}of {n:n} input tokens per {time}",
            since="2025-04",
            source="corpus dev-640",
        ),
        Says("Number of request tokens has exceeded your {kind}rate limit{tail}", since="2024-04", source="corpus dev-541 dev-542"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    cause="the input that the organization may send in this time is used up",
    mend="wait as retry-after says; then send less at once, shorten or cache the prompt, or ask for a higher tier",
)
def rate_limit_input_tokens() -> None: ...

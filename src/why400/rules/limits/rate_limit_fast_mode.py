"""The fast mode limit (0 for accounts without it).

## What happens
The request asks for `speed: "fast"`; its own bucket of input tokens is used up. A limit of 0 means that the account
has no fast mode.

## Why the API refuses it
Fast mode has limits of its own beside the normal ones.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization's rate limit of 0 fast
mode input tokens per minute"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
With a limit of 0: leave `speed` out. Else wait, or send without `speed`.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{what} rate limit of {n:n} fast mode input tokens per minute{tail}", since="2026-09-23", source="measured al-speed-no-access"
        ),
        Says(
            "This request would exceed {whose} rate limit of {n:n} fast mode input tokens per minute{tail}",
            since="2026-09-23",
            source="measured al-speed-no-access",
        ),
        Says(
            "This request would exceed {whose} rate limit of {n:n} fast mode {kind} per minute{tail}",
            since="2026-09-23",
            source="measured al-speed-no-access",
        ),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    cause="the {n} tokens a minute of fast mode are used up; 0 means that the account has no fast mode",
    mend="leave speed out, or wait as retry-after says",
)
def rate_limit_fast_mode() -> None: ...

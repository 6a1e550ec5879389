"""A subscription's extra usage is used up.

## What happens
The plan's own quota is spent, and so is the paid usage beyond it.

## Why the API refuses it
After the quota of a Claude plan, calls draw on extra usage; with that at zero they are refused, as 400. Usual ways
there: a monthly cap on extra usage, a balance that ran out, a feature that always draws on it (long context,
third-party apps).

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"You're out of extra usage. Add more at claude.ai/settings/usage
and keep going."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Add usage at claude.ai/settings/usage, wait for the quota to reset, or use an API key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "You're out of extra usage. Add more at claude.ai/settings/usage and keep going.",
            since="2026-04",
            source="corpus dev-363 dev-364",
        ),
        Says("You{mark}re out of {kind} usage{tail}", since="2026-04", source="corpus dev-363"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the plan's quota and the extra usage beyond it are used up",
    mend="add usage at claude.ai/settings/usage, or wait until the quota resets",
)
def extra_usage_exhausted() -> None: ...

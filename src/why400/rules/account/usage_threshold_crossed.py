"""The tier's monthly threshold is crossed.

## What happens
The organization has used as much this month as its tier allows. There is no retry-after; access comes back at 00:00
UTC on the first of the month.

## Why the API refuses it
Each usage tier has a monthly ceiling that is not the limit you set. Usual ways there: growth beyond the tier, one
month of unusual load.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"You have reached your API usage limits: your organization has crossed
its monthly API usage threshold, and will regain access on 2026-12-01."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Ask for a higher tier or talk to sales; a retry cannot help before the month ends. The details carry error_code
enforced_spend_limit_reached.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "You have reached your API usage limits: your organization has crossed its monthly API usage threshold{tail}",
            since="2026-08",
            source="rules-beyond ratelimit-spend-cap-429",
        ),
        Says("You have reached your API usage limits{tail}", since="2026-08", source="rules-beyond ratelimit-spend-cap-429"),
    ],
    source="rules-messages spend-limit-tier rules-messages code-enforced-spend-limit-reached",
    codes=("enforced_spend_limit_reached",),
    status=429,
    error="rate_limit_error",
    evidence="documented",
    side="account",
    retry="wait",
    phase="answer",
    cause="the month's ceiling of your usage tier is reached; it opens again on the first of the month",
    mend="move to a higher tier, or wait until the first of the month",
)
def usage_threshold_crossed() -> None: ...

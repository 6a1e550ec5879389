"""The spend limit set in the Console is reached.

## What happens
The organization or workspace has spent what its own limit allows this month; the message says when access comes back.

## Why the API refuses it
The limit is one that you set. It comes as 400, not as 429. Usual ways there: a loop or an agent that ran all night, a
limit left at a small figure, a workspace limit under the organization's.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain
access on 2026-12-01 at 00:00 UTC."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Raise the limit in the Console (Settings, Limits; for a workspace in its own settings), or wait for the day that the
message names. Find out what spent it first.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "You have reached your specified API usage limits. You will regain access on {date} at {time} UTC.",
            since="2025-05",
            source="corpus dev-359 dev-360 dev-361 dev-362 dev-698",
        ),
        Says(
            "You have reached your specified API usage limits{tail}",
            since="2026-08",
            source="rules-messages spend-limit-self-set rules-beyond spend-limit-own-400",
        ),
        Says(
            "You have reached your specified workspace API usage limits{tail}", since="2026-08", source="rules-beyond spend-limit-own-400"
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="wait",
    phase="answer",
    cause="the spend limit that you set yourself is used up",
    mend="raise it in the Console under Limits, or wait for the day that the message names",
)
def spend_limit_reached() -> None: ...

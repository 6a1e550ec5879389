"""A subscription's usage limit, in the client's words.

## What happens
The plan's quota for these hours, this week or this model is used up.

## Why the API refuses it
Not an answer of the developer API. Plans count in windows of five hours and of a week.

## Example
```text
You've hit your limit · resets 12pm (America/Los_Angeles)
```

## Fix
Wait until the time that it names, turn extra usage on, choose a smaller model, or use an API key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("You've hit your limit · resets {time}", since="2026-04", source="corpus dev-699"),
        Says("You{mark}ve hit your {kind}limit{tail}", since="2026-04", source="corpus dev-699"),
        Says("You{mark}ve reached your {kind}limit{tail}"),
        Says("Claude AI usage limit reached{tail}"),
        Says("Claude usage limit reached{tail}"),
        Says("{n:n}-hour limit reached{tail}"),
        Says("Weekly limit reached{tail}"),
        Says("Session limit reached{tail}"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    origin="client",
    cause="the plan's quota for this window is used up",
    mend="wait until the time that it names, or turn extra usage on",
)
def claude_code_usage_limit() -> None: ...

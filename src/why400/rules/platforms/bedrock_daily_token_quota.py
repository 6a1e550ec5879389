"""Bedrock's daily token quota is used up.

## What happens
The account's tokens per day for this model are used up; retries within minutes cannot pass.

## Why the API refuses it
New accounts have small daily quotas.

## Example
```text
botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the InvokeModel operation: Too many
tokens per day, please wait before trying again.
```

## Fix
Wait for the next day, use another model or region, or ask AWS for a higher quota.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Too many tokens per day, please wait before trying again.", since="2026-01", source="corpus dev-650 dev-801", on="bedrock"),
    ],
    status=429,
    error="ThrottlingException",
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    origin="platform",
    cause="the account's tokens of this day are used up",
    mend="wait for the next day, or ask AWS for a higher quota",
)
def bedrock_daily_token_quota() -> None: ...

"""Bedrock's request quota is used up.

## What happens
The account's requests or tokens per minute for this model are used up.

## Why the API refuses it
Quotas are per model and region, and small in new accounts. Usual ways there: parallel calls, a large max_tokens (it
counts from the start), a quota of an old model.

## Example
```text
botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the InvokeModel operation: Too many
requests, please wait before trying again.
```

## Fix
Retry with backoff; a cross-region inference profile spreads the load; Service Quotas raises it.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Too many requests, please wait before trying again.", since="2024-09", source="corpus dev-646", on="bedrock"),
        Says("Too many {what}, please wait before trying again{tail}", since="2024-09", source="corpus dev-646", on="bedrock"),
        Says("ThrottlingException", since="2025-05", source="corpus dev-645", on="bedrock"),
    ],
    status=429,
    error="ThrottlingException",
    evidence="observed",
    side="limits",
    retry="backoff",
    phase="answer",
    origin="platform",
    cause="the account's quota per minute for this model is used up",
    mend="retry with backoff; use a cross-region profile, or raise the quota",
)
def bedrock_throttled() -> None: ...

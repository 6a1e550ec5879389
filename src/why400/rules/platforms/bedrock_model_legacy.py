"""A legacy model, unused for a while, is closed to the account.

## What happens
The model is in its last months, and Bedrock closes such models to accounts that have not used them lately.

## Why the API refuses it
Access to a legacy model stays only while it is used (15 days or so). Usual ways there: a fallback model that is never
called, a new region or account with an old configuration.

## Example
```text
botocore.errorfactory.ResourceNotFoundException: An error occurred (ResourceNotFoundException) when calling the InvokeModel
operation: Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 15
days. Please upgrade to an active model on Amazon Bedrock
```

## Fix
Move to an active model; access does not come back.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Access denied. This Model is marked by provider as Legacy and you have not been actively using the "
            "model in the last {n:n} days. Please upgrade to an active model on Amazon Bedrock",
            since="2026-03",
            source="corpus dev-006",
            on="bedrock",
        ),
        Says("Access denied. This Model is marked by provider as Legacy{tail}", since="2026-05", source="corpus dev-007", on="bedrock"),
    ],
    status=404,
    error="ResourceNotFoundException",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the model is a legacy one, and this account has not used it lately",
    mend="move to an active model",
)
def bedrock_model_legacy() -> None: ...

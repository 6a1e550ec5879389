"""The role lacks AWS Marketplace permissions.

## What happens
The first call to a model subscribes the account in AWS Marketplace; the role that calls may not do that.

## Why the API refuses it
Usual ways there: a role with bedrock:InvokeModel only; a service control policy against Marketplace; a payment method
that Marketplace refuses.

## Example
```text
botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: Model
access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions
(aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.
```

## Fix
Let somebody with the named permissions call the model once, or give them to the role; then wait a few minutes.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Model access is denied due to IAM user or service role is not authorized to perform the required AWS "
            "Marketplace actions ({list}) to enable access to this model. Refer to the Amazon Bedrock documentation "
            "for further details. Your AWS Marketplace subscription for this model cannot be completed at this time. "
            "If you recently fixed this issue, try again after {n:n} minutes.",
            since="2026-03",
            source="corpus dev-151 dev-515",
            on="bedrock",
        ),
        Says(
            "Model access is denied due to IAM user or service role is not authorized to perform the required AWS "
            "Marketplace actions ({list}) to enable access to this model.",
            since="2026-03",
            source="corpus dev-750",
            on="bedrock",
        ),
        Says("Model access is denied due to {rest:rest}", since="2026-03", source="corpus dev-151", on="bedrock"),
    ],
    status=403,
    error="AccessDeniedException",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the role that calls may not subscribe the account to the model in AWS Marketplace",
    mend="call the model once with a role that may, or grant these actions; then wait a few minutes",
)
def bedrock_marketplace_permission_missing() -> None: ...

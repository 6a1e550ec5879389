"""The AWS account has not enabled outbound web identity federation.

## What happens
Claude Platform on AWS trusts tokens that AWS issues for the caller; the account does not issue any.

## Why the API refuses it
The switch belongs to IAM and is off in most accounts.

## Example
```text
Outbound web identity federation is disabled for your account
```

## Fix
An administrator enables outbound web identity federation in IAM (account settings).
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Outbound web identity federation is disabled for your account",
            since="2026-08",
            source="corpus dev-545 rules-beyond cpaws-federation",
            on="aws",
        ),
        Says(
            "{lead}Outbound web identity federation is disabled for your account{tail}", since="2026-08", source="corpus dev-545", on="aws"
        ),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the AWS account issues no identity tokens for outside services",
    mend="let an administrator enable outbound web identity federation in IAM",
)
def aws_identity_federation_disabled() -> None: ...

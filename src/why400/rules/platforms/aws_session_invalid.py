"""The AWS SSO session has lapsed.

## What happens
The session of AWS IAM Identity Center is over, so no credentials can be fetched.

## Why the API refuses it
Sessions end after some hours, and with a logout elsewhere.

## Example
```text
UnauthorizedException: Session token not found or invalid
```

## Fix
`aws sso login --profile …`, then start the program anew.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Session token not found or invalid", since="2026-07", source="corpus dev-247", on="bedrock"),
    ],
    status=401,
    error="UnauthorizedException",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the AWS SSO session is over",
    mend="log in anew with aws sso login",
)
def aws_session_invalid() -> None: ...

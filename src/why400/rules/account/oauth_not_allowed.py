"""The organization may not log in by OAuth.

## What happens
The login works, but the organization behind it has bearer tokens switched off. Until mid-2026 this came as 401
authentication_error, since then as 403 permission_error.

## Why the API refuses it
An administrator can restrict how members sign in. Usual ways there: a Claude Code login with a company account, an
organization that was disabled, a subscription that has ended.

## Example
```text
Error code: 403
{"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this
organization."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Ask the organization's administrator, choose another organization at login, or use an API key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "OAuth authentication is currently not allowed for this organization.",
            since="2025-07",
            source="corpus dev-171 dev-172 dev-173 dev-174",
        ),
    ],
    status=403,
    error="permission_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the organization does not allow bearer tokens",
    mend="ask its administrator, choose another organization at login, or use an API key",
)
def oauth_not_allowed() -> None: ...

"""The OAuth token is unknown, malformed or not accepted.

## What happens
A bearer token was sent, and no session belongs to it.

## Why the API refuses it
Tokens are bound to one login and end with it. Usual ways there: a logout elsewhere, an API key sent as
`Authorization: Bearer`, a token cut in an environment variable, a login on another machine that replaced
this one. A token that was in force and was revoked is refused with 403.

## Example
```text
Error code: 401
{"type":"error","error":{"type":"authentication_error","message":"Invalid OAuth token. The provided token was not found or is
malformed."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Log in anew (Claude Code: `/login`); send API keys as `x-api-key`, and only one kind of credential.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Invalid OAuth token. The provided token was not found or is malformed.", since="2025-07", source="corpus dev-061 dev-441"),
        Says("OAuth access token is invalid.", since="2026-08", source="corpus dev-543"),
        Says(
            "OAuth token has been revoked. Please obtain a new token.",
            since="2025-10",
            source="public anthropics/claude-code#9635 anthropics/claude-code#29497",
            status=403,
            error="permission_error",
        ),
        Says("Invalid authentication credentials", since="2026-03", source="corpus dev-055"),
    ],
    status=401,
    error="authentication_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="no session belongs to the bearer token that was sent",
    mend="log in anew, and make sure that no other credential is sent in its place",
)
def oauth_token_invalid() -> None: ...

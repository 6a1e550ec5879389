"""The OAuth token has expired.

## What happens
The access token was good once; its hours are over and it was not refreshed.

## Why the API refuses it
Access tokens live for hours. Usual ways there: two processes that refresh the same token, a machine that slept, a
token copied into a variable or container where nobody refreshes it, a clock that is wrong.

## Example
```text
Error code: 401
{"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your
existing token."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Refresh the token with its refresh token, or log in anew. For machines use an API key or workload identity rather than
a copied token.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "OAuth token has expired. Please obtain a new token or refresh your existing token.",
            since="2025-09",
            source="corpus dev-177 dev-178",
        ),
    ],
    status=401,
    error="authentication_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the access token is past its end and was not refreshed",
    mend="refresh it or log in anew; do not copy tokens to where nobody refreshes them",
)
def oauth_token_expired() -> None: ...

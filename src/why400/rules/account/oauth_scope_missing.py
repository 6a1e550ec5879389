"""The OAuth token lacks a scope.

## What happens
The token is good, but was not given the right that this endpoint asks for.

## Why the API refuses it
A token can do what was asked for at login, no more. Usual ways there: a token made by `claude setup-token` (inference
only) used for profile or usage endpoints; a login from before the scope existed.

## Example
```text
Error code: 403
{"type":"error","error":{"type":"permission_error","message":"OAuth token does not meet scope requirement user:profile"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Log in anew so that the token gets the scope that the message names, or use a credential made for that endpoint.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("OAuth token does not meet scope requirement {scope}", since="2025-11", source="corpus dev-175 dev-176"),
    ],
    source="rules-beyond wif-scope-403",
    status=403,
    error="permission_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the token was not given the scope {scope}",
    mend="log in anew so that the token gets that scope, or use another credential",
)
def oauth_scope_missing() -> None: ...

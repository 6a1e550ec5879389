"""The organization's settings forbid browser calls.

## What happens
A web page called the API directly, and the organization does not allow that.

## Why the API refuses it
A key in a page is a key in everyone's hands, so organizations can close that door. Usual ways there: a front-end
without a server behind it; an Origin header that a proxy passes on.

## Example
```text
Error code: 401
{"type":"error","error":{"type":"authentication_error","message":"CORS requests are not allowed for this Organization because of its
settings. If you believe this in error, contact support at https://support.anthropic.com/."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Call from a server of your own; strip the Origin header there.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "CORS requests are not allowed for this Organization because of its settings. If you believe this in "
            "error, contact support at {url}.",
            since="2025-03",
            source="corpus dev-031",
        ),
        Says(
            "CORS requests are not allowed for this Organization because of {tail}",
            since="2025-03",
            source="corpus dev-031 rules-beyond cors-401",
        ),
    ],
    status=401,
    error="authentication_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the call comes from a browser, and the organization does not allow that",
    mend="call from a server of your own, without an Origin header",
)
def cors_not_allowed() -> None: ...

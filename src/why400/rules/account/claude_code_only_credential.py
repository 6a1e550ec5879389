"""A Claude Code credential is used for other API requests.

## What happens
The token belongs to a Claude subscription and may only be used by Claude Code itself.

## Why the API refuses it
Subscriptions pay for their own apps, not for the developer API. Usual ways there: a proxy or another agent that sends
the token of Claude Code; a request without the system prompt and headers that Claude Code sends.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"This credential is only authorized for use with Claude Code and
cannot be used for other API requests."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Use an API key from the Console for anything that is not Claude Code.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This credential is only authorized for use with Claude Code and cannot be used for other API requests.",
            since="2025-09",
            source="corpus dev-296 dev-297 dev-298 dev-299",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the token of a subscription is used outside Claude Code",
    mend="use an API key from the Console for other programs",
)
def claude_code_only_credential() -> None: ...

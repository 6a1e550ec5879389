"""x-api-key and Authorization are both sent.

## What happens
The request carries two credentials.

## Why the API refuses it
One is enough, and which of them counts is not documented; where that one is stale, the good one does not help. Usual ways there: an
environment with both `ANTHROPIC_API_KEY` and `ANTHROPIC_AUTH_TOKEN`, a proxy that adds its own.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
Authorization: Bearer REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Authorization: Bearer REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: which one to keep is yours to say.
"""

from why400.rules import Call, Header, Hit, rule


@rule(
    status=401,
    error="authentication_error",
    evidence="inferred",
    severity="warning",
    side="credentials",
    retry="after-fix",
    phase="transport",
    source="rules-messages auth-both-headers-precedence auth-one-credential",
    cause="two credentials are sent, x-api-key and Authorization",
    mend="send one of them",
)
def credentials_conflict(call: Call) -> Hit | None:
    if {"x-api-key", "authorization"} <= call.present and call.served == "anthropic":
        return Hit(Header("authorization"))
    return None

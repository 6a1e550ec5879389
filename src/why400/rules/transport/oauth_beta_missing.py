"""A subscription's token is sent without its beta.

## What happens
The credential is a subscription's OAuth token, and `anthropic-beta` lacks `oauth-2025-04-20`.

## Why the API refuses it
Such tokens are taken on messages only with that beta; without it the answer is 401. Usual ways there: a token of Claude Code used in
another client.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Authorization: Bearer sk-ant-oat01-example
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Authorization: Bearer sk-ant-oat01-example
anthropic-version: 2023-06-01
anthropic-beta: oauth-2025-04-20

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: headers are yours to set.
"""

from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[
        Says(
            "OAuth authentication is currently not supported.",
            since="2025-08",
            source="public chatml/chatml#780 anthropics/claude-code#5983 anthropics/anthropic-sdk-python#988",
        ),
    ],
    status=401,
    error="authentication_error",
    evidence="observed",
    severity="warning",
    side="credentials",
    retry="after-fix",
    phase="transport",
    order=30,
    source="measured oauth-beta",
    cause="a subscription's token needs the beta oauth-2025-04-20",
    mend="send anthropic-beta: oauth-2025-04-20, or an API key",
)
def oauth_beta_missing(call: Call) -> Hit | None:
    token = (call.header("authorization") or "").removeprefix("Bearer ").strip()
    if not token.startswith("sk-ant-oat") or call.served != "anthropic" or "/v1/messages" not in call.path:
        return None
    return Hit(Header("anthropic-beta")) if call.context.has_beta("oauth-2025-04-20") is False else None

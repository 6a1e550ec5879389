"""No credential was sent.

## What happens
The request has neither `x-api-key` nor `Authorization: Bearer`.

## Why the API refuses it
Every request has to say who pays. Usual ways there: an environment variable that is not set where the program runs (container, cron, CI),
another provider's header name (`api-key`), a proxy that strips credentials.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json
anthropic-version: 2023-06-01
x-api-key: REDACTED

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: the key is yours.
"""

from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[Says("x-api-key header is required", since="2026-09", source="corpus dev-357")],
    status=401,
    error="authentication_error",
    evidence="observed",
    side="credentials",
    retry="after-fix",
    phase="transport",
    order=10,
    source="rules-messages auth-one-credential",
    cause="the request has no credential",
    mend="send the key as x-api-key, or as Authorization: Bearer",
)
def api_key_missing(call: Call) -> Hit | None:
    if call.present & {"x-api-key", "authorization"} or "anthropic-version" not in call.present:
        return None
    if call.served == "foundry" and "api-key" in call.present:
        return None  # Azure's own header is taken there, too
    # recordings drop credentials: only headers that were written by hand are known to be all there are
    return Hit(Header("x-api-key")) if call.direct and call.by_hand else None

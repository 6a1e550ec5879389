"""A browser calls the API without the header that allows it.

## What happens
The request comes from a web page (it has an `Origin`) and lacks `anthropic-dangerous-direct-browser-access: true`.

## Why the API refuses it
A key in a page can be read by everyone who opens it, so the API wants it said that this is meant. Better is a server of your own in
between.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Origin: https://app.example
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Origin: https://app.example
anthropic-dangerous-direct-browser-access: true
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: headers are yours to set (`dangerouslyAllowBrowser: true` in the TypeScript SDK).
"""

from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[Says("CORS requests must set 'anthropic-dangerous-direct-browser-access' header", since="2024-09", source="corpus dev-032")],
    status=401,
    error="authentication_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="transport",
    cause="a browser's request needs the header anthropic-dangerous-direct-browser-access",
    mend="send anthropic-dangerous-direct-browser-access: true, or call from a server",
)
def cors_header_missing(call: Call) -> Hit | None:
    if "origin" not in call.present or "anthropic-dangerous-direct-browser-access" in call.present or not call.direct:
        return None
    return Hit(Header("anthropic-dangerous-direct-browser-access"))

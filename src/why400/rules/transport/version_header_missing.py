"""The anthropic-version header is missing.

## What happens
The request does not say which version of the API it speaks.

## Why the API refuses it
The header has no default. The official SDKs send it by themselves; usual ways there: a request built by hand, a proxy that passes on
known headers only, `x-api-version` or `anthropic_version` in its place.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json
x-api-key: REDACTED

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: headers are yours to set.
"""

from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[
        Says(
            "anthropic-version: header is required",
            since="2024-01",
            source="measured cm-version-header-missing corpus dev-009 dev-010 dev-011",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="transport",
    order=20,
    source="rules-messages version-header-required",
    cause="the header anthropic-version is missing",
    mend="send anthropic-version: 2023-06-01 (or 2026-10-21)",
)
def version_header_missing(call: Call) -> Hit | None:
    # a recording that dropped its headers has dropped the credentials too, so their presence tells that the rest is there
    if "anthropic-version" in call.present or not call.present & {"x-api-key", "authorization"}:
        return None
    return Hit(Header("anthropic-version")) if call.direct else None

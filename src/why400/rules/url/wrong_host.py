"""The host is a web site of Anthropic, not the API.

## What happens
The request goes to `claude.ai`, the Console or the documentation.

## Why the API refuses it
Only API hosts answer API calls; a web site answers with a page, a redirect or a challenge. Usual ways there: a base URL copied from the
browser.

## Example
```http
POST /v1/messages HTTP/1.1
Host: console.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: set the base URL to https://api.anthropic.com, or to that of your cloud platform.
"""

from why400.rules import Call, Hit, UrlPath, rule

_SITES = (
    "claude.ai",
    "claude.com",
    "platform.claude.com",
    "docs.claude.com",
    "anthropic.com",
    "console.anthropic.com",
    "docs.anthropic.com",
)


@rule(
    status=None,
    error=None,
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond bedrock-mantle-shape foundry-shape google-anthropic-managed",
    cause="{host} is a web site, not the API",
    mend="send it to https://api.anthropic.com",
)
def wrong_host(call: Call) -> Hit | None:
    host = call.host.partition(":")[0].removeprefix("www.")
    return Hit(UrlPath(), host=host) if host in _SITES else None

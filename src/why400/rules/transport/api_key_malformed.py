"""The key cannot be one: a placeholder, stray characters, or a key of another kind.

## What happens
The credential has a form that no API key has, so it will not be found.

## Why the API refuses it
Keys begin with `sk-ant-api`. Usual ways there: `your-api-key` left in place, quotes or a line break copied along, another vendor's key,
an admin key (`sk-ant-admin…`) for messages, a subscription's token (`sk-ant-oat…`) in `x-api-key`, the word `Bearer` twice.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: your-api-key
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
None: the key is yours. why400 never prints it.
"""

import re

from why400.rules import Call, Header, Hit, Hits, rule

_OTHERS = {
    "sk-proj-": "OpenAI",
    "sk-or-": "OpenRouter",
    "AIza": "Google",
    "gsk_": "Groq",
    "xai-": "xAI",
    "hf_": "Hugging Face",
    "ghp_": "GitHub",
    "AKIA": "AWS",
}
# Of the other endpoints under /v1/organizations some take API keys with a scope of their own.
_ADMIN = tuple(
    f"/v1/organizations/{one}"
    for one in ("api_keys", "cost_report", "external_keys", "invites", "usage_report", "users", "workspaces", "rbac_", "service_accounts")
)
_PLACEHOLDER = re.compile(
    r"(?i)(?:^|[-_ <{\[])(?:your|my|insert|replace|change|api[-_ ]?key|key[-_ ]?here|placeholder|dummy|test)(?:$|[-_ >}\]])"
)


@rule(
    status=401,
    error="authentication_error",
    evidence="documented",
    severity="warning",
    side="credentials",
    retry="after-fix",
    phase="transport",
    source="rules-messages auth-key-kinds auth-admin-key-form auth-bearer-accepts-api-key rules-beyond admin-key",
    cause="the credential {what}",
    mend="send an API key of the Claude Console, and nothing else in that header",
)
def api_key_malformed(call: Call) -> Hits:
    if call.served != "anthropic":
        return
    for name in ("x-api-key", "authorization"):
        for value in call.headers.get(name, ()):
            what = _what(name, value, call.path)
            if what is not None:
                yield Hit(Header(name), what=what, label="no API key")


def _what(header: str, value: str, path: str) -> str | None:
    """What is wrong with the credential, in words that do not show it."""
    key = value
    if header == "authorization":
        scheme, _, key = value.strip().partition(" ")
        if scheme.lower() != "bearer":
            return None if key and scheme.upper().startswith("AWS4") else "has a scheme other than Bearer"
    if key.strip().lower().startswith("bearer "):
        return "holds the word Bearer where only the key belongs" if header == "x-api-key" else "holds the word Bearer twice"
    if key != key.strip() or re.search(r"\s", key):
        return "holds white space"
    if key.strip("\"'") != key:
        return "stands in quotes"
    vendor = next((vendor for prefix, vendor in _OTHERS.items() if key.startswith(prefix)), None)
    if vendor is not None:
        return f"is a key of {vendor}"
    if key.startswith("sk-ant-admin") and not path.startswith("/v1/organizations"):
        return "is an admin key, which the Messages API does not take"
    if key.startswith("sk-ant-api") and path.startswith(_ADMIN):
        return "is an API key, where an admin key or an organization token belongs"
    if header == "x-api-key" and key.startswith("sk-ant-oat"):
        return "is a subscription's token, which goes into Authorization: Bearer"
    if not key.startswith("sk-ant-") and _PLACEHOLDER.search(key):
        return "is a placeholder"
    return None

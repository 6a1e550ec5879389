"""A header that takes an id has something else in it.

## What happens
`anthropic-workspace-id` or `anthropic-user-profile-id` holds a name, a UUID or an id of another kind.

## Why the API refuses it
The value is looked up as it stands: workspaces have ids that begin with `wrkspc_`, user profiles with `uprof_`. Usual ways there: the
workspace's name in place of its id, an organization's id.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-workspace-id: my-team

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-workspace-id: wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: only you know the id.
"""

from why400.rules import Call, Header, Hit, Hits, rule

_PREFIXES = {"anthropic-workspace-id": "wrkspc_", "anthropic-user-profile-id": "uprof_"}


@rule(
    status=400,
    error="invalid_request_error",
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="transport",
    source="rules-beyond workspace-header-match workspace-user-profile errcode-user-profile-not-found",
    cause="{name} is no such id: those begin with {prefix}",
    mend="put the id there, which begins with {prefix}",
)
def id_header_malformed(call: Call) -> Hits:
    if not call.direct:
        return
    for name, prefix in _PREFIXES.items():
        value = (call.header(name) or prefix).strip()
        if not value.startswith((prefix, "{", "<", "$")) and value != "default":
            yield Hit(Header(name), name=name, prefix=prefix)

"""The anthropic-version header holds no known version.

## What happens
The value of `anthropic-version` is none that the API has published.

## Why the API refuses it
The value is compared as it stands. Usual ways there: a date made up, a `v` in front, quotes kept, the header sent twice (a proxy adds its
own, and both are joined by a comma).

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01, 2023-06-01

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
None: headers are yours to set.
"""

import re

from why400.contract import versions
from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[Says('anthropic-version: "{value}" is not a valid version', since="2026-07", source="corpus dev-012")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="transport",
    order=20,
    source="rules-messages version-invalid",
    cause="{value} is no version of the API",
    mend="send a version that is published; {near} is nearest",
)
def version_header_invalid(call: Call) -> Hit | None:
    values = call.headers.get("anthropic-version", [])
    if not values or not call.direct:
        return None
    value = ", ".join(value.strip() for value in values)
    if versions.find(value) is not None:
        return None
    names = [version.name for version in versions.known()]
    newer = re.fullmatch(r"20\d\d-\d\d-\d\d", value) is not None and value > max(names)  # may be newer than what is known here
    near = versions.nearest(value.partition(",")[0]) or versions.default().name
    return Hit(Header("anthropic-version"), value=value, near=near, severity="warning" if newer else None)

"""The path is no endpoint of the API.

## What happens
The request goes to a path that the API does not have.

## Why the API refuses it
Paths are compared as they are sent. Usual ways there: a base URL that ends in `/` or already has `/v1` (`//v1/messages`,
`/v1/v1/messages`), a base URL without `/v1` for a client that does not add it, a path of another API, a typing error.

## Example
```http
POST //v1/messages HTTP/1.1
Host: api.anthropic.com
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
None: the base URL stands in the client's settings. The official SDKs add `/v1/…` by themselves.
"""

import re

from why400.contract import platforms
from why400.contract.schema import ENDPOINTS
from why400.rules import Call, Hit, Says, UrlPath, rule


@rule(
    says=[Says("Not Found", since="2024-11", source="corpus dev-169")],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="url",
    source="measured ur-double-slash rules-messages error-type-404",
    cause="this is no endpoint of the API: {path}",
    mend="check the base URL and the path; {near} is nearest",
)
def path_not_found(call: Call) -> Hit | None:
    if call.context.endpoint in ENDPOINTS and call.served == "anthropic":
        return None
    from why400.contract import endpoints  # here: the list takes a millisecond to read, and few requests need it

    method, _, path = call.context.endpoint.partition(" ")
    platform = platforms.find(call.served or "")
    if platform is None:
        return None
    if platform.name in ("foundry", "bedrock") and re.fullmatch(r"/+v1/messages(/.*)?", path):
        return Hit(UrlPath(), path=path, near="/anthropic/v1/messages", severity="warning")
    if platform.name not in ("anthropic", "aws") or endpoints.methods(path):
        return None
    near = endpoints.nearest(method, path)
    # the list of endpoints is not whole: only what is a slip of a known path in slashes and versions is certain
    certain = re.search(r"//|/v1/v1/", path) is not None or bool(endpoints.methods("/v1" + path))
    if near is None and not certain:
        return None
    return Hit(
        UrlPath(),
        path=path,
        near=f"{near}" if near else None,
        severity=None if certain else "warning",
    )

"""The endpoint does not take this HTTP method.

## What happens
The path is right, but it is not served with GET, or not with POST.

## Why the API refuses it
Each path has its methods. Usual ways there: a URL opened in a browser, a redirect that turned a POST into a GET, `curl` without `-d`.
The text `Method Not Allowed` alone was seen from another server behind a wrong base URL.

## Example
```http
GET /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

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
None: the method stands in the client's call.
"""

from why400.contract.schema import ENDPOINTS
from why400.rules import Call, Hit, Method, Says, rule


@rule(
    says=[Says("Method Not Allowed", since="2024-03", when="answer", source="corpus dev-149")],
    status=405,
    error=None,
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="url",
    source="corpus dev-149",
    origin="lookalike",
    cause="the endpoint takes {methods} || the endpoint does not take this method",
    mend="use {methods} || use the method that the reference names",
)
def method_not_allowed(call: Call) -> Hit | None:
    if call.context.endpoint in ENDPOINTS or call.served not in ("anthropic", "aws"):
        return None
    from why400.contract import endpoints  # here: the list takes a millisecond to read, and few requests need it

    method, _, path = call.context.endpoint.partition(" ")
    if endpoints.match(method, path) is not None:
        return None
    methods = endpoints.methods(path)
    return Hit(Method(), methods=" or ".join(methods)) if methods else None

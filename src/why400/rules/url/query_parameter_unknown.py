"""A query parameter that the endpoint does not have.

## What happens
The URL's query has a name that is not known at this endpoint.

## Why the API refuses it
Whether unknown names are refused or ignored has not been measured, so this warns; `?beta=true`, which older SDKs add, is ignored. Usual
ways there: paging parameters of another API (`offset`, `cursor`), a member of the body put into the query.

## Example
```http
GET /v1/messages/batches?offset=20 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/messages/batches?limit=20 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: the URL is yours to set.
"""

from why400.rules import Call, Hit, Hits, Query, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="url",
    source="measured beta-query",
    cause="the endpoint has no parameter {name}",
    mend="take it away, or use one of {known}",
)
def query_parameter_unknown(call: Call) -> Hits:
    if all(name == "beta" for name, _ in call.query):
        return
    endpoint = call.endpoint
    if endpoint is None or not endpoint.in_sdk:
        return
    known = {param.name.removesuffix("[]") for param in endpoint.query}
    for name in dict.fromkeys(name for name, _ in call.query):
        if name != "beta" and name.removesuffix("[]") not in known:
            yield Hit(Query(name), name=name, known=", ".join(sorted(known)) or "none")

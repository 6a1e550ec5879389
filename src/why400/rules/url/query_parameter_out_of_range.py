"""A query parameter is outside its range.

## What happens
`limit` or another number of the query is smaller or larger than the endpoint takes, or is no number.

## Why the API refuses it
Lists come in pages of a bounded size. Usual ways there: a large `limit` to get everything at once, in place of following the pages.

## Example
```http
GET /v1/messages/batches?limit=5000 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/messages/batches?limit=1000 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: ask for fewer, and follow the pages.
"""

import re

from why400.rules import Call, Hit, Hits, Query, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond query-limit-1-1000-20 query-limit-1-100-20 query-limit-1000-20",
    cause="{name} is {value}, the endpoint takes {range}",
    mend="send a number within {range}",
)
def query_parameter_out_of_range(call: Call) -> Hits:
    if all(name == "beta" for name, _ in call.query) or call.served not in ("anthropic", "aws"):
        return
    from why400.contract import endpoints  # here: the list takes a millisecond to read, and few requests need it

    endpoint = endpoints.match(*call.context.endpoint.split(" ", 1))
    if endpoint is None:
        return
    bounded = {param.name: param for param in endpoint.query if param.min is not None or param.max is not None}
    for name, value in call.query:
        param = bounded.get(name)
        if param is None:
            continue
        number = int(value) if re.fullmatch(r"-?\d{1,18}", value, re.ASCII) else None
        if number is not None and (param.min is None or number >= param.min) and (param.max is None or number <= param.max):
            continue
        low, high = param.min if param.min is not None else "…", param.max if param.max is not None else "…"
        yield Hit(Query(name), name=name, value=value[:40], range=f"{low} to {high}", severity=None if number is not None else "warning")

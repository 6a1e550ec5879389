"""An id in the path is of another kind.

## What happens
The path wants, say, a batch's id (`msgbatch_…`), and another kind of id stands there.

## Why the API refuses it
Ids of other kinds are not found. Usual ways there: a message's or request's id in place of the batch's, a custom id of your own.

## Example
```http
GET /v1/messages/batches/req_011CSHoEeqs5C35K2UUqR7Fy HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/messages/batches/msgbatch_013Zva2CMHLNnXjNJJKqJ2EF HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: only you know which one is meant.
"""

from why400.rules import Call, Hit, Hits, UrlPath, rule


@rule(
    status=404,
    error="not_found_error",
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond file-not-found",
    cause="{id} is no {what}: those begin with {prefix}",
    mend="put the {what} there, which begins with {prefix}",
)
def wrong_id_kind(call: Call) -> Hits:
    path = call.context.endpoint.partition(" ")[2]
    if path.count("/") < 3:
        return
    endpoint = call.endpoint
    if endpoint is None:
        return
    given = endpoint.arguments(path)
    for param in endpoint.params:
        value = given.get(param.name, "")
        if param.prefix and value and not value.startswith((param.prefix, "{", ":", "<", "$", "%7B")):
            yield Hit(UrlPath(), id=value[:64], what=param.name, prefix=param.prefix)

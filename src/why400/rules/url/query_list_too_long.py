"""A query parameter is repeated more often than the endpoint takes.

## What happens
A list in the query (`ids[]=…&ids[]=…`) has too many entries.

## Why the API refuses it
Lists in the query are bounded, mostly to 100 entries; equal ones count once. Usual ways there: all ids of a table in one request.

## Example
```http
GET /v1/models?lifecycle[]=active&lifecycle[]=deprecated&lifecycle[]=retired&lifecycle[]=new HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/models?lifecycle[]=active&lifecycle[]=deprecated&lifecycle[]=retired HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: ask in several requests.
"""

from why400.rules import Call, Hit, Hits, Query, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond file-list-ids query-ids-100 query-lifecycle-3 query-filter-100 query-group_by-100 query-group_by-5 "
    "query-user_ids-100 query-workspace_ids-100 admin-id-lists-100 analytics-group-by-5",
    cause="{name} has {count} entries, {limit} are the most",
    mend="ask for at most {limit} at once",
)
def query_list_too_long(call: Call) -> Hits:
    if len(call.query) < 2:  # the smallest limit is three
        return
    endpoint = call.endpoint
    if endpoint is None:
        return
    limits = {param.name.removesuffix("[]"): param.max_items for param in endpoint.query if param.max_items is not None}
    entries: dict[str, set[str]] = {}
    for name, value in call.query:
        entries.setdefault(name.removesuffix("[]"), set()).add(value)
    if endpoint.path.startswith("/v1/organizations/analytics/"):
        entries["group_by"] = entries.get("group_by", set()) - {"cost_type", "token_type"}  # these two are not counted
    for bare, limit in limits.items():
        count = len(entries.get(bare, ()))
        if count > limit:
            name = next(name for name, _ in call.query if name.removesuffix("[]") == bare)
            sure = endpoint.path == "/v1/files"
            yield Hit(Query(name), name=name, count=count, limit=limit, severity=None if sure else "warning")

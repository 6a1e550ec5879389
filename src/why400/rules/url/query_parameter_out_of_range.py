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

from why400.rules import Call, Hit, Hits, Query, Says, rule

# Reports whose largest `limit` depends on the width of their buckets; the first width is the one without bucket_width.
_BUCKETS = {
    "/v1/organizations/usage_report/messages": {"1d": 31, "1h": 168, "1m": 1440},
    "/v1/organizations/analytics/cost_report": {"1d": 31, "1h": 168, "1m": 256},
    "/v1/organizations/analytics/usage_report": {"1d": 31, "1h": 168, "1m": 256},
}
_ACTIVITIES = "/v1/compliance/activities"
_SESSIONS = "/v1/compliance/apps/sessions/"


@rule(
    says=[
        Says(
            "The limit parameter must be between {low:n} and {high:n}, inclusive. Got {value}.",
            since="2026-08",
            source="rules-beyond compliance-limit",
            when="compliance",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond query-limit-1-1000-20 query-limit-1-100-20 query-limit-1000-20 query-limit-100-20 "
    "query-limit-1-1000-100 query-version-1 query-block_ms-1-999 work-poll admin-usage-limit analytics-legacy-limit compliance-max-bytes",
    cause="{name} is {value}, the endpoint takes {range} || a parameter of the query is outside its range",
    mend="send a number within {range} || send a number within the range that the message names",
)
def query_parameter_out_of_range(call: Call) -> Hits:
    if all(name == "beta" for name, _ in call.query):
        return
    endpoint = call.endpoint
    if endpoint is None:
        return
    bounds = {param.name: (param.min, param.max) for param in endpoint.query if param.min is not None or param.max is not None}
    widths = _BUCKETS.get(endpoint.path)
    if widths is not None:
        width = dict(call.query).get("bucket_width", "1d")
        bounds["limit"] = (1, widths.get(width, max(widths.values())))
    compliance = endpoint.path.startswith("/v1/compliance/")
    if compliance and any(param.name == "limit" for param in endpoint.query):
        bounds.setdefault("limit", (1, 1000))  # on most of them; which take less or more is not listed
    for name, value in call.query:
        number = int(value) if re.fullmatch(r"-?\d{1,18}", value, re.ASCII) else None
        low, high = bounds.get(name, (None, None))
        if endpoint.path.startswith(_SESSIONS) and name in ("tool_use_input_max_bytes", "tool_result_max_bytes"):
            wrong = number is None or (number < 1 and number != -1)
            shown = "1 or more, or -1 for all"
        else:
            wrong = (low is not None or high is not None) and not (
                number is not None and (low is None or number >= low) and (high is None or number <= high)
            )
            shown = f"{'…' if low is None else low} to {'…' if high is None else high}"
        if wrong:
            yield Hit(
                Query(name),
                name=name,
                value=value[:40],
                range=shown,
                low=low,
                high=high,
                when="compliance" if compliance and name == "limit" and low is not None and high is not None else "",
                severity="warning" if number is None or (compliance and name == "limit" and endpoint.path != _ACTIVITIES) else None,
            )

"""A query parameter that the endpoint needs is missing.

## What happens
The report or list is asked for without the parameter that it cannot do without, mostly the start of the period.

## Why the API refuses it
These parameters have no default. Usual ways there: a report opened without a period, `start_date` or `from` in place of `starting_at`.

## Example
```http
GET /v1/organizations/cost_report?limit=7 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/organizations/cost_report?limit=7&starting_at=2026-10-01T00:00:00Z HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: only you know the period.
"""

from why400.rules import Call, Hit, Hits, Query, rule

_ANALYTICS = "/v1/organizations/analytics/"


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond admin-usage-params admin-cost-params admin-cc-usage analytics-range-31d analytics-date-or-range",
    cause="the query lacks {name}, which has no default",
    mend="add {name}=… to the query",
)
def query_parameter_missing(call: Call) -> Hits:
    if not call.context.endpoint.startswith("GET /v1/organizations/") or call.context.bare:
        return
    endpoint = call.endpoint
    if endpoint is None:
        return
    given = {name.removesuffix("[]") for name, _ in call.query}
    for param in endpoint.query:
        if param.required and param.name.removesuffix("[]") not in given:
            yield Hit(Query(param.name), name=param.name)
    names = {param.name for param in endpoint.query}
    if {"date", "starting_date"} <= names and not given & {"date", "starting_date"} and endpoint.path.startswith(_ANALYTICS):
        yield Hit(Query("date"), name="date (or starting_date)", severity="warning")

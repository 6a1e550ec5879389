"""A query parameter has a value that it does not take.

## What happens
The parameter is one of the endpoint's, but only a few values are allowed and another one stands there.

## Why the API refuses it
Such parameters choose from a fixed list, spelt exactly so. Usual ways there: a plural or another case (`Archived`), a value of another
endpoint, several values joined by commas where the parameter is to be repeated (`lifecycle[]=active&lifecycle[]=retired`).

## Example
```http
GET /v1/skills?source=mine HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/skills?source=custom HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: only you know which one is meant.
"""

from why400.rules import Call, Hit, Hits, Query, rule

# Values of repeated parameters, and of those whose type is only described: the contract's list of endpoints has the others.
_VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("/v1/models", "lifecycle"): ("active", "deprecated", "retired"),
    ("/v1/skills", "source"): ("anthropic", "custom"),
    ("/v1/deployments", "status"): ("active", "paused"),
    ("/v1/memory_stores/{memory_store_id}/memories", "depth"): ("0", "1"),
    ("/v1/sessions/{session_id}/events/stream", "event_deltas"): ("agent.message", "agent.thinking"),
    ("/v1/sessions/{session_id}/threads/{thread_id}/stream", "event_deltas"): ("agent.message", "agent.thinking"),
    ("/v1/organizations/usage_report/messages", "bucket_width"): ("1d", "1h", "1m"),
    ("/v1/organizations/cost_report", "bucket_width"): ("1d",),
    ("/v1/organizations/cost_report", "group_by"): ("description", "workspace_id"),
    ("/v1/compliance/apps/chats", "order_by"): ("created_at", "updated_at"),
}
# The analytics endpoints' own lists grow: what they do not name may be new.
_DOCUMENTED = ("/v1/sessions/", "/v1/organizations/usage_report/", "/v1/organizations/cost_report", "/v1/compliance/")


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond models-lifecycle skill-list-source deployment-list-status memory-list-depth memory-list-prefix "
    "session-event-deltas admin-usage-params admin-cost-params",
    cause="{name} is {value}, and takes {allowed}",
    mend="send what it takes: {allowed}",
)
def query_parameter_value_unknown(call: Call) -> Hits:
    if all(name == "beta" for name, _ in call.query):
        return
    endpoint = call.endpoint
    if endpoint is None:
        return
    listed = {param.name.removesuffix("[]"): param.values for param in endpoint.query if param.values}
    for name, value in call.query:
        bare = name.removesuffix("[]")
        if bare == "path_prefix" and endpoint.path.startswith("/v1/memory_stores/") and not value.endswith("/"):
            yield Hit(Query(name), name=name, value=value[:40], allowed="a path that ends in /", severity="warning")
        allowed = _VALUES.get((endpoint.path, bare)) or listed.get(bare)
        if allowed is not None and value not in allowed:
            severity = None if endpoint.path.startswith(_DOCUMENTED) else "warning"
            yield Hit(Query(name), name=name, value=value[:40], allowed=", ".join(allowed), severity=severity)

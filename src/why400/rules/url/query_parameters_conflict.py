"""Two query parameters exclude one another, or one needs another.

## What happens
Each parameter is known, but the endpoint does not take them together, or not the one without the other.

## Why the API refuses it
They ask for different things: ids or a page, one day or a period, a status or everything with the archived. Usual ways there: a client
that adds its defaults (`limit`, `page`) to every list.

## Example
```http
GET /v1/files?ids[]=file_1&page=abc HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/files?ids[]=file_1 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: only you know which one is meant.
"""

from why400.rules import Call, Hit, Hits, Query, rule

_ANALYTICS = "/v1/organizations/analytics/"
_CHATS = "/v1/compliance/apps/chats"
# path, a parameter, one that may not stand beside it, whether that is documented
_EXCLUDE = (
    ("/v1/files", "ids", "page", True),
    ("/v1/files", "ids", "limit", True),
    ("/v1/deployments", "status", "include_archived", False),
    ("/v1/compliance/activities", "activity_types", "exclude_activity_types", True),
    (_ANALYTICS, "date", "starting_date", False),
    (_ANALYTICS, "date", "ending_date", False),
)
# path, a parameter, one that has to stand beside it, whether that is documented
_NEED = (
    (_ANALYTICS, "ending_date", "starting_date", False),
    (_ANALYTICS, "time_bucket_width", "ending_at", False),
    (_ANALYTICS, "exclude_deleted_users", "group_by", False),
    (_CHATS, "before_id", "user_ids", True),
    (_CHATS, "project_ids", "user_ids", True),
)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond file-list-ids deployment-list-status compliance-activity-filters analytics-date-or-range analytics-range-31d "
    "analytics-deleted-users compliance-user-filter-order",
    cause="{name} is not taken {how} {other}",
    mend="send {name} or {other} as the endpoint's page says",
)
def query_parameters_conflict(call: Call) -> Hits:
    path = call.context.endpoint.partition(" ")[2]
    if not call.query or call.served not in ("anthropic", "aws") or not call.context.endpoint.startswith("GET "):
        return
    given: dict[str, str] = {}
    for name, _ in call.query:
        given.setdefault(name.removesuffix("[]"), name)
    for where, one, other, sure in _EXCLUDE:
        if _applies(where, path) and one in given and other in given:
            yield Hit(Query(given[other]), name=given[other], how="beside", other=one, severity=None if sure else "warning")
    for where, one, other, sure in _NEED:
        if _applies(where, path) and one in given and other not in given:
            yield Hit(Query(given[one]), name=given[one], how="without", other=other, severity=None if sure else "warning")
    if path == _CHATS and "user_ids" in given and ("order_by", "updated_at") in call.query:
        yield Hit(Query("order_by"), name="order_by=updated_at", how="beside", other="user_ids")


def _applies(where: str, path: str) -> bool:
    return path.startswith(where) if where.endswith("/") else path == where

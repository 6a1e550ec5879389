"""A time in the query is not written as the API reads times, or the period is reversed.

## What happens
A parameter such as `starting_at` or `created_at.gte` has a day without a time, a time without a zone, or no date at all; or the end of the
period is not after its start.

## Why the API refuses it
Times are RFC 3339, with `T` and a zone: `2026-10-01T00:00:00Z`. Some reports take days instead, as `YYYY-MM-DD`. Usual ways there: a bare
date, a Unix time, a `+00:00` whose plus sign was not percent-encoded and arrives as a space.

## Example
```http
GET /v1/compliance/activities?created_at.gte=2024-01-01 HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/compliance/activities?created_at.gte=2024-01-01T00:00:00Z HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Fix
None: the URL is yours to set.
"""

import re
from datetime import UTC, datetime, timedelta

from why400.rules import Call, Hit, Hits, Query, Says, rule

_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIMES = ("created_at", "updated_at", "starting_at", "ending_at")
_DAYS = ("date", "starting_date", "ending_date")
_LOCAL = "/v1/compliance/apps/sessions/local"
_ANALYTICS = "/v1/organizations/analytics/"
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)  # the analytics endpoints know nothing before it


@rule(
    says=[
        Says(
            "The `{name}` parameter contains an invalid timestamp format. Timestamps must be provided in RFC 3339 format e.g., "
            '"2024-03-01T00:00:00Z". Got "{value}".',
            since="2026-08",
            source="rules-beyond compliance-timestamp",
            when="compliance",
        ),
        Says(
            "created_at.lt must be strictly after created_at.gte.",
            since="2026-08",
            source="rules-beyond compliance-time-order compliance-local-sessions-time-order",
            when="order",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="url",
    source="rules-beyond admin-usage-params admin-cc-usage analytics-range-31d analytics-date-or-range analytics-date-too-recent",
    cause="{name} is {value}, the endpoint takes {form} || a time in the query is not as the endpoint takes it",
    mend="send {form} || send it as the message says",
)
def query_time_invalid(call: Call) -> Hits:
    if not call.query or call.served not in ("anthropic", "aws") or not call.context.endpoint.startswith("GET "):
        return
    path = call.context.endpoint.partition(" ")[2]
    times: dict[str, str] = {}
    for name, value in call.query:
        bare = re.split(r"[.\[]", name)[0]
        days = bare in _DAYS or (bare == "starting_at" and path == "/v1/organizations/usage_report/claude_code")
        if (bare not in _TIMES and not days) or (_DAY if days else _TIME).fullmatch(value):
            times[name] = value
            continue
        sure = path.startswith("/v1/compliance/") or path == "/v1/organizations/usage_report/claude_code"
        form = "a day such as 2026-10-01" if days else "a time such as 2026-10-01T00:00:00Z"
        yield Hit(
            Query(name),
            name=name,
            value=value[:40],
            form=form,
            when="compliance" if path.startswith("/v1/compliance/") else "",
            severity=None if sure else "warning",
        )
    start, end = times.get("created_at.gte"), times.get("created_at.lt")
    if path == _LOCAL and start and end and start[-1] == end[-1] == "Z" and end <= start:
        yield Hit(Query("created_at.lt"), name="created_at.lt", value=end, form="a time after created_at.gte", when="order")
    if path.startswith(_ANALYTICS):
        yield from _period(times)


def _period(times: dict[str, str]) -> Hits:
    """What the analytics endpoints refuse of a period; only the SDK says so."""
    known = {name: moment for name, value in times.items() if (moment := _moment(value)) is not None}
    for name, moment in known.items():
        if moment < _FIRST:
            yield Hit(Query(name), name=name, value=times[name], form="nothing before 2026-01-01", severity="warning")
    for first, last, days in (("starting_at", "ending_at", 31), ("starting_date", "ending_date", 366)):
        if first in known and last in known:
            span = known[last] - known[first]
            if not timedelta(0) <= span <= timedelta(days=days):
                form = f"an end at most {days} days after the start"
                yield Hit(Query(last), name=last, value=times[last], form=form, severity="warning")


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value.upper())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)

"""The search provider does not serve the country of user_location.

## What happens
`user_location.country` of a web search is a country that is not served.

## Why the API refuses it
Not every country has local results. Which ones have is nowhere listed; only what has been refused is reported here. Usual way there: the
user's locale passed on.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "user_location": {"type": "approximate", "country": "KZ"}}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "user_location": {"type": "approximate", "timezone": "Asia/Almaty"}}]}
```

## Fix
Takes the country away where something else says the place. Unsafe: results are less local.
"""

from why400.contract.views.tools import UserLocation
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_REFUSED = frozenset({"KZ"})


@rule(
    says=[
        Says("{path}: Country code {name:word} is not supported.", since="2026-10", source="corpus dev-809 dev-810"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=60,
    needs="web_search_20250305 web_search_20260209 web_search_20260318",
    source="rules-beyond web-search-user-location",
    cause="web search does not serve the country {name}",
    mend="leave country out, and give city, region or time zone",
)
def country_not_supported(talk: Conversation) -> Hits:
    for index, tool in enumerate(talk.tools):
        where = getattr(tool, "user_location", None)
        if isinstance(where, UserLocation) and where.country in _REFUSED:
            said = bool(where.city or where.region or where.timezone)
            place = (where, "country")
            path = f"tools.{index}.{getattr(tool, 'type', '')}"
            yield Hit(place, path=path, name=where.country, keep=said, label="not served")


@country_not_supported.mends(safe=False)
def drop(hit: Hit) -> Edit | None:
    """Removes the country."""
    return Edit.remove(hit.place) if hit.keep else None

"""A search tool's user_location names no place.

## What happens
`user_location` has its type alone: neither city nor region, country or timezone.

## Why the API refuses it
At least one of the four has to be there, or the location tells nothing. Usual ways there: settings whose fields are all empty, and which
are sent nevertheless.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "user_location": {"type": "approximate"}}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "user_location": {"type": "approximate", "country": "FR"}}]}
```

## Fix
Takes the location away. Unsafe: searches are then not adapted to a place.
"""

from why400.contract.views.tools import UserLocation
from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tools:served",
    order=45,
    source="rules-beyond web-search-user-location",
    cause="user_location names no place",
    mend="give it a city, region, country or timezone, or leave it out",
)
def user_location_empty(talk: Conversation) -> Hits:
    for tool in talk.tools:
        place = getattr(tool, "user_location", None)
        if isinstance(place, UserLocation) and not (place.city or place.region or place.country or place.timezone):
            yield Hit((tool, "user_location"))


@user_location_empty.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the location."""
    return Edit.remove(hit.place)

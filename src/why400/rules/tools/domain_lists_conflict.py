"""A web tool has allowed and blocked domains at once.

## What happens
`allowed_domains` and `blocked_domains` stand on one tool.

## Why the API refuses it
A list of what is allowed blocks everything else already. Usual way there: two settings, merged.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "allowed_domains": ["example.com"], "blocked_domains": ["example.org"]}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "allowed_domains": ["example.com"]}]}
```

## Fix
Takes the blocked domains away where none of them lies in an allowed one; they stay blocked.
"""

from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("Cannot specify both allowed_domains and blocked_domains in the same request", source="corpus dev-016", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=58,
    needs=(
        "web_search_20250305 web_search_20260209 web_search_20260318 web_fetch_20250910 web_fetch_20260209 "
        "web_fetch_20260309 web_fetch_20260318"
    ),
    source="rules-messages web-domains-exclusive rules-beyond web-domains-exclusive",
    cause="allowed_domains and blocked_domains do not go together",
    mend="keep one of the two lists",
)
def domain_lists_conflict(talk: Conversation) -> Hits:
    for tool in talk.tools:
        allowed, blocked = getattr(tool, "allowed_domains", None), getattr(tool, "blocked_domains", None)
        if allowed and blocked:
            within = any(str(one).endswith(str(other)) for one in blocked for other in allowed)
            yield Hit(
                (tool, "blocked_domains"),
                label="beside allowed_domains",
                also=(Also((tool, "allowed_domains"), "allowed"),),
                keep=not within,
            )


@domain_lists_conflict.mends(safe=True)
def drop(hit: Hit) -> Edit | None:
    """Removes the blocked domains that are not allowed anyway."""
    return Edit.remove(hit.place) if hit.keep else None

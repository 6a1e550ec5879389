"""A web tool has an empty list of domains.

## What happens
`allowed_domains` or `blocked_domains` is `[]`.

## Why the API refuses it
"No domain at all" and "no restriction" both look like that. Usual way there: a settings form whose lists are empty by default.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "blocked_domains": []}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}]}
```

## Fix
Takes the empty list away. Unsafe: an empty `allowed_domains` may have been meant to allow nothing.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule, tagged_path


@rule(
    says=[
        Says("{path}: Empty list of domains is ambiguous. Provide at least one domain or null.", since="2025-09", source="corpus dev-340"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs=(
        "web_search_20250305 web_search_20260209 web_search_20260318 web_fetch_20250910 web_fetch_20260209 "
        "web_fetch_20260309 web_fetch_20260318"
    ),
    source="rules-beyond web-domains-empty-list",
    cause="{name} is an empty list || a list of domains is empty",
    mend="name a domain, or leave {name} out || name a domain, or leave the list out",
)
def domains_list_empty(talk: Conversation) -> Hits:
    for tool in talk.tools:
        for name in ("allowed_domains", "blocked_domains"):
            if getattr(tool, name, None) == []:
                yield Hit((tool, name), path=tagged_path(tool, name), name=name, label="empty")


@domains_list_empty.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes the list."""
    return Edit.remove(hit.place)

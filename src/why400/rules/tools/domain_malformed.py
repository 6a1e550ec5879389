"""A domain of a web tool has a scheme, or a wildcard in its host.

## What happens
An entry of `allowed_domains` or `blocked_domains` is a URL, or begins with `*.`.

## Why the API refuses it
Domains stand bare, and hold for their subdomains already; a wildcard may stand in the path only. Usual ways there: an address pasted from
the browser, the form of a firewall rule.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "allowed_domains": ["https://example.com", "*.example.org"]}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "allowed_domains": ["example.com", "example.org"]}]}
```

## Fix
Takes the scheme and a leading `*.` away.
"""

from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=59,
    needs=(
        "web_search_20250305 web_search_20260209 web_search_20260318 web_fetch_20250910 web_fetch_20260209 "
        "web_fetch_20260309 web_fetch_20260318"
    ),
    source="rules-beyond web-domains-format rules-messages web-domains-exclusive",
    cause="{value} is not a bare domain",
    mend="write the domain without scheme, and without * in the host",
)
def domain_malformed(talk: Conversation) -> Hits:
    for tool in talk.tools:
        for name in ("allowed_domains", "blocked_domains"):
            for index, domain in enumerate(getattr(tool, name, None) or ()):
                if not isinstance(domain, str):
                    continue
                if "://" in domain or "*" in domain.partition("/")[0]:
                    yield Hit((tool, name, index), value=domain, keep=domain, label="not a bare domain")
                elif not domain or any(map(str.isspace, domain)):
                    yield Hit((tool, name, index), value=repr(domain), keep=domain.strip(), severity="warning", label="not a domain")


@domain_malformed.mends(safe=True)
def bare(hit: Hit) -> Edit | None:
    """Writes the bare domain."""
    host = hit.keep.partition("://")[2] or hit.keep
    host = host.removeprefix("*.").rstrip("/")
    sound = host and "*" not in host.partition("/")[0] and not any(map(str.isspace, host))
    return Edit.replace(hit.place, host) if sound else None

"""A browser challenge came instead of an API answer.

## What happens
A page that asks for JavaScript and cookies ("Just a moment...") stands where JSON was expected.

## Why the API refuses it
The content network takes the caller for a robot on a site made for browsers. Usual ways there: claude.ai or another
web page called as if it were an API, a base URL that points to a site, a relay behind such a wall, an address with a
bad name.

## Example
```text
<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to
continue</body></html>
```

## Fix
Call https://api.anthropic.com; leave VPN or relay out; if it is a site of your own, exempt the API path from the
challenge.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Just a moment...", since="2026-03", source="corpus dev-449"),
        Says("Just a moment... Enable JavaScript and cookies to continue", since="2026-03", source="corpus dev-450"),
        Says("{head}<title>Just a moment...</title>{tail}", since="2026-03", source="corpus dev-449"),
        Says("Attention Required! | Cloudflare"),
    ],
    status=403,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="gateway",
    cause="a content network took the caller for a robot",
    mend="call api.anthropic.com itself, without VPN or relay",
)
def edge_challenge() -> None: ...

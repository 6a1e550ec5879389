"""Nothing listens at the address.

## What happens
The machine was reached, and no program takes calls on that port. No request was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a base URL that points to a local proxy or gateway which is not running; a
wrong port; a proxy variable (HTTPS_PROXY) of another network.

## Example
```text
Unable to connect to API (ECONNREFUSED)
```

## Fix
Look at ANTHROPIC_BASE_URL, HTTPS_PROXY and the like; start the proxy, or take the variable away.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Unable to connect to API (ECONNREFUSED)", since="2026-03", source="corpus dev-681"),
        Says("Unable to connect to API (ConnectionRefused)", since="2026-03", source="corpus dev-681"),
        Says("Failed to connect to {host}ECONNREFUSED{tail}", since="2025-03", source="corpus dev-721"),
        Says("connect ECONNREFUSED {address}"),
        Says("request to {url} failed, reason: {what}ECONNREFUSED{tail}"),
        Says("[Errno {n:n}] Connection refused"),
        Says("HTTPConnectionPool(host='{host}', port={n:n}): Max retries exceeded with url: {url}] Connection refused{tail}"),
        Says("HTTPSConnectionPool(host='{host}', port={n:n}): Max retries exceeded with url: {url}] Connection refused{tail}"),
        Says("dial tcp {address}: connect: connection refused"),
        Says('{verb} "{url}": dial tcp {address}: connect: connection refused'),
        Says("Failed to connect to {host} port {n:n}{how}: Connection refused"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="client",
    cause="no program takes calls at the address that the client uses",
    mend="check base URL and proxy settings, and whether the proxy runs",
)
def connection_refused() -> None: ...

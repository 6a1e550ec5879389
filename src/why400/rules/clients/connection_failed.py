"""The host could not be reached.

## What happens
No connection came about; the client says no more than that.

## Why the API refuses it
Not an answer of the API. Usual ways there: no network, a firewall, a proxy that is needed and not set, a base URL of
a host that is away.

## Example
```text
Failed to connect to api.anthropic.com: fetch failed
```

## Fix
Try `curl https://api.anthropic.com` on the same machine; set HTTPS_PROXY where one is needed; look for the cause that
the client hides (verbose or debug log).
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Failed to connect to {host}: fetch failed", since="2025-03", source="corpus dev-721"),
        Says("Failed to connect to {host}: {reason}", since="2025-03", source="corpus dev-721"),
        Says("Unable to connect to API ({code})", since="2026-03", source="corpus dev-681 dev-682"),
        Says("Unable to connect to API: {reason}"),
        Says("Unable to connect to Anthropic services{tail}"),
        Says("fetch failed", since="2025-03", source="corpus dev-721"),
        Says("TypeError: fetch failed", since="2025-03", source="corpus dev-721"),
        Says("connect ENETUNREACH {address}"),
        Says("connect EHOSTUNREACH {address}"),
        Says("[Errno {n:n}] Network is unreachable"),
        Says("[Errno {n:n}] No route to host"),
        Says("All connection attempts failed"),
        Says("error sending request for url ({url}){tail}"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="client",
    cause="no connection to the host came about",
    mend="check network, proxy settings and base URL from the same machine",
)
def connection_failed() -> None: ...

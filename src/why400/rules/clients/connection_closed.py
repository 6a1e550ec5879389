"""The connection was reset or closed.

## What happens
The connection was open and then ended before an answer came. The API may or may not have seen the request.

## Why the API refuses it
Not an answer of the API. Usual ways there: a proxy or firewall that ends idle connections, a change of network, a
server that restarts, a keep-alive connection that had grown old.

## Example
```text
Unable to connect to API (ECONNRESET)
```

## Fix
Retry with backoff. If it happens again and again: stream, shorten keep-alive, look at proxies in between.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Connection error", since="2026-06", source="corpus dev-687"),
        Says("Connection error.", since="2026-06", source="corpus dev-687 sdk _exceptions.py"),
        Says("Unable to connect to API (ECONNRESET)", since="2026-04", source="corpus dev-682"),
        Says("Failed to connect to {host}ECONNRESET{tail}", since="2025-03", source="corpus dev-721"),
        Says(
            "The socket connection was closed unexpectedly. For more information, pass `verbose: true` in the second argument to fetch()",
            since="2026-05",
            source="corpus dev-629",
        ),
        Says("The socket connection was closed unexpectedly{tail}", since="2026-05", source="corpus dev-629"),
        Says("Unexpected error: http2 request did not get a response", since="2026-01", source="corpus dev-689"),
        Says("http2 request did not get a response{tail}", since="2026-01", source="corpus dev-689"),
        Says("read ECONNRESET"),
        Says("request to {url} failed, reason: {what}ECONNRESET{tail}"),
        Says("request to {url} failed, reason: socket hang up"),
        Says("socket hang up"),
        Says("other side closed", since="2025-12", source="public MadAppGang/claudish#10"),
        Says("[Errno {n:n}] Connection reset by peer"),
        Says('{verb} "{url}": read tcp {address}: read: connection reset by peer'),
        Says("('Connection aborted.', {tail}"),
        Says("Server disconnected without sending a response."),
        Says("Remote end closed connection without response"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the connection ended before an answer came",
    mend="retry with backoff; if it stays, look at proxies and firewalls in between",
)
def connection_closed() -> None: ...

"""The stream ended in the middle.

## What happens
The reply had begun and broke off before its end.

## Why the API refuses it
Not an answer of the API. Usual ways there: a proxy that ends long or idle connections, a change of network, an outage
in the middle.

## Example
```text
httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)
```

## Fix
Send it again; what came so far is not complete, tool calls least of all. If it happens at the same second each time,
a proxy has a limit.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "peer closed connection without sending complete message body (incomplete chunked read)",
            since="2025-04",
            source="corpus dev-565",
        ),
        Says("peer closed connection without sending complete message body{tail}", since="2025-04", source="corpus dev-565"),
        Says("Connection closed mid-response", since="2026-08", source="corpus dev-395"),
        Says("Connection closed mid-response{tail}", since="2026-08", source="corpus dev-395"),
        Says("Connection lost mid-response.", since="2026-08", source="public anthropics/claude-code#83994"),
        Says("Premature close"),
        Says("Invalid response body while trying to fetch {url}: {tail}"),
        Says("('Connection broken: {tail}"),
        Says("Response ended prematurely"),
        Says("stream ended without producing a Message{tail}"),
        Says("request ended without sending any chunks"),
        Says("stream has ended, this shouldn't happen", since="2026-11", source="sdk-typescript lib/MessageStream.js"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the reply broke off before its end",
    mend="send it again; if it always breaks at the same second, look for a proxy with a limit",
)
def stream_cut() -> None: ...

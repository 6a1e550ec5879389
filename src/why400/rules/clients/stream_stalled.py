"""The client's watchdog ended a silent stream.

## What happens
For a while nothing came over an open stream, and the client ended it.

## Why the API refuses it
Not an answer of the API. Usual ways there: a network that died without a word (sleep, VPN), a proxy that holds bytes
back, long thinking without events.

## Example
```text
API Error: Stream idle timeout - no chunks received
```

## Fix
Send it again. Raise the watchdog's time where it can be set; exempt event streams from buffering in proxies.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Stream idle timeout - no chunks received", since="2026-04", source="corpus dev-597"),
        Says("Stream idle timeout - partial response received", since="2026-04", source="corpus dev-599"),
        Says("Stream idle timeout — no response for {n:n}s. The connection may have dropped.", since="2026-07", source="corpus dev-598"),
        Says("Stream idle timeout{tail}", since="2026-04", source="corpus dev-597 dev-598 dev-599"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="nothing came over the open stream for a while, and the client ended it",
    mend="send it again; look for a proxy that holds the stream back",
)
def stream_stalled() -> None: ...

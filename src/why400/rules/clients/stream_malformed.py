"""A stream whose events do not fit together.

## What happens
Events of a reply are missing, in the wrong order, or hold no JSON.

## Why the API refuses it
Not an answer of the API. Usual ways there: a proxy that changes, joins or drops events; a look-alike backend; two streams
written into one file.

## Example
```text
AnthropicError: Unexpected event order, got message_start before receiving "message_stop"
```

## Fix
Send it again without what stands in between (proxy, gateway, middleware); save the raw stream and give it to
`why400 explain`, which names the event and its line.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says('Unexpected event order, got {event} before "message_start"', since="2026-11", source="sdk lib/streaming/_messages.py"),
        Says(
            'Unexpected event order, got {event} before receiving "message_stop"',
            since="2026-11",
            source="sdk-typescript lib/MessageStream.js",
        ),
        Says(
            "Unexpected event runtime type, after deserialising twice - {event:rest} - {kind}",
            since="2026-11",
            source="sdk lib/streaming/_messages.py",
        ),
        Says("Could not parse message into JSON: {data:rest}", since="2026-11", source="sdk-typescript core/streaming.js"),
        Says("event_delta for {id} received before its event_start", since="2026-11", source="sdk lib/sessions/_accumulate.py"),
        Says(
            "event_delta index {index:n} is beyond the end of content (length {length:n})",
            since="2026-11",
            source="sdk lib/sessions/_accumulate.py",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="network",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the events of the reply do not fit together",
    mend="send it again; see what stands between you and the API: a proxy that changes or drops events",
)
def stream_malformed() -> None: ...

"""The SDK refuses a long call without streaming.

## What happens
The SDK reckons from max_tokens that the reply may take over ten minutes, and sends nothing.

## Why the API refuses it
Not an answer of the API. Over 21,333 max_tokens without `stream` the SDKs refuse, since connections that long break.

## Example
```text
ValueError: Streaming is required for operations that may take longer than 10 minutes. See
https://github.com/anthropics/anthropic-sdk-python#long-requests for more details
```

## Fix
Stream the reply, lower max_tokens, or give a timeout of your own.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Streaming is required for operations that may take longer than {n:n} minutes. See {url} for more details",
            since="2026-05",
            source="corpus dev-249 dev-250 sdk _base_client.py",
        ),
        Says(
            "Streaming is strongly recommended for operations that may take longer than {n:n} minutes. See {url} for more details",
            since="2025-07",
            source="corpus dev-251",
        ),
        Says(
            "Streaming is {how} for operations that may take longer than {tail}", since="2025-07", source="corpus dev-249 dev-250 dev-251"
        ),
    ],
    source="rules-beyond streaming-required-10min rules-messages sdk-nonstreaming-limit",
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="max_tokens is so large that the SDK asks for a stream; nothing was sent",
    mend="stream, lower max_tokens, or give a timeout of your own",
)
def sdk_streaming_required() -> None: ...

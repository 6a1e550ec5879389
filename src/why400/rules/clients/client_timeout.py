"""The client gave up waiting.

## What happens
The client's own clock ran out; the API may still have been at work.

## Why the API refuses it
Not an answer of the API. Usual ways there: a long reply without streaming, a timeout of seconds in the client or a
gateway, a slow network.

## Example
```text
anthropic.APITimeoutError: Request timed out.
```

## Fix
Stream long replies, raise the client's timeout, retry with backoff.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Request timed out.", since="2025-06", source="corpus dev-238 dev-584 dev-585 dev-783"),
        Says("Request timed out", since="2025-06", source="corpus dev-238"),
        Says(
            "Failed to perform, ErrCode: {n:n}, Reason: 'Operation timed out after {ms:n} milliseconds with {bytes:n} bytes received'",
            since="2023-08",
            source="corpus dev-723",
        ),
        Says("Operation timed out after {ms:n} milliseconds with {tail}", since="2023-08", source="corpus dev-723"),
        Says("Failed to connect to {host}ETIMEDOUT{tail}"),
        Says("Unable to connect to API (ETIMEDOUT)"),
        Says("connect ETIMEDOUT {address}"),
        Says("request to {url} failed, reason: {what}ETIMEDOUT{tail}"),
        Says("The operation was aborted due to timeout"),
        Says("context deadline exceeded (Client.Timeout {tail}"),
        Says('{verb} "{url}": context deadline exceeded{tail}'),
        Says("timeout of {ms:n}ms exceeded"),
        Says("HTTPSConnectionPool(host='{host}', port={n:n}): Read timed out. (read timeout={tail}"),
        Says("The read operation timed out"),
        Says("Connect Timeout Error{tail}", since="2023-08", source="public Explosion-Scratch/claude-unofficial-api#35"),
        Says("Headers Timeout Error"),
        Says("Body Timeout Error"),
        Says("Request was aborted."),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the client's own timeout ran out before the answer was there",
    mend="stream long replies or raise the timeout; retry with backoff",
)
def client_timeout() -> None: ...

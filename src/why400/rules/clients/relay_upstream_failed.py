"""A relay could not reach its upstream.

## What happens
A gateway tried its providers in turn, and none answered; the last error is all that is left.

## Why the API refuses it
Not an answer of the API. The last error stands at the end of the text.

## Example
```text
All providers failed after 4 attempts. Last error: fetch failed
```

## Fix
Look in the gateway's log for each attempt; check its keys, base URLs and network.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("All providers failed after {n:n} attempts. Last error: {rest:rest}", since="2025-11", source="corpus dev-372 dev-706"),
        Says("All providers failed{tail}", since="2025-11", source="corpus dev-372"),
    ],
    status=500,
    error=None,
    evidence="observed",
    side="network",
    retry="backoff",
    phase="answer",
    origin="gateway",
    cause="the gateway tried its providers, and none answered",
    mend="look in its log for each attempt; retry with backoff",
)
def relay_upstream_failed() -> None: ...

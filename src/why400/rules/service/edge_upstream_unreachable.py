"""A proxy in front of the API could not reach a backend.

## What happens
A 503 in the words of Envoy: the load balancer had no backend to give the call to.

## Why the API refuses it
Backends come and go during deployments and outages; the next attempt mostly finds one.

## Example
```text
API Error: 503 upstream connect error or disconnect/reset before headers. reset reason: connection timeout
```

## Fix
Retry with backoff.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "upstream connect error or disconnect/reset before headers. reset reason: {reason}, transport failure reason: {rest:rest}",
            since="2025-09",
            source="corpus dev-352",
        ),
        Says("upstream connect error or disconnect/reset before headers. reset reason: {reason}", since="2025-09", source="corpus dev-353"),
        Says("upstream connect error or disconnect/reset before headers{tail}", since="2025-09", source="corpus dev-352 dev-353"),
        Says("{head}<title>503 Service Temporarily Unavailable</title>{tail}"),
        Says("{head}<title>503 Service Unavailable</title>{tail}"),
        Says("503 Service Temporarily Unavailable"),
    ],
    status=503,
    error=None,
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the load balancer could not reach a backend",
    mend="retry with backoff",
)
def edge_upstream_unreachable() -> None: ...

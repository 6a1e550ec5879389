"""Google's shared capacity is used up.

## What happens
No quota of yours: the shared capacity of that region is taken at the moment.

## Why the API refuses it
Pay-as-you-go calls compete for what is free.

## Example
```text
{"error": {"code": 429, "message": "Resource exhausted. Please try again later. Please refer to
https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429 for more details.", "status": "RESOURCE_EXHAUSTED"}}
```

## Fix
Retry with backoff; use the location global; provisioned throughput for steady load.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Resource exhausted. Please try again later. Please refer to {url} for more details.",
            since="2025-12",
            source="corpus dev-786",
            on="vertex",
        ),
        Says("Resource exhausted{tail}", since="2025-12", source="corpus dev-786", on="vertex"),
    ],
    status=429,
    error="RESOURCE_EXHAUSTED",
    evidence="observed",
    side="limits",
    retry="backoff",
    phase="answer",
    origin="platform",
    cause="Google's shared capacity is taken at the moment",
    mend="retry with backoff, or use the location global",
)
def vertex_resource_exhausted() -> None: ...

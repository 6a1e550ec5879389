"""Bedrock cannot serve the model now.

## What happens
A failure inside Bedrock; nothing is said against the request.

## Why the API refuses it
Overload or an outage in that region.

## Example
```text
botocore.errorfactory.ServiceUnavailableException: An error occurred (ServiceUnavailableException) when calling the InvokeModel
operation: Bedrock is unable to process your request.
```

## Fix
Retry with backoff; a cross-region inference profile avoids one region's trouble.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Bedrock is unable to process your request.",
            since="2025-01",
            source="corpus dev-014",
            on="bedrock",
            error="ServiceUnavailableException",
        ),
        Says(
            "The system encountered an unexpected error during processing. Try your request again.",
            since="2026-09",
            source="corpus dev-284",
            on="bedrock",
        ),
        Says("The system encountered an unexpected error during processing{tail}", since="2026-09", source="corpus dev-284", on="bedrock"),
    ],
    status=503,
    error="ServiceUnavailableException",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    origin="platform",
    cause="Bedrock failed on its own side",
    mend="retry with backoff",
)
def bedrock_unavailable() -> None: ...

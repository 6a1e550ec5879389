"""A client's own words for an overloaded service.

## What happens
The client met an overloaded service (529 or 503) and says so in its own words.

## Why the API refuses it
Not the API's text, but its state.

## Example
```text
The AI service is temporarily overloaded. Please try again in a moment.
```

## Fix
Retry with backoff, or try another model.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Anthropic's API servers are overloaded right now", since="2025-07", source="corpus dev-374"),
        Says("Anthropic{mark}s API servers are overloaded{tail}", since="2025-07", source="corpus dev-374"),
        Says("The AI service is temporarily overloaded. Please try again in a moment.", since="2026-03", source="corpus dev-413"),
        Says("The AI service is temporarily {tail}", since="2026-03", source="corpus dev-413"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the service behind the client has more to do than it can",
    mend="retry with backoff, or try another model",
)
def client_overloaded() -> None: ...

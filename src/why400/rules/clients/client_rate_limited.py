"""A client's own words for a rate limit.

## What happens
The client met a 429 and says so in its own words; which limit is lost.

## Why the API refuses it
Not the API's text. It may be the client's own quota rather than yours at the API.

## Example
```text
API rate limit reached. Please try again later.
```

## Fix
Wait a little; look in the client's log for the API's text and retry-after.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("API rate limit reached. Please try again later.", since="2026-03", source="corpus dev-377"),
        Says("Rate limit reached", since="2026-02", source="public anthropics/claude-code#29584 anthropics/claude-code#44863"),
        Says(
            "Sorry, your request was rate-limited. Please wait {n:n} seconds before trying again.",
            since="2025-07",
            source="public microsoft/vscode-copilot-release#13720",
        ),
        Says("API rate limit reached{tail}", since="2026-03", source="corpus dev-377"),
        Says(
            "Server is temporarily limiting requests (not your usage limit){tail}",
            since="2026-07",
            source="public anthropics/claude-code#81405",
        ),
        Says("Claude CLI usage endpoint is rate limited right now. Please try again later.", since="2026-06", source="corpus dev-713"),
        Says("Claude{name}usage endpoint is rate limited{tail}", since="2026-06", source="corpus dev-713"),
    ],
    status=429,
    error=None,
    evidence="observed",
    side="limits",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the client met a rate limit and does not say which",
    mend="wait a little; its log may hold the text with the limit",
)
def client_rate_limited() -> None: ...

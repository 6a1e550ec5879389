"""The edge waited too long for the API.

## What happens
An HTML page (504, 522, 524), or JSON of another form, from the content network or a proxy instead of the API's JSON.

## Why the API refuses it
The connection stayed silent longer than the edge waits. Usual ways there: a long reply without streaming, an outage.

## Example
```text
<!DOCTYPE html>
<html lang="en-US">
<head><title>api.anthropic.com | 504: Gateway time-out</title></head>
<body>...</body>
</html>
```

## Fix
Use `stream: true` for long replies; retry with backoff.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("{host} | 504: Gateway time-out", since="2025-08", source="corpus dev-021 dev-376"),
        Says("{host} | 524: A timeout occurred"),
        Says("{host} | 522: Connection timed out"),
        Says("Error 522: Connection timed out", since="2026-06", source="public anthropics/claude-code#67341 anthropics/claude-code#90947"),
        Says("{head}<title>504 Gateway Time-out</title>{tail}"),
        Says("{head}<title>504 Gateway Timeout</title>{tail}"),
        Says("{head} | 504: Gateway time-out</title>{tail}", since="2025-08", source="corpus dev-021"),
        Says("{head} | 524: A timeout occurred</title>{tail}"),
        Says("{head} | 522: Connection timed out</title>{tail}"),
        Says("504 Gateway Time-out"),
        Says("504 Gateway Timeout"),
    ],
    status=504,
    error=None,
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="a server on the way waited too long for the API",
    mend="stream long replies; retry with backoff",
)
def edge_gateway_timeout() -> None: ...

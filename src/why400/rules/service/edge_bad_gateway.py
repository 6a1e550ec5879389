"""The edge could not reach the API.

## What happens
An HTML page (502, 520, 521, 523) from the content network or a proxy instead of JSON.

## Why the API refuses it
Something between you and the API got no usable answer from behind it. Short outages look like this; so does a relay
of your own whose target is down.

## Example
```text
<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>cloudflare</center>
</body>
</html>
```

## Fix
Retry with backoff. If the page names nginx or another server than cloudflare, look at the proxy on your side.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "<html> <head><title>502 Bad Gateway</title></head> <body> <center><h1>502 Bad Gateway</h1></center> "
            "<hr><center>cloudflare</center> </body> </html>",
            since="2025-05",
            source="corpus dev-001",
        ),
        Says("{head}<title>502 Bad Gateway</title>{tail}", since="2025-05", source="corpus dev-001"),
        Says("{host} | 502: Bad gateway"),
        Says("{host} | 520: Web server is returning an unknown error"),
        Says("{host} | 521: Web server is down"),
        Says("{host} | 523: Origin is unreachable"),
        Says("{head} | 502: Bad gateway</title>{tail}"),
        Says("{head} | 520: Web server is returning an unknown error</title>{tail}"),
        Says("{head} | 521: Web server is down</title>{tail}"),
        Says("{head} | 523: Origin is unreachable</title>{tail}"),
        Says("502 Bad Gateway", since="2025-05", source="corpus dev-001"),
    ],
    status=502,
    error=None,
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="a server on the way got no usable answer from the API behind it",
    mend="retry with backoff; if the page is your own proxy's, look there",
)
def edge_bad_gateway() -> None: ...

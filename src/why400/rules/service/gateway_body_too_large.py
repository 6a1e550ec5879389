"""A proxy of one's own limits the body.

## What happens
An nginx page "413 Request Entity Too Large": not the API, which would answer in JSON.

## Why the API refuses it
nginx takes bodies up to 1 MB unless it is told otherwise. Usual ways there: a relay, an ingress controller or a
company proxy between you and the API.

## Example
```text
<html>
<head><title>413 Request Entity Too Large</title></head>
<body>
<center><h1>413 Request Entity Too Large</h1></center>
<hr><center>nginx/1.26.0</center>
</body>
</html>
```

## Fix
Raise client_max_body_size there (nginx; ingress: proxy-body-size), or send less.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "<html> <head><title>413 Request Entity Too Large</title></head> <body> <center><h1>413 Request Entity "
            "Too Large</h1></center> <hr><center>nginx{version}</center> </body> </html>",
            since="2025-11",
            source="corpus dev-000",
        ),
        Says("{head}413 Request Entity Too Large</h1></center><hr><center>nginx{tail}", since="2025-11", source="corpus dev-000"),
        Says("{head}413 Request Entity Too Large</h1></center><hr><center>openresty{tail}", since="2025-11", source="corpus dev-000"),
    ],
    status=413,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="gateway",
    cause="a proxy between you and the API takes no body of that size",
    mend="raise client_max_body_size in that proxy, or send less",
)
def gateway_body_too_large() -> None: ...

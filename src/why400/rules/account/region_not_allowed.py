"""The call was refused at the edge: country, address or client.

## What happens
A bare "Request not allowed" with the type forbidden: the call never reached the API proper.

## Why the API refuses it
The edge turns away calls from countries that are not served, from addresses with a bad name (VPN, data centre, shared
proxy), and browser calls that look wrong.

## Example
```text
Error code: 403
{"type":"error","error":{"type":"forbidden","message":"Request not allowed"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Call from a supported country and an ordinary network; without VPN or relay. From a browser, through a server of your
own.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Request not allowed", since="2023-10", source="corpus dev-231 dev-232 dev-233 dev-234 dev-235 dev-236"),
    ],
    status=403,
    error="forbidden",
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    cause="the network or country from which the call came is not let in",
    mend="call from a supported country without VPN, or from a server of your own",
)
def region_not_allowed() -> None: ...

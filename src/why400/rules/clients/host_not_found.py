"""The host name does not resolve.

## What happens
The name of the host is not known to DNS. No request was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a region or resource name that is not set
(`bedrock-runtime.undefined.amazonaws.com`), a misspelt base URL, no DNS in a container, no network.

## Example
```text
The pending stream has been canceled (caused by: getaddrinfo ENOTFOUND bedrock-runtime.undefined.amazonaws.com)
```

## Fix
Read the host in the message: "undefined" or an empty part is a variable that is not set (AWS_REGION, resource). Else
check DNS.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("{lead}getaddrinfo ENOTFOUND {host}", since="2026-06", source="corpus dev-624"),
        Says("{lead}getaddrinfo EAI_AGAIN {host}", since="2026-06", source="corpus dev-624"),
        Says("{lead}ENOTFOUND{tail}", since="2026-06", source="corpus dev-624"),
        Says("{lead}EAI_AGAIN{tail}", since="2026-06", source="corpus dev-624"),
        Says("Unable to connect to API (ENOTFOUND)"),
        Says("Unable to connect to API (EAI_AGAIN)"),
        Says("{lead}Name or service not known{tail}"),
        Says("{lead}Temporary failure in name resolution{tail}"),
        Says("{lead}nodename nor servname provided, or not known{tail}"),
        Says("{lead}getaddrinfo failed{tail}"),
        Says("{lead}Could not resolve host: {host}"),
        Says("{lead}: no such host"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="client",
    cause="the name of the host that the client calls is not known",
    mend="read the host in the message: a region or name in it may not be set; else check DNS",
)
def host_not_found() -> None: ...

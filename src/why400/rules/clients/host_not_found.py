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
        Says("The pending stream has been canceled (caused by: getaddrinfo ENOTFOUND {host})", since="2026-06", source="corpus dev-624"),
        Says("getaddrinfo ENOTFOUND {host}", since="2026-06", source="corpus dev-624"),
        Says("getaddrinfo EAI_AGAIN {host}", since="2026-06", source="corpus dev-624"),
        Says("request to {url} failed, reason: getaddrinfo {code} {host}", since="2026-06", source="corpus dev-624"),
        Says("Failed to connect to {host}ENOTFOUND{tail}", since="2026-06", source="corpus dev-624"),
        Says("Failed to connect to {host}EAI_AGAIN{tail}", since="2026-06", source="corpus dev-624"),
        Says("Unable to connect to API (ENOTFOUND)"),
        Says("Unable to connect to API (EAI_AGAIN)"),
        Says("[Errno {n:n}] Name or service not known"),
        Says("[Errno {n:n}] Temporary failure in name resolution"),
        Says("[Errno {n:n}] nodename nor servname provided, or not known"),
        Says("[Errno {n:n}] getaddrinfo failed"),
        Says("HTTPSConnectionPool(host='{host}', port={n:n}): Max retries exceeded with url: {url}] Name or service not known{tail}"),
        Says("HTTPSConnectionPool(host='{host}', port={n:n}): Max retries exceeded with url: {url}NameResolutionError{tail}"),
        Says("Could not resolve host: {host}"),
        Says('{verb} "{url}": dial tcp: lookup {host}: no such host'),
        Says("dial tcp: lookup {host}: no such host"),
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

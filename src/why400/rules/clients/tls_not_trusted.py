"""The TLS certificate is not trusted.

## What happens
The connection was cut because the certificate of the other side is not signed by anyone the client trusts. No request
was sent.

## Why the API refuses it
Not an answer of the API. Almost always a company proxy that opens TLS with a certificate of its own, which the
browser knows and the program does not. Also: a machine without root certificates, a wrong clock.

## Example
```text
[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)
```

## Fix
Give the program the company's root certificate: NODE_EXTRA_CA_CERTS, SSL_CERT_FILE or REQUESTS_CA_BUNDLE. Do not
switch verification off.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {rest:rest}", since="2024-10", source="corpus dev-594"),
        Says("[SSL: CERTIFICATE_VERIFY_FAILED]{tail}", since="2024-10", source="corpus dev-594"),
        Says("Failed to connect to {host}: UNABLE_TO_GET_ISSUER_CERT_LOCALLY", since="2026-04", source="corpus dev-409"),
        Says("Failed to connect to {host}UNABLE_TO_GET_ISSUER_CERT{tail}", since="2026-04", source="corpus dev-409"),
        Says("Failed to connect to {host}UNABLE_TO_VERIFY_LEAF_SIGNATURE{tail}", since="2026-04", source="corpus dev-409"),
        Says("Failed to connect to {host}SELF_SIGNED_CERT{tail}", since="2026-04", source="corpus dev-409"),
        Says("Failed to connect to {host}CERT_HAS_EXPIRED{tail}", since="2026-04", source="corpus dev-409"),
        Says(
            "Failed to connect to {host}: Hostname/IP does not match certificate's altnames: {tail}",
            since="2025-05",
            source="public anthropics/claude-code#1016",
        ),
        Says("Hostname/IP does not match certificate's altnames: {tail}", since="2025-05", source="public anthropics/claude-code#1016"),
        Says("Unable to connect to API: {what}SELF_SIGNED_CERT{tail}"),
        Says("Unable to connect to API: {what}UNABLE_TO_{tail}"),
        Says("Unable to connect to API: {what}certificate{tail}"),
        Says("Unable to connect to API ({what}CERT{tail}"),
        Says("request to {url} failed, reason: {what}certificate{tail}"),
        Says("HTTPSConnectionPool(host='{host}', port={n:n}): Max retries exceeded with url: {url}CERTIFICATE_VERIFY_FAILED{tail}"),
        Says("unable to get local issuer certificate", since="2024-10", source="corpus dev-594"),
        Says("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", since="2026-04", source="corpus dev-409"),
        Says("UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
        Says("SELF_SIGNED_CERT_IN_CHAIN"),
        Says("self signed certificate{tail}"),
        Says("self-signed certificate{tail}"),
        Says("unable to verify the first certificate"),
        Says("x509: certificate signed by unknown authority"),
        Says("certificate signed by unknown authority"),
        Says("tls: failed to verify certificate: x509: {reason}"),
        Says('{verb} "{url}": {what}x509: certificate signed by unknown authority'),
        Says("PKIX path building failed{tail}"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="client",
    cause="the certificate of the other side is signed by nobody whom the client trusts, most often a company proxy",
    mend="give the client that proxy's root certificate (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE)",
)
def tls_not_trusted() -> None: ...

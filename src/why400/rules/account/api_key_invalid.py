"""The API key is not accepted.

## What happens
The credential reaches the API, but no key of that text is in force: mistyped, cut, revoked, expired, or of another
workspace or environment.

## Why the API refuses it
Only a live key of the Console opens the API. Usual ways there: a key copied without its end, an old key in the shell
that hides the one in .env, a key that someone rotated, quotation marks or a line break that became part of it.

## Example
```text
Error code: 401
{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Look which key the process really sees (`why400` never prints it whole), compare its last four characters with the
Console, Settings, API keys; create a new one if it is not listed or expired.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("invalid x-api-key", since="2024-04", source="corpus dev-063 dev-064 dev-065 dev-066 dev-067"),
        Says("API key is invalid.", since="2026-09", source="corpus dev-710 rules-messages auth-one-credential"),
        Says("The API key provided is invalid or has been revoked.", since="2026-08", source="rules-beyond compliance-key"),
    ],
    source="rules-messages auth-key-expired rules-beyond claude-api-key-expired",
    status=401,
    error="authentication_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the key that was sent is mistyped, cut, revoked or expired",
    mend="compare the key that the process really sees with the Console; make a new one if it is not listed there",
)
def api_key_invalid() -> None: ...

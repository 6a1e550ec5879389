"""The workload identity token could not be exchanged.

## What happens
A token of your identity provider was offered for a Claude token, and refused; the answer ("Authentication failed")
does not say why, and is too common a text to be known by.

## Why the API refuses it
Issuer, audience, subject or time do not fit the federation rule (30 seconds of clock skew are allowed), or its id or
the workspace id is malformed.

## Example
```text
HTTP/1.1 401
{"error": {"type": "authentication_error", "message": "Authentication failed"}}
```

## Fix
Compare the token's claims with the rule in the Console, the clock, and the ids (fdrl_…, wrkspc_… or default).
"""

from why400.rules import rule


@rule(
    source="rules-beyond wif-exchange-401 rules-beyond wif-exchange-400",
    status=401,
    error="authentication_error",
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the identity token does not fit the federation rule, or has expired",
    mend="compare its claims and the clock with the rule in the Console",
)
def federation_exchange_failed() -> None: ...

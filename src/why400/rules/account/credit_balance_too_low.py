"""No credit is left.

## What happens
The status says 400, but the request is fine: the organization that owns the key has no credit.

## Why the API refuses it
Prepaid usage stops at zero. Usual ways there: credit used up or expired; credit bought in another organization than
the one the key belongs to; a subscription (which does not pay for API keys); an ANTHROPIC_API_KEY in the shell that
wins over the login.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API.
Please go to Plans & Billing to upgrade or purchase credits."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Console, Plans & Billing, in the organization that owns the key; switch auto-reload on. With a subscription, remove
the API key from the environment.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.",
            since="2025-01",
            source="corpus dev-366 dev-367 dev-368",
        ),
        Says("Your credit balance is too low to access the {name} API{tail}", since="2026-01", source="corpus dev-704"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the request is fine; the organization that owns this key has no credit left, or it is not the organization you look at",
    mend="Console, Plans & Billing; check which key is used and whose it is",
)
def credit_balance_too_low() -> None: ...

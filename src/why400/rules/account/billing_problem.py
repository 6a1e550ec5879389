"""A billing or payment problem (402).

## What happens
The API answers 402 with the type billing_error.

## Why the API refuses it
A payment failed, a card expired, an invoice is open. The sentence differs; the type says enough.

## Example
```text
Error code: 402
{"type":"error","error":{"type":"billing_error","message":"..."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Console, Plans & Billing: settle the payment. Nothing to change in code.
"""

from why400.rules import rule


@rule(
    source="rules-messages error-type-402",
    status=402,
    error="billing_error",
    evidence="documented",
    side="account",
    retry="never",
    phase="answer",
    cause="a payment of the organization has failed or is open",
    mend="settle it in the Console under Plans & Billing",
)
def billing_problem() -> None: ...

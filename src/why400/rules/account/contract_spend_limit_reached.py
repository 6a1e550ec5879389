"""The contract's or a linked organization's spend limit is reached.

## What happens
The contract, or the organization that pays for this one, has no money left for the period. Known by error_code:
contract_spend_limit_reached (429), linked_organization_spend_limit_reached and
linked_organization_billing_unavailable (402).

## Why the API refuses it
Usage is billed to a contract or to a linked organization, and that one stands at its limit. The wording is not known
yet; the code decides.

## Example
```text
HTTP/1.1 429
{"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"contract_spend_limit_reached"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Whoever owns the contract has to raise it; nothing in the code can.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-contract-spend-limit-reached rules-messages code-linked-organization-spend-limit-reached "
    "rules-messages code-linked-organization-billing-unavailable",
    codes=(
        "contract_spend_limit_reached",
        "linked_organization_billing_unavailable",
        "linked_organization_spend_limit_reached",
    ),
    status=429,
    error="rate_limit_error",
    evidence="documented",
    side="account",
    retry="wait",
    phase="answer",
    cause="the contract or the organization that pays is at its spend limit",
    mend="ask whoever owns the contract to raise it",
)
def contract_spend_limit_reached() -> None: ...

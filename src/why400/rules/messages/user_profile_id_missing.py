"""A user profile is to be billed, and the request names none.

## What happens
`billing_policy.bill_to` is `user_profile`, and the header anthropic-user-profile-id is not sent. The answer has the code
`user_profile_required`.

## Why the API refuses it
The customer who pays is the one behind the profile. Usual way there: the policy stands in the shared body, the header in a client that
this call does not use.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: user-profiles-billing-2026-10-01
content-type: application/json

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}],
 "billing_policy": {"type": "billing_policy", "bill_to": "user_profile"}}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: user-profiles-billing-2026-10-01
anthropic-user-profile-id: uprof_1
content-type: application/json

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}],
 "billing_policy": {"type": "billing_policy", "bill_to": "user_profile"}}
```

## Fix
None: which profile pays is yours to say.
"""

from collections.abc import Mapping

from why400.rules import Call, Header, Hit, rule

_HEADER = "anthropic-user-profile-id"


@rule(
    codes=("user_profile_required",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    order=60,
    source="rules-messages code-user-profile-required",
    cause="the customer behind a user profile is to pay, and no profile is named",
    mend="send anthropic-user-profile-id, or leave billing_policy out",
)
def user_profile_id_missing(call: Call) -> Hit | None:
    if b"user_profile" not in call.body or call.context.bare or "anthropic-version" not in call.present or _HEADER in call.present:
        return None
    policy = call.json_body.get("billing_policy")
    if not isinstance(policy, Mapping) or policy.get("bill_to") != "user_profile" or "user_profile_id" in call.json_body:
        return None
    return Hit(Header(_HEADER))

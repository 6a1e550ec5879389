"""A fallback credit token is used together with fallbacks.

## What happens
The request redeems a credit for a refused first try and asks for server-side fallbacks as well.

## Why the API refuses it
A request may have one of the two. The token also wants the same body and betas as the first try, the same workspace, and at most five
minutes in between, which cannot be seen here.

## Example
```json betas=fallback-credit-2026-06-01,server-side-fallback-2026-06-01 model=claude-opus-5-5
{"fallback_credit_token": "token", "fallbacks": [{"model": "claude-opus-5"}]}
```

## Use instead
```json betas=fallback-credit-2026-06-01 model=claude-opus-5-5
{"fallback_credit_token": "token"}
```

## Fix
None: which one is meant is yours to say.
"""

from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="fallback_credit_token",
    source="rules-messages fallback-credit-rules rules-beyond fallback-credit-match fallback-credit-with-fallbacks",
    cause="fallback_credit_token and fallbacks exclude one another",
    mend="send one of them",
)
def fallback_credit_invalid(talk: Conversation) -> Hit | None:
    request = talk.request
    if request.fallback_credit_token is None or request.fallbacks is None:
        return None
    return Hit((request, "fallback_credit_token"))

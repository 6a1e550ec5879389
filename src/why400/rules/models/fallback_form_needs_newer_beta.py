"""A newer form of fallbacks or of a fallback credit is sent with the older beta.

## What happens
`fallbacks` is the word `"default"`, or `fallback_credit_token` is an object, and only the beta of June is sent.

## Why the API refuses it
The June betas know a list of fallbacks, and a token as a string; the other forms came with the betas of July. Usual ways there: code from
newer documentation under a header that was set long ago.

## Example
```json model=claude-opus-5-5 betas=server-side-fallback-2026-06-01
{"fallbacks": "default"}
```

## Use instead
```json model=claude-opus-5-5 betas=server-side-fallback-2026-07-01
{"fallbacks": "default"}
```

## Fix
None: headers are yours to set.
"""

from why400.contract.views.blocks import FallbackCreditToken
from why400.rules import Conversation, Hit, Hits, rule

_FALLBACK = "server-side-fallback-2026-07-01"
_CREDIT = "fallback-credit-2026-07-01"


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    needs="fallbacks fallback_credit_token",
    source="rules-beyond fallbacks-beta fallback-credit-object-beta",
    cause="this form of {what} came with the beta {beta}",
    mend="send anthropic-beta: {beta}, or use the older form",
)
def fallback_form_needs_newer_beta(talk: Conversation) -> Hits:
    request, context = talk.request, talk.context
    if isinstance(request.fallbacks, str) and context.has_beta(_FALLBACK) is False:
        yield Hit((request, "fallbacks"), what="fallbacks", beta=_FALLBACK)
    if isinstance(request.fallback_credit_token, FallbackCreditToken) and context.has_beta(_CREDIT) is False:
        yield Hit((request, "fallback_credit_token"), what="the token", beta=_CREDIT, severity="warning")

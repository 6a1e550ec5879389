"""A batch item uses what batches lack: fast mode, threads, fallbacks, billing to a profile.

## What happens
The batch may be accepted; the item comes back as errored.

## Why the API refuses it
Batches run apart from direct traffic, without these features. Usual ways there: parameters taken over from a direct call.

## Example
```json endpoint=/v1/messages/batches betas=fast-mode-2026-02-01
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-opus-5-5", "max_tokens": 16, "speed": "fast", "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Use instead
```json endpoint=/v1/messages/batches
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-opus-5-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Fix
Takes the member away. Unsafe: what it was for does not happen then.
"""

from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    needs="speed fallbacks thread billing_policy",
    source="rules-beyond batch-no-speed batch-no-threads batch-fallbacks-errored rules-messages billing-policy-batch",
    cause="batches do not have {what}",
    mend="take {what} away, or send the request directly",
)
def batch_field_unsupported(talk: Conversation) -> Hits:
    if not talk.context.batch_item:
        return
    request = talk.request
    if request.speed == "fast":
        yield Hit((request, "speed"), what="speed")
    if request.fallbacks is not None:
        yield Hit((request, "fallbacks"), what="fallbacks")
    if request.thread is not None:
        yield Hit((request, "thread"), what="thread")
    if request.billing_policy is not None:  # only one of its kinds is documented as refused
        yield Hit((request, "billing_policy"), what="billing_policy", severity="warning")


@batch_field_unsupported.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

"""A batch item has max_tokens 0.

## What happens
The batch is accepted; the item comes back as errored, although the same body is accepted outside a batch.

## Why the API refuses it
Directly, 0 fills the cache without writing an answer; a batch item has to write something. Usual ways there: parameters of a cache
warm-up taken over.

## Example
```json endpoint=/v1/messages/batches
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-sonnet-5", "max_tokens": 0, "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Use instead
```json endpoint=/v1/messages/batches
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-sonnet-5", "max_tokens": 1, "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Fix
None: how much room the answer needs is yours to say.
"""

from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="batch-item+max_tokens",
    source="measured ba-item-max-tokens-0 ba-sync-max-tokens-0",
    cause="max_tokens must be at least 1 in a batch",
    mend="give the answer some room",
)
def batch_max_tokens_zero(talk: Conversation) -> Hit | None:
    if not talk.context.batch_item or talk.request.max_tokens != 0:
        return None
    return Hit((talk.request, "max_tokens"), bound="greater than or equal to", limit=1, words_as="number-out-of-range")

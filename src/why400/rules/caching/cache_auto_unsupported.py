"""Automatic caching goes to a place that does not have it.

## What happens
A request to Bedrock's InvokeModel has `cache_control` at top level.

## Why the API refuses it
The older integration of Bedrock knows marks on blocks only. Usual ways there: code for the Claude API moved to Bedrock.

## Example
```json platform=bedrock endpoint=/model/anthropic.claude-opus-4-6-v1/invoke
{"anthropic_version": "bedrock-2023-05-31", "$delete": ["model"], "cache_control": {"type": "ephemeral"}}
```

## Use instead
```json platform=bedrock endpoint=/model/anthropic.claude-opus-4-6-v1/invoke
{"anthropic_version": "bedrock-2023-05-31", "$delete": ["model"],
 "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello", "cache_control": {"type": "ephemeral"}}]}]}
```

## Fix
Takes it away. Unsafe: without a mark on a block nothing is cached.
"""

from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="cache_control",
    order=23,
    source="rules-messages cache-auto-bedrock rules-beyond cache-auto-legacy-bedrock bedrock-unsupported",
    cause="Bedrock's InvokeModel has no automatic caching",
    mend="mark the last block instead",
)
def cache_auto_unsupported(talk: Conversation) -> Hits:
    if (
        talk.context.platform == "bedrock"
        and talk.request.cache_control is not None
        and not talk.context.endpoint.endswith("/anthropic/v1/messages")
    ):
        sure = "/model/" in talk.context.endpoint
        yield Hit((talk.request, "cache_control"), severity=None if sure else "warning", label="not on InvokeModel")


@cache_auto_unsupported.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes it."""
    return Edit.remove(hit.place)

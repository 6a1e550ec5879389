"""fallbacks is sent to a platform without it.

## What happens
The request names models to fall back to on Bedrock, Google Cloud or Foundry.

## Why the API refuses it
Only the Claude API falls back by itself. Usual ways there: one request for all platforms.

## Example
```json platform=foundry betas=server-side-fallback-2026-06-01 model=claude-opus-5-5
{"fallbacks": [{"model": "claude-opus-5"}]}
```

## Use instead
```json platform=foundry model=claude-opus-5-5
{}
```

## Fix
Takes it away. Unsafe: the client then has to fall back itself.
"""

from why400.rules import Conversation, Edit, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    needs="fallbacks",
    source="rules-beyond fallbacks-platforms",
    cause="{platform} has no fallbacks",
    mend="take fallbacks away",
)
def fallbacks_unsupported_there(talk: Conversation) -> Hit | None:
    platform = talk.context.platform
    if talk.request.fallbacks is None or platform not in ("bedrock", "vertex", "foundry"):
        return None
    return Hit((talk.request, "fallbacks"), platform=platform)


@fallbacks_unsupported_there.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)

"""Automatic caching meets a last block that is kept for another time.

## What happens
The request has `cache_control` at top level, and its last block a mark of its own with another `ttl`.

## Why the API refuses it
Automatic caching marks the last block; a block has one mark. Without `ttl` it is five minutes. Usual ways there: automatic caching
switched on in code that marks the last turn itself.

## Example
```json
{"cache_control": {"type": "ephemeral", "ttl": "1h"},
 "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello", "cache_control": {"type": "ephemeral", "ttl": "5m"}}]}]}
```

## Use instead
```json
{"cache_control": {"type": "ephemeral", "ttl": "1h"}, "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}]}
```

## Fix
Takes the mark of the last block away.
"""

from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        # quoted by two public projects as the API's answer; the record has the rule only
        Says(
            "Top-level cache_control has ttl='{automatic:word}' but the target block already has cache_control with ttl='{own:word}'. "
            "When both are specified on the same block, they must have matching TTLs.",
            since="2026-09",
            source="rules-messages cache-auto-ttl-conflict",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="cache_control",
    order=27,
    source="rules-messages cache-auto-ttl-conflict rules-beyond cache-auto-ttl-conflict",
    cause="the last block is kept for {own}, automatic caching wants {automatic}",
    mend="leave the last block to automatic caching",
)
def cache_auto_ttl_conflict(talk: Conversation) -> Hits:
    automatic = talk.request.cache_control
    last = talk.all_turns[-1].last if talk.all_turns else None
    own = getattr(last, "cache_control", None)
    if automatic is None or own is None:
        return
    wanted, given = automatic.ttl or "5m", own.ttl or "5m"
    if wanted != given:
        yield Hit(
            (last, "cache_control"),
            own=given,
            automatic=wanted,
            label=given,
            also=(Also((talk.request, "cache_control"), wanted),),
        )


@cache_auto_ttl_conflict.mends(safe=True)
def leave(hit: Hit) -> Edit:
    """Removes the block's own mark."""
    return Edit.remove(hit.place)

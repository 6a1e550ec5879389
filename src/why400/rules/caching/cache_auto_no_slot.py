"""Automatic caching finds no breakpoint left.

## What happens
The request has `cache_control` at top level and four marked blocks besides.

## Why the API refuses it
Automatic caching sets a mark of its own, and four is the most. Usual ways there: automatic caching switched on in code that already uses
all four.

## Example
```json
{"cache_control": {"type": "ephemeral"},
 "system": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "b",
  "cache_control": {"type": "ephemeral"}}],
 "messages": [{"role": "user", "content": [{"type": "text", "text": "c", "cache_control": {"type": "ephemeral"}},
  {"type": "text", "text": "d", "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "e"}]}]}
```

## Use instead
```json
{"cache_control": {"type": "ephemeral"},
 "system": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "b",
  "cache_control": {"type": "ephemeral"}}],
 "messages": [{"role": "user", "content": [{"type": "text", "text": "c"}, {"type": "text", "text": "d"}, {"type": "text", "text": "e"}]}]}
```

## Fix
Takes the last of the four marks away: the automatic one covers it.
"""

from why400.contract import limits
from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="cache_control",
    order=28,
    source="rules-messages cache-auto-no-slot rules-beyond cache-auto-no-slot",
    cause="{count} blocks have cache_control, so that automatic caching finds none of the {limit} breakpoints left",
    mend="take one of the marks away",
)
def cache_auto_no_slot(talk: Conversation) -> Hits:
    limit = limits.find("cache_breakpoints", talk.context.platform, on=talk.context.on)
    marked = talk.cached
    if talk.request.cache_control is None or limit is None or len(marked) != limit.value:
        return
    last = talk.all_turns[-1].last if talk.all_turns else None
    # a mark that already stands on the last block may be all that automatic caching needs
    yield Hit(
        (talk.request, "cache_control"),
        severity="warning" if last is marked[-1] else None,
        count=len(marked),
        limit=limit.value,
        keep=marked[-1],
        label="needs a fifth",
    )


@cache_auto_no_slot.mends(safe=True)
def unmark(hit: Hit) -> Edit:
    """Removes the last mark."""
    return Edit.remove((hit.keep, "cache_control"))

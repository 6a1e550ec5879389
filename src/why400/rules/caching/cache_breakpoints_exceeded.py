"""More than four blocks are marked for the cache.

## What happens
`cache_control` stands on more than four blocks of the request: tools, system prompt and messages counted together, those inside results of
tools too.

## Why the API refuses it
A request has four cache breakpoints. Usual ways there: an agent that marks each new turn and never takes old marks away, a library that
adds its own to yours.

## Example
```json
{"system": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "b",
  "cache_control": {"type": "ephemeral"}}],
 "messages": [{"role": "user", "content": [{"type": "text", "text": "c", "cache_control": {"type": "ephemeral"}},
  {"type": "text", "text": "d", "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": "e",
  "cache_control": {"type": "ephemeral"}}]}]}
```

## Use instead
```json
{"system": [{"type": "text", "text": "a"}, {"type": "text", "text": "b", "cache_control": {"type": "ephemeral"}}],
 "messages": [{"role": "user", "content": [{"type": "text", "text": "c"}, {"type": "text", "text": "d"},
  {"type": "text", "text": "e", "cache_control": {"type": "ephemeral"}}]}]}
```

## Fix
Takes marks away until four are left: the oldest in the messages first, then the first in tools and system. What is cached stays cached: a
mark covers everything before it.
"""

from collections.abc import Iterator

from why400.contract import limits
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "A maximum of {limit:n} blocks with cache_control may be provided. Found {count:n}.",
            since="2024-09",
            source="corpus dev-002 dev-003 measured fb-cache-5",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="cached",
    order=25,
    source="rules-messages cache-max-breakpoints measured cache-marker-count xl-cache-five-breakpoints",
    cause="{count} blocks have cache_control; {limit} are the most",
    mend="take cache_control away from all but {limit}",
)
def cache_breakpoints_exceeded(talk: Conversation) -> Hits:
    limit = limits.find("cache_breakpoints", talk.context.platform, on=talk.context.on)
    if limit is None or limit.broken_by(len(talk.marked)) is None:
        return
    marked = talk.cached
    system = talk.request.system
    in_front = [*talk.tools, *(system if isinstance(system, list) else ())]
    front = sum(1 for block in in_front if getattr(block, "cache_control", None) is not None)
    dispensable = [*marked[front:-1], *marked[:front]] if len(marked) > front else marked[:-1]
    yield Hit(
        (marked[limit.value], "cache_control"),
        count=len(marked),
        limit=limit.value,
        keep=dispensable[: len(marked) - limit.value],
        label=f"this is number {limit.value + 1}",
    )


@cache_breakpoints_exceeded.mends(safe=True)
def unmark(hit: Hit) -> Iterator[Edit]:
    """Removes the marks that are too many."""
    for block in hit.keep:
        yield Edit.remove((block, "cache_control"))

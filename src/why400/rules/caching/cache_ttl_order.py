"""A mark for one hour stands after one for five minutes.

## What happens
A block has `cache_control` with `ttl: "1h"`, and an earlier one has the usual five minutes. Earlier means: tools, then system, then
messages.

## Why the API refuses it
What is kept longer has to come first. Usual ways there: one hour for the system prompt, and a mark on the tools without a `ttl`, which is
five minutes.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object"}, "cache_control": {"type": "ephemeral"}}],
 "system": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object"}, "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
 "system": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}]}
```

## Fix
Gives the earlier marks one hour too. Unsafe: writing to the cache for one hour costs more.
"""

from collections.abc import Iterator

from msgspec import Struct

from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        # the record quotes a part; the whole stands in anthropics/claude-code#39599, and with a path in system in agno-agi/agno#8694
        Says(
            "{path}: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are "
            "processed in the following order: `tools`, `system`, `messages`.",
            since="2026-03",
            source="rules-messages cache-ttl-order",
        ),
        Says(
            "{path}: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block",
            since="2026-03",
            when="answer",
            source="rules-messages cache-ttl-order",
        ),
        Says(
            "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block",
            since="2026-03",
            when="answer",
            source="rules-messages cache-ttl-order",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="cached",
    order=26,
    cause="a block is kept for one hour, and one before it for five minutes only",
    mend="give the earlier blocks one hour too, or this one five minutes",
)
def cache_ttl_order(talk: Conversation) -> Hits:
    if "1h" not in [_lifetime(block) for block in talk.marked] or _plainly_in_order(talk):
        return
    short: list[Struct] = []
    for block in talk.cached:
        mark = getattr(block, "cache_control", None)
        if getattr(mark, "ttl", None) != "1h":
            short.append(block)
        elif earlier := [one for one in short if not _holds(one, block)]:
            yield Hit(
                (block, "cache_control"),
                path=plain_path(block, "cache_control", "ttl"),
                keep=earlier,
                label="one hour",
                also=(Also((earlier[0], "cache_control"), "five minutes, and earlier"),),
            )
            return


def _plainly_in_order(talk: Conversation) -> bool:
    """Whether a look at tools, system and messages each as a whole shows no short lifetime before a long one."""
    marked = talk.marked
    system = talk.request.system if isinstance(talk.request.system, list) else []
    in_front = [one for one in (*talk.tools, *system) if getattr(one, "cache_control", None) is not None]
    lives = [_lifetime(one) for one in in_front]
    rest = {_lifetime(one) for one in marked[len(in_front) :]}  # tools and system stand first among the marked
    if len(rest) > 1:
        return False
    lives.extend(rest)
    return "1h" not in lives[lives.index("5m") :] if "5m" in lives else True


def _lifetime(block: Struct) -> str:
    return getattr(getattr(block, "cache_control", None), "ttl", None) or "5m"


def _holds(holder: Struct, block: Struct) -> bool:
    """Whether the block is part of the holder, so that the holder's mark comes behind it."""
    content = getattr(holder, "content", None)
    return isinstance(content, list) and any(item is block for item in content)


@cache_ttl_order.mends(safe=False)
def keep_longer(hit: Hit) -> Iterator[Edit]:
    """Gives the earlier marks one hour."""
    for block in hit.keep:
        yield Edit.replace((block, "cache_control"), {"type": "ephemeral", "ttl": "1h"})

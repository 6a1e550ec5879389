"""cache_control: its shape, how many, in which order, and where it may not stand."""

from __future__ import annotations

from .originals import HAIKU, on
from .places import Place, blocks, drop, messages, put, system, tools
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, some, word

EPHEMERAL: dict[str, object] = {"type": "ephemeral"}


def marked(body: Body) -> list[Place]:
    """Every block that carries a marker, in the order tools, system, messages."""
    every = [*tools(body, None), *system(body), *blocks(body, nested=True)]
    return [place for place in every if place.get("cache_control") is not None]


def markable(body: Body) -> list[Place]:
    """Blocks without a marker that may carry one."""
    awake = [t for t in tools(body) if not t.get("defer_loading")]
    kinds = ("text", "image", "document", "tool_use", "tool_result")
    every = [*awake, *system(body), *blocks(body, *kinds)]
    return [place for place in every if place.get("cache_control") is None and place.get("text") != ""]


@mutator(evidence=("fb-cache-5", "xl-cache-five-breakpoints", "cache-marker-count", "dev-002"))
def too_many(body: Body, draw: Draw) -> Planted | None:
    """Markers on blocks that are there, on as many texts more as it takes."""
    moved = on(body, HAIKU)
    if moved is None or marked(moved) or "cache_control" in moved:
        return None
    wanted = pick(draw, (5, 6, 8))
    texts = [{"type": "text", "text": f"Part {n}."} for n in range(wanted)]
    old = moved["messages"]
    changed = put(moved, ("messages",), [{"role": "user", "content": texts}, {"role": "assistant", "content": "Yes."}, *list(old)])  # type: ignore[call-overload]  # a list in every original
    chosen = markable(changed)
    first = pick(draw, range(max(1, len(chosen) - wanted + 1)))
    for place in chosen[first : first + wanted]:
        changed = put(changed, place.key("cache_control"), EPHEMERAL)
    found = marked(changed)
    if len(found) < 5:
        return None
    spots = tuple(p for place in found for p in (place.pointer, *place.at("cache_control")))
    says = f"A maximum of 4 blocks with cache_control may be provided. Found {len(found)}."
    return Planted(changed, spots, says)


@mutator(evidence=("dev-483", "dev-604", "rules-messages:cache-type"))
def unknown_ttl(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, markable(body))
    if place is None or marked(body) or "cache_control" in body:
        return None
    changed = put(body, place.key("cache_control"), {**EPHEMERAL, "ttl": pick(draw, (3600, "10m", "1d", "", word(draw)))})
    says = f"{place.tagged}.cache_control.ephemeral.ttl: Input should be '5m' or '1h'"
    return Planted(changed, (f"{place.pointer}/cache_control/ttl",), says)


@mutator(evidence=("rules-messages:cache-type", "cm-tool-choice-bogus"))
def unknown_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, markable(body))
    if place is None or marked(body):
        return None
    kind = pick(draw, ("persistent", "permanent", word(draw)))
    changed = put(body, place.key("cache_control"), {"type": kind})
    parts = (f"{place.tagged}.cache_control: Input tag '{kind}' found using 'type' does not match any of the expected tags: ",)
    return Planted(changed, (*place.at("cache_control"), f"{place.pointer}/cache_control/type"), parts=parts)


@mutator(evidence=("cm-tool-choice-empty", "union-path", "openapi:CacheControlEphemeral"))
def without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, markable(body))
    if place is None or marked(body):
        return None
    changed = put(body, place.key("cache_control"), pick(draw, ({}, {"ttl": "5m"})))
    says = f"{place.tagged}.cache_control.type: {REQUIRED}"
    return Planted(changed, (*place.at("cache_control"), f"{place.pointer}/cache_control/type"), says)


@mutator(evidence=("dev-252", "openapi:CacheControlEphemeral"))
def unknown_key(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, markable(body))
    if place is None or marked(body):
        return None
    key = pick(draw, ("lifetime", "max_age", word(draw)))
    changed = put(body, place.key("cache_control"), {**EPHEMERAL, key: 1})
    says = f"{place.tagged}.cache_control.ephemeral.{key}: {EXTRA}"
    return Planted(changed, (f"{place.pointer}/cache_control/{key}",), says)


@mutator(evidence=("rules-messages:cache-ttl-order",))
def long_after_short(body: Body, draw: Draw) -> Planted | None:
    """A one-hour marker somewhere behind a five-minute one, in the order tools, system, messages."""
    moved = on(body, HAIKU)
    if moved is None or marked(moved) or "cache_control" in moved:
        return None
    places = markable(moved)
    if len(places) < 2:
        return None
    at = pick(draw, range(len(places) - 1))
    short, long = places[at], pick(draw, places[at + 1 :])
    changed = put(moved, short.key("cache_control"), pick(draw, (EPHEMERAL, {**EPHEMERAL, "ttl": "5m"})))
    changed = put(changed, long.key("cache_control"), {**EPHEMERAL, "ttl": "1h"})
    parts = ("a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block",)
    spots = tuple(p for place in (short, long) for p in (place.pointer, *place.at("cache_control"), f"{place.pointer}/cache_control/ttl"))
    return Planted(changed, spots, parts=parts)


@mutator(evidence=("dev-105", "rules-messages:thinking-cache-control"))
def on_thinking(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "thinking", "redacted_thinking"))
    if place is None:
        return None
    says = f"{place.tagged}.cache_control: {EXTRA}"
    return Planted(put(body, place.key("cache_control"), EPHEMERAL), place.at("cache_control"), says)


@mutator(evidence=("dev-087",))
def on_message(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    says = f"{place.path}.cache_control: {EXTRA}"
    return Planted(put(body, place.key("cache_control"), EPHEMERAL), place.at("cache_control"), says)


@mutator(evidence=("rules-messages:cache-auto-no-slot",))
def automatic_without_slot(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None or marked(moved):
        return None
    texts = [{"type": "text", "text": f"Part {n}.", "cache_control": EPHEMERAL} for n in range(4)]
    old = moved["messages"]
    changed = put(moved, ("messages",), [{"role": "user", "content": texts}, {"role": "assistant", "content": "Yes."}, *list(old)])  # type: ignore[call-overload]  # a list in every original
    changed = put(changed, ("cache_control",), EPHEMERAL)
    spots = tuple(p for place in marked(changed) for p in (place.pointer, *place.at("cache_control")))
    return Planted(changed, ("/cache_control", *spots))


@mutator(evidence=("s5-cache-control-string", "cm-tool-choice-empty", "openapi:CreateMessageParams"))
def top_level_without_type(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("cache_control",), pick(draw, ({}, {"ttl": "1h"})))
    return Planted(changed, ("/cache_control", "/cache_control/type"), f"cache_control.type: {REQUIRED}")


@mutator(evidence=("dev-483", "rules-messages:cache-type"))
def ttl_of_present_marker(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, marked(body))
    if place is None:
        return None
    changed = put(body, (*place.key("cache_control"), "ttl"), pick(draw, (300, "5min", "2h")))
    says = f"{place.tagged}.cache_control.ephemeral.ttl: Input should be '5m' or '1h'"
    return Planted(changed, (f"{place.pointer}/cache_control/ttl",), says)


@mutator(evidence=("cm-tool-choice-empty", "openapi:CacheControlEphemeral"))
def present_marker_without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, marked(body))
    if place is None:
        return None
    changed = drop(body, (*place.key("cache_control"), "type"))
    says = f"{place.tagged}.cache_control.type: {REQUIRED}"
    return Planted(changed, (*place.at("cache_control"), f"{place.pointer}/cache_control/type"), says)

"""Content: missing, empty, of an unknown kind, or in a turn where it may not stand."""

from __future__ import annotations

from .originals import on
from .places import blocks, contents, drop, insert, last, messages, put, role, source
from .planted import Body, Draw, Planted, mutator
from .values import REQUIRED, pick, some, word

EXPECTED = "found using 'type' does not match any of the expected tags:"


@mutator(evidence=("s5-item-content-missing", "s5-system-item-content-missing"))
def missing(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    return Planted(drop(body, place.key("content")), place.missing("content"), f"{place.path}.content: {REQUIRED}")


@mutator(evidence=("s5-item-content-empty-array", "s5-item-content-empty-string", "s5-shape-empty-user-after-assistant"))
def empty_user_turn(body: Body, draw: Draw) -> Planted | None:
    """Only where no neighbour is a user turn too, and where no tool call waits for an answer."""
    lone = [
        place
        for i, place in enumerate(messages(body))
        if place.get("role") == "user"
        and role(body, i - 1) in (None, "assistant")
        and role(body, i + 1) in (None, "assistant")
        and not any(block.tag == "tool_result" for block in contents(place))
    ]
    place = some(draw, lone)
    if place is None:
        return None
    changed = put(body, place.key("content"), pick(draw, ([], "")))
    says = f"{place.path}: user messages must have non-empty content"
    return Planted(changed, (place.pointer, *place.at("content")), says)


@mutator(evidence=("s5-shape-empty-user-run-2", "merged-turns"))
def empty_user_run(body: Body, draw: Draw) -> Planted | None:
    """Two empty user messages in a row: reported at the first."""
    n = last(body)
    if role(body, n) != "user" or role(body, n - 1) not in (None, "assistant") or blocks(body, "tool_use"):
        return None
    empty = {"role": "user", "content": []}
    changed = insert(put(body, ("messages", n), empty), ("messages", n), empty)
    says = f"messages.{n}: user messages must have non-empty content"
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/content"), says)


@mutator(evidence=("cm-empty-text-block-last-user",))
def empty_text_in_last_turn(body: Body, draw: Draw) -> Planted | None:
    n = last(body)
    if role(body, n) != "user" or role(body, n - 1) not in (None, "assistant"):
        return None
    if any(block.tag != "text" for block in contents(messages(body)[n])):
        return None
    changed = put(body, ("messages", n, "content"), [{"type": "text", "text": ""}])
    place = blocks(changed)[-1]
    return Planted(changed, (place.pointer, *place.at("text")), "messages: text content blocks must be non-empty")


@mutator(evidence=("em-assistant-empty-text-mid-opus-5", "em-assistant-empty-text-mid-opus-4-8", "em-assistant-empty-text-mid-sonnet-4-6"))
def empty_text_in_assistant_turn(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, ("claude-opus-5", "claude-opus-4-8", "claude-sonnet-4-6")))
    if moved is None:
        return None
    plain = [m for m in messages(moved, "assistant") if all(block.tag == "text" for block in contents(m))]
    place = some(draw, plain)
    if place is None:
        return None
    changed = put(moved, place.key("content"), [{"type": "text", "text": ""}])
    spot = f"{place.pointer}/content/0"
    return Planted(changed, (spot, f"{spot}/text"), parts=("text content blocks must be non-empty",))


@mutator(evidence=("s5-item-block-without-type", "dev-492", "s5-system-item-block-without-type"))
def block_without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body))
    if place is None:
        return None
    return Planted(drop(body, place.key("type")), place.missing("type"), f"{place.path}.type: {REQUIRED}")


@mutator(evidence=("s5-item-block-without-type", "dev-492"))
def result_block_without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [block for result in blocks(body, "tool_result") for block in contents(result)])
    if place is None:
        return None
    return Planted(drop(body, place.key("type")), place.missing("type"), f"{place.path}.type: {REQUIRED}")


@mutator(evidence=("dev-095", "dev-432"))
def unknown_block(body: Body, draw: Draw) -> Planted | None:
    """The list of expected tags depends on betas and date."""
    place = some(draw, blocks(body))
    if place is None:
        return None
    tag = pick(draw, ("image_url", "input_text", "function_call", "output_text", word(draw)))
    parts = (f"{place.path}: Input tag '{tag}' {EXPECTED} ",)
    return Planted(put(body, place.key("type"), tag), (place.pointer, *place.at("type")), parts=parts)


@mutator(evidence=("dev-110",))
def unknown_block_in_result(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [block for result in blocks(body, "tool_result") for block in contents(result)])
    if place is None:
        return None
    tag = pick(draw, ("json", "audio", "tool_use", "thinking", word(draw)))
    parts = (f"{place.path}: Input tag '{tag}' {EXPECTED} ",)
    return Planted(put(body, place.key("type"), tag), (place.pointer, *place.at("type")), parts=parts)


def member(kind: str, name: str, evidence: tuple[str, ...]) -> None:
    """A required member of a kind of block is left out."""

    @mutator(evidence=evidence, name=f"{kind}_without_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, blocks(body, kind, nested=True))
        if place is None:
            return None
        return Planted(drop(body, place.key(name)), place.missing(name), f"{place.tagged}.{name}: {REQUIRED}")


member("text", "text", ("dev-777", "dev-208"))
member("image", "source", ("dev-208",))
member("document", "source", ("dev-208",))
member("thinking", "signature", ("dev-107",))
member("thinking", "thinking", ("dev-107", "rules-messages:thinking-signature-required"))
member("redacted_thinking", "data", ("rules-messages:thinking-signature-required",))


@mutator(evidence=("dev-166", "rules-messages:image-doc-user-only"))
def image_in_assistant_turn(body: Body, draw: Draw) -> Planted | None:
    spots = [place for place in messages(body, "assistant") if isinstance(place.get("content"), list)]
    image = some(draw, blocks(IMAGES, "image"))
    place = some(draw, spots)
    if place is None or image is None:
        return None
    at = next((i for i, block in enumerate(contents(place)) if block.tag in ("tool_use", "server_tool_use", "text")), 0)
    changed = insert(body, (*place.keys, "content", at), image.value)
    spot = f"{place.pointer}/content/{at}"
    return Planted(changed, (spot, f"{spot}/type", place.pointer), parts=("'image' blocks are not permitted within assistant turns",))


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"
IMAGES: Body = {
    "messages": [
        {
            "role": "user",
            "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}],
        }
    ]
}


@mutator(evidence=("rules-messages:content-block-placement-search-result", "rules-beyond:search-result-role"))
def search_result_in_assistant_turn(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [m for m in messages(body, "assistant") if isinstance(m.get("content"), list)])
    if place is None:
        return None
    result = {"type": "search_result", "source": "s", "title": "t", "content": [{"type": "text", "text": "x"}]}
    at = next((i for i, block in enumerate(contents(place)) if block.tag in ("tool_use", "server_tool_use", "text")), 0)
    changed = insert(body, (*place.keys, "content", at), result)
    spot = f"{place.pointer}/content/{at}"
    return Planted(changed, (spot, f"{spot}/type", place.pointer))


@mutator(evidence=("dev-493", "dev-632"))
def thinking_in_user_turn(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "text", role="user"))
    if place is None or "thinking" not in body:
        return None
    index = int(place.keys[1])
    thought = {"type": "thinking", "thinking": "Hm.", "signature": "RXhhbXBsZQ=="}
    n = len(contents(messages(body)[index]))
    changed = insert(body, ("messages", index, "content", n), thought)
    spot = f"/messages/{index}/content/{n}"
    says = f"messages.{index}.content: thinking blocks may only be in `assistant` messages"
    return Planted(changed, (spot, f"{spot}/type", f"/messages/{index}", f"/messages/{index}/content"), says)


@mutator(evidence=("dev-135",))
def turn_ends_in_thinking(body: Body, draw: Draw) -> Planted | None:
    ends = [
        message
        for message in messages(body, "assistant")
        if [block.tag for block in contents(message)][:1] == ["thinking"]
        and all(block.tag in ("thinking", "text") for block in contents(message))
    ]
    place = some(draw, ends)
    if place is None:
        return None
    kept = [block.value for block in contents(place) if block.tag == "thinking"]
    changed = put(body, place.key("content"), kept)
    spot = f"{place.pointer}/content/{len(kept) - 1}"
    says = f"{place.path}: The final block in an assistant message cannot be `thinking`."
    return Planted(changed, (spot, place.pointer), says)


@mutator(evidence=("dev-208",))
def source_without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [source(block) for block in blocks(body, "image", nested=True)])
    if place is None:
        return None
    return Planted(drop(body, place.key("type")), place.missing("type"), f"{place.path}.type: {REQUIRED}")


@mutator(evidence=("s5-messages-absent", "dev-462"))
def messages_missing(body: Body, draw: Draw) -> Planted | None:
    return Planted(drop(body, ("messages",)), ("", "/messages"), f"messages: {REQUIRED}")

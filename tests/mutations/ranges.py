"""Too short, too long, too many, too few."""

from __future__ import annotations

from .originals import OPUS_5, on
from .places import blocks, put, system
from .planted import Body, Draw, Planted, mutator
from .values import pick, some


@mutator(evidence=("s5-messages-empty",))
def no_messages(body: Body, draw: Draw) -> Planted | None:
    return Planted(put(body, ("messages",), []), ("/messages",), "messages: at least one message is required")


@mutator(evidence=("s5-model-empty", "dev-533"))
def empty_model(body: Body, draw: Draw) -> Planted | None:
    return Planted(put(body, ("model",), ""), ("/model",), "model: String should have at least 1 character")


@mutator(evidence=("dev-161",))
def long_model(body: Body, draw: Draw) -> Planted | None:
    name = "claude-" + "x" * pick(draw, (250, 300, 4000))
    return Planted(put(body, ("model",), name), ("/model",), "model: String should have at most 256 characters")


@mutator(evidence=("rules-messages:metadata-user-id", "openapi:Metadata"))
def long_user_id(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("metadata",), {"user_id": "u" * pick(draw, (513, 1000, 5000))})
    return Planted(changed, ("/metadata/user_id",), parts=("metadata.user_id: String should have at most",))


@mutator(evidence=("openapi:RequestToolUseBlock", "dev-240"))
def long_tool_use_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_use"))
    if place is None:
        return None
    changed = put(body, place.key("name"), "x" * pick(draw, (201, 500)))
    return Planted(changed, place.at("name"), f"{place.tagged}.name: String should have at most 200 characters")


@mutator(evidence=("rules-beyond:schema-requestdocumentblock-title", "s5-model-empty", "dev-240"))
def document_title(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "document"))
    if place is None:
        return None
    title = pick(draw, ("", "t" * 501, "t" * 2000))
    least = "at least 1 character" if not title else "at most 500 characters"
    changed = put(body, place.key("title"), title)
    return Planted(changed, place.at("title"), f"{place.tagged}.title: String should have {least}")


@mutator(evidence=("rules-beyond:schema-requestdocumentblock-context", "s5-model-empty"))
def document_context(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "document"))
    if place is None:
        return None
    says = f"{place.tagged}.context: String should have at least 1 character"
    return Planted(put(body, place.key("context"), ""), place.at("context"), says)


@mutator(evidence=("openapi:RequestToolReferenceBlock", "rules-beyond:schema-requesttoolreferenceblock-tool-name"))
def tool_reference_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    name = pick(draw, ("", "get weather", "x" * 257))
    changed = put(body, place.key("content"), [{"type": "tool_reference", "tool_name": name}])
    spot = f"{place.pointer}/content/0"
    return Planted(changed, (spot, f"{spot}/tool_name"))


@mutator(evidence=("openapi:RequestServerToolUseBlock", "rules-beyond:schema-requestservertooluseblock-id", "dev-112"))
def server_tool_use_id(body: Body, draw: Draw) -> Planted | None:
    """Renamed on the call alone: the pattern of its id is checked before the pairing."""
    place = some(draw, blocks(body, "server_tool_use"))
    if place is None:
        return None
    name = pick(draw, ("toolu_01", "srvtoolu_", "srvtoolu_a b"))
    says = f"{place.tagged}.id: String should match pattern '^srvtoolu_[a-zA-Z0-9_]+$'"
    return Planted(put(body, place.key("id"), name), place.at("id"), says)


@mutator(evidence=("dev-605", "rules-messages:text-nonempty"))
def empty_system_text(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, system(body))
    if place is None or "cache_control" in place.members:
        return None
    says = "system: text content blocks must be non-empty"
    return Planted(put(body, place.key("text"), ""), (place.pointer, *place.at("text"), "/system"), says)


@mutator(evidence=("dev-605",))
def empty_system_text_of_ours(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_5)
    if moved is None:
        return None
    good: list[dict[str, object]] = [{"type": "text", "text": "Be brief."}]
    kept = good[: pick(draw, (0, 1))]
    changed = put(moved, ("system",), [*kept, {"type": "text", "text": ""}])
    spot = f"/system/{len(kept)}"
    return Planted(changed, (spot, f"{spot}/text", "/system"), "system: text content blocks must be non-empty")

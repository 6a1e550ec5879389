"""Members that the API does not know, at every depth."""

from __future__ import annotations

from .originals import OPUS_55, on
from .places import Place, blocks, contents, member, messages, put, system, tools
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, pick, some, word

FOREIGN = ("seed", "response_format", "input", "n", "user", "logprobs", "stop", "frequency_penalty", "max_completion_tokens")
SEEN = ("cm-unknown-seed", "cm-unknown-response-format", "cm-unknown-input", "cm-unknown-n", "cm-unknown-user", "cm-unknown-logprobs")


def extra(body: Body, place: Place, key: str, value: object) -> Planted:
    return Planted(put(body, place.key(key), value), place.at(key), f"{place.tagged}.{key}: {EXTRA}")


def of_kind(kind: str, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"in_{kind}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, blocks(body, kind, nested=True))
        return None if place is None else extra(body, place, word(draw), pick(draw, (1, "x", None, True, [])))


@mutator(evidence=("s5-unknown-key", "cm-unknown-key-int", "cm-unknown-key-null", "ht-unknown-key"))
def top_level(body: Body, draw: Draw) -> Planted | None:
    key = word(draw)
    return Planted(put(body, (key,), pick(draw, (1, "x", None, True, {}, []))), (f"/{key}",), f"{key}: {EXTRA}")


@mutator(evidence=(*SEEN, "cm-unknown-stop", "s5-unknown-key"))
def foreign(body: Body, draw: Draw) -> Planted | None:
    """Names that other APIs have."""
    key = pick(draw, FOREIGN)
    return Planted(put(body, (key,), pick(draw, (1, "x", ["x"]))), (f"/{key}",), f"{key}: {EXTRA}")


@mutator(evidence=("order-unknown-keys", "s5-unknown-key"))
def two_top_level(body: Body, draw: Draw) -> Planted | None:
    """The first in the body is reported."""
    keys = ["zza_" + word(draw), "zzb_" + word(draw)]
    one, two = keys if pick(draw, (True, False)) else keys[::-1]
    changed = put(put(body, (one,), 1), (two,), 1)
    return Planted(changed, (f"/{one}", f"/{two}"), f"{one}: {EXTRA}")


@mutator(evidence=("s5-item-extra-member", "dev-131", "dev-494"))
def in_message(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    key = pick(draw, ("name", "id", "tool_calls", "reasoning_content", "timestamp", word(draw)))
    return extra(body, place, key, pick(draw, ("x", 1, None)))


of_kind("text", ("dev-123",))
of_kind("image", ("openapi:RequestImageBlock", "dev-123"))
of_kind("document", ("openapi:RequestDocumentBlock", "dev-123"))
of_kind("tool_use", ("openapi:RequestToolUseBlock", "dev-123"))
of_kind("tool_result", ("openapi:RequestToolResultBlock", "dev-123"))
of_kind("thinking", ("openapi:RequestThinkingBlock", "dev-105"))
of_kind("redacted_thinking", ("openapi:RequestRedactedThinkingBlock", "dev-105"))
of_kind("server_tool_use", ("openapi:RequestServerToolUseBlock", "rules-messages:unknown-fields"))


@mutator(evidence=("rules-messages:unknown-fields", "dev-123"))
def foreign_in_tool_use(body: Body, draw: Draw) -> Planted | None:
    """What clients leave on the blocks that they send back."""
    place = some(draw, blocks(body, "tool_use", "tool_result"))
    if place is None:
        return None
    key = pick(draw, ("partial_json", "index", "tool_name", "function", "arguments", "status"))
    return extra(body, place, key, pick(draw, ("x", 0)))


@mutator(evidence=("s5-unknown-key", "openapi:Tool", "dev-319"))
def in_tool(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    return extra(body, place, pick(draw, ("parameters", "function", "returns", "annotations", word(draw))), {})


@mutator(evidence=("s5-metadata-extra", "dev-512"))
def in_metadata(body: Body, draw: Draw) -> Planted | None:
    now = member(body, "metadata")
    key = pick(draw, ("session_id", "bogus", word(draw)))
    changed = put(body, ("metadata",), {**(now.members if now else {}), key: "x"})
    return Planted(changed, (f"/metadata/{key}",), f"metadata.{key}: {EXTRA}")


@mutator(evidence=("dev-252", "dev-253", "openapi:RequestTextBlock"))
def in_system_block(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, system(body))
    return None if place is None else extra(body, place, word(draw), 1)


@mutator(evidence=("cm-thinking-disabled-display", "dev-285"))
def in_thinking_setting(body: Body, draw: Draw) -> Planted | None:
    now = member(body, "thinking")
    if now is None:
        return None
    return extra(body, now, pick(draw, ("effort", "summary", word(draw))), "x")


@mutator(evidence=("o55b-task-budget-no-beta", "openapi:OutputConfig"))
def in_output_config(body: Body, draw: Draw) -> Planted | None:
    now = member(body, "output_config")
    key = pick(draw, ("schema", "verbosity", "response_format", word(draw)))
    changed = put(body, ("output_config",), {**(now.members if now else {}), key: "x"})
    return Planted(changed, (f"/output_config/{key}",), f"output_config.{key}: {EXTRA}")


@mutator(evidence=("rules-messages:unknown-fields",))
def in_result_of_code(body: Body, draw: Draw) -> Planted | None:
    """Output-only members that are echoed back."""
    place = some(draw, blocks(body, "bash_code_execution_tool_result", "code_execution_tool_result", "web_search_tool_result"))
    return None if place is None else extra(body, place, "citations", [])


@mutator(evidence=("dev-123", "openapi:RequestTextBlock"))
def in_text_of_result(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [b for result in blocks(body, "tool_result") for b in contents(result) if b.tag == "text"])
    return None if place is None else extra(body, place, pick(draw, ("annotations", "_meta", word(draw))), None)


BETA_FIELDS: tuple[tuple[str, object, str], ...] = (
    ("mcp_servers", [{"type": "url", "url": "https://example.com/mcp", "name": "m"}], "cm-unknown-mcp-servers"),
    ("context_management", {"edits": [{"type": "clear_tool_uses_20250919"}]}, "xl-context-management-no-beta"),
    ("user_profile_id", "uprof_1", "cm-unknown-user-profile-id"),
    ("fallbacks", [{"model": "claude-opus-5"}], "dev-414"),
)


@mutator(evidence=tuple(row[2] for row in BETA_FIELDS), name="without_beta")
def beta_field(body: Body, draw: Draw) -> Planted | None:
    """A member that only a beta opens, and no beta is sent."""
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    name, value, _ = pick(draw, BETA_FIELDS)
    return Planted(put(moved, (name,), value), (f"/{name}",), f"{name}: {EXTRA}", betas=())


@mutator(evidence=("o55a-speed-standard-no-beta", "al-speed-no-beta"))
def speed_without_beta(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (OPUS_55, "claude-opus-5", "claude-opus-4-8")))
    if moved is None:
        return None
    return Planted(put(moved, ("speed",), pick(draw, ("fast", "standard"))), ("/speed",), f"speed: {EXTRA}", betas=())

"""Context management and compaction."""

from __future__ import annotations

from .originals import HAIKU, OPUS_5, OPUS_55, on
from .places import last, put
from .planted import Body, Draw, Planted, mutator
from .values import pick, word

MANAGEMENT = "context-management-2025-06-27"
COMPACT = "compact-2026-01-12"
EDITS = "/context_management/edits"
CLEAR_THINKING: dict[str, object] = {"type": "clear_thinking_20251015", "keep": "all"}
CLEAR_TOOLS: dict[str, object] = {"type": "clear_tool_uses_20250919"}


def compact(value: int = 50_000) -> dict[str, object]:
    return {"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": value}}


def edited(body: Body, model: str, *edits: dict[str, object], thinking: bool = True) -> Body | None:
    moved = on(body, model)
    if moved is None:
        return None
    changed = put(moved, ("context_management",), {"edits": list(edits)})
    return put(changed, ("thinking",), {"type": "adaptive"}) if thinking else changed


@mutator(evidence=("o55d-edits-compact-before-thinking", "o55d-edits-tools-before-thinking", "dev-400"))
def thinking_not_first(body: Body, draw: Draw) -> Planted | None:
    lead = pick(draw, ((CLEAR_TOOLS,), (compact(),), (CLEAR_TOOLS, compact())))
    changed = edited(body, OPUS_55, *lead, CLEAR_THINKING)
    if changed is None:
        return None
    says = "context_management: `clear_thinking_20251015` must be the first strategy in `context_management.edits` when provided"
    n = len(lead)
    spots = ("/context_management", EDITS, f"{EDITS}/{n}", f"{EDITS}/{n}/type", f"{EDITS}/0")
    return Planted(changed, spots, says, betas=(MANAGEMENT, COMPACT))


@mutator(evidence=("dev-020", "rules-beyond:ctx-clear-thinking-needs-thinking"))
def clear_thinking_without_thinking(body: Body, draw: Draw) -> Planted | None:
    """Only inferred: a warning is enough."""
    changed = edited(body, HAIKU, CLEAR_THINKING, thinking=False)
    if changed is None:
        return None
    spots = ("/context_management", EDITS, f"{EDITS}/0", f"{EDITS}/0/type", "/thinking")
    return Planted(changed, spots, betas=(MANAGEMENT,), severity="any")


@mutator(evidence=("co-compact-trigger-low", "dev-024", "rules-beyond:ctx-compact-trigger-min"))
def low_trigger(body: Body, draw: Draw) -> Planted | None:
    """Two sources differ on path and sentence."""
    changed = edited(body, OPUS_5, compact(pick(draw, (1, 1000, 49_999))))
    if changed is None:
        return None
    inside = ("", "/trigger", "/trigger/value")
    return Planted(changed, tuple(f"{EDITS}/0{part}" for part in inside), betas=(COMPACT,))


@mutator(evidence=("co-compact-haiku", "dev-518"))
def compact_on_haiku(body: Body, draw: Draw) -> Planted | None:
    changed = edited(body, HAIKU, compact(), thinking=False)
    if changed is None:
        return None
    says = f"'{HAIKU}' does not support the 'compact_20260112' context management strategy."
    spots = ("/context_management", EDITS, f"{EDITS}/0", f"{EDITS}/0/type", "/model")
    return Planted(changed, spots, says, betas=(COMPACT,))


@mutator(evidence=("o55d-edits-compact-wrong-beta", "dev-432"))
def compact_under_another_beta(body: Body, draw: Draw) -> Planted | None:
    changed = edited(body, OPUS_55, compact())
    if changed is None:
        return None
    parts = (
        "Input tag 'compact_20260112'",
        "does not match any of the expected tags: 'clear_thinking_20251015', 'clear_tool_uses_20250919'",
    )
    return Planted(changed, (f"{EDITS}/0", f"{EDITS}/0/type"), parts=parts, betas=(MANAGEMENT,))


@mutator(evidence=("cm-tool-choice-bogus", "rules-beyond:ctx-beta"))
def unknown_edit(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("clear_everything", "clear_tool_uses", word(draw)))
    changed = edited(body, OPUS_55, {"type": kind})
    if changed is None:
        return None
    parts = (f"Input tag '{kind}'",)
    return Planted(changed, (f"{EDITS}/0", f"{EDITS}/0/type"), parts=parts, betas=(MANAGEMENT,))


def with_block(body: Body, block: dict[str, object]) -> tuple[Body, str] | None:
    """The body behind a first exchange whose answer holds a compaction block; and the block's pointer."""
    moved = on(body, OPUS_55)
    if moved is None or last(moved) != 0:
        return None
    turns = [{"role": "user", "content": "a"}, {"role": "assistant", "content": [block]}]
    return put(moved, ("messages",), [*turns, *list(moved["messages"])]), "/messages/1/content/0"  # type: ignore[call-overload]  # a list in every original


@mutator(evidence=("o55d-replay-threshold-no-edit", "co-compaction-no-edit", "dev-475", "dev-394"))
def block_without_edit(body: Body, draw: Draw) -> Planted | None:
    got = with_block(body, {"type": "compaction", "content": "What was said: " + word(draw)})
    if got is None:
        return None
    changed, spot = got
    parts = ("`compaction` blocks require a `compact_20260112` strategy in `context_management.edits`.",)
    return Planted(changed, (spot, f"{spot}/type", "/context_management", ""), parts=parts, betas=(COMPACT,))


@mutator(evidence=("co-compaction-empty", "dev-477", "rules-messages:compaction-content-empty"))
def empty_block(body: Body, draw: Draw) -> Planted | None:
    got = with_block(body, {"type": "compaction", "content": ""})
    if got is None:
        return None
    changed, spot = got
    changed = put(changed, ("context_management",), {"edits": [compact()]})
    says = "messages.1.content.0.compaction.content: content cannot be empty"
    return Planted(changed, (f"{spot}/content", spot), says, betas=(COMPACT,))


@mutator(evidence=("o55d-replay-threshold-other-beta", "dev-371", "dev-473"))
def unsigned_block(body: Body, draw: Draw) -> Planted | None:
    got = with_block(body, {"type": "compaction", "content": "What was said: " + word(draw)})
    if got is None:
        return None
    changed, spot = got
    parts = ("a `compaction` block with `content` requires its `signature`",)
    return Planted(changed, (spot, f"{spot}/signature", f"{spot}/content"), parts=parts, betas=("compact-2026-09-04",))


@mutator(evidence=("dev-715", "rules-beyond:compaction-beta"))
def compaction_without_beta(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    changed = put(moved, ("compaction",), {"type": "summarize"})
    return Planted(changed, ("/compaction",), betas=())

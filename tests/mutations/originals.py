"""The good requests, as recorded and accepted; and the same ones as today's models would take them.

A mutated request is checked as of one day (`planted.AS_OF`), so that its expected wording is one. An original whose
model has retired by then is sent to Haiku 4.5 instead: `ported` changes the model and what that model refuses,
nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import places
from .planted import Body

HAIKU = "claude-haiku-4-5-20251001"
SONNET_5 = "claude-sonnet-5"
OPUS_5 = "claude-opus-5"
OPUS_55 = "claude-opus-5-5"

RETIRED = ("claude-2", "claude-3", "claude-sonnet-4-0", "claude-sonnet-4-2", "claude-opus-4-0", "claude-opus-4-1")
OLD = ("claude-haiku-4-5", "claude-sonnet-4-5", "claude-opus-4-5")
"""The 4.5 models: prefill, a thinking budget and no adaptive thinking, sampling, no system role."""
SAMPLING = (*OLD, "claude-opus-4-6", "claude-sonnet-4-6")
"""Models that take temperature, top_p and top_k, and no message of role system."""
NO_FORCED_TOOL = ("claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-1", "claude-mythos-5-1")
MEDIA_TYPE_WRONG = ("openinference-8",)
"""Recorded before media types were held against the bytes (evidence/README.md: first refusals seen 2025-01)."""
LIMIT = {"claude-haiku-4-5": 64_000, "claude-sonnet-4-5": 64_000, "claude-opus-4-5": 64_000}
PRINTED = {
    "claude-haiku-4-5": "claude-haiku-4-5-20251001",
    "claude-sonnet-4-5": "claude-sonnet-4-5-20250929",
    "claude-opus-4-5": "claude-opus-4-5-20251101",
}
"""How a message names the model behind an alias."""


@dataclass(frozen=True, slots=True)
class Original:
    """`betas` None: the recording dropped its headers. `date`: when recorded, or a day when it must have been valid."""

    id: str
    body: Body
    date: str
    api_version: str | None
    betas: tuple[str, ...] | None


@cache
def originals() -> tuple[Original, ...]:
    """All recorded requests of `originals.jsonl`."""
    rows = Path(__file__).with_name("originals.jsonl").read_text(encoding="utf-8").split("\n")
    return tuple(
        Original(row["id"], row["body"], row["date"], row["api_version"], None if row["betas"] is None else (*row["betas"],))
        for row in map(json.loads, filter(None, rows))
    )


def is_a(model: object, names: tuple[str, ...]) -> bool:
    """Whether the model id is one of the names, or a dated form of one."""
    return isinstance(model, str) and any(
        model == name or (model.startswith(name) and model[len(name) :].lstrip("-").isdigit() and len(model) > len(name) + 3)
        for name in names
    )


def printed(model: object) -> str | None:
    """The id that a message prints for the model, where that is known."""
    return next((full for alias, full in PRINTED.items() if isinstance(model, str) and model.startswith(alias)), None)


def ported(original: Original) -> Original | None:
    """The original as of `AS_OF`; None for what no current model takes in that form."""
    body = original.body
    if "output_format" in body or original.id in MEDIA_TYPE_WRONG:
        return None
    if not str(body["model"]).startswith(RETIRED):
        return original
    changed = places.put(body, ("model",), HAIKU)
    if "temperature" in changed and "top_p" in changed:
        changed = places.without(changed, "top_p")
    return Original(original.id, changed, original.date, original.api_version, original.betas)


@cache
def bases() -> tuple[Original, ...]:
    """What the mutators work on."""
    return tuple(filter(None, map(ported, originals())))


def plain(body: Body) -> bool:
    """No feature in it that only some models take: custom tools, and text, media and tool blocks alone."""
    tied = ("mcp_servers", "container", "context_management", "output_format", "inference_geo", "speed")
    if any(name in body for name in tied) or any(tool.tag != "custom" for tool in places.tools(body, None)):
        return False
    if any(tool.get("defer_loading") or tool.get("strict") for tool in places.tools(body)):
        return False
    if places.messages(body, "system") or places.role(body, places.last(body)) != "user":
        return False
    kinds = {block.tag for block in places.blocks(body)}
    return kinds <= {"text", "image", "document", "tool_use", "tool_result"}


def on(body: Body, model: str) -> Body | None:
    """The body sent to another model, without what that model may refuse (sampling, thinking, output_config, a
    forced tool); None where that would leave no valid request."""
    if not plain(body):
        return None
    moved = places.put(places.without(body, "temperature", "top_p", "top_k", "thinking", "output_config"), ("model",), model)
    choice = moved.get("tool_choice")
    if isinstance(choice, dict) and choice.get("type") in ("any", "tool"):
        moved = places.without(moved, "tool_choice")
    limit = LIMIT.get(model.removesuffix("-20251001"))
    tokens = moved.get("max_tokens")
    if limit is not None and isinstance(tokens, int) and tokens > limit:
        moved = places.put(moved, ("max_tokens",), limit)
    return moved

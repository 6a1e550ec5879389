"""Model ids: missing, unknown, retired."""

from __future__ import annotations

from .originals import HAIKU, on
from .places import drop, put
from .planted import Body, Draw, Planted, mutator
from .values import REQUIRED, pick, word

GONE = (
    "claude-3-5-haiku-20241022",
    "claude-3-7-sonnet-20250219",
    "claude-sonnet-4-20250514",
    "claude-opus-4-20250514",
    "claude-opus-4-1-20250805",
    "claude-3-haiku-20240307",
)


@mutator(evidence=("s5-model-absent", "s5-order-missing-model-before-unknown"))
def missing(body: Body, draw: Draw) -> Planted | None:
    return Planted(drop(body, ("model",)), ("", "/model"), f"model: {REQUIRED}")


@mutator(evidence=("ba-sync-model-unknown", "mo-sonnet", "mo-haiku", "mo-claude-haiku-4-6"))
def unknown(body: Body, draw: Draw) -> Planted | None:
    """What a contract does not know may be newer than it: a warning is enough."""
    name = pick(draw, ("claude-does-not-exist-9", "sonnet", "haiku", "claude-haiku-4-6", "gpt-4o", "claude-" + word(draw)))
    return Planted(put(body, ("model",), name), ("/model",), severity="any")


@mutator(evidence=("cm-model-blank", "model-name-late"))
def blank(body: Body, draw: Draw) -> Planted | None:
    return Planted(put(body, ("model",), pick(draw, ("   ", " ", "\t"))), ("/model",), severity="any")


@mutator(evidence=("sp-retired-model", "rules-messages:retired-models"))
def retired(body: Body, draw: Draw) -> Planted | None:
    name = pick(draw, GONE)
    moved = on(body, HAIKU)
    if moved is None:
        return None
    return Planted(put(moved, ("model",), name), ("/model",), f"model: {name}")

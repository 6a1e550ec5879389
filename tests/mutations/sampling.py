"""Temperature, top_p and top_k: ranges, and models and API versions that take none."""

from __future__ import annotations

from hypothesis import strategies as st

from .originals import HAIKU, on
from .places import put, without
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, pick

NEW = ("claude-opus-4-7", "claude-opus-4-8", "claude-opus-5", "claude-opus-5-5", "claude-sonnet-5", "claude-sonnet-5-5", "claude-fable-5")
VERSION = "2026-10-21"
NAMES = ("temperature", "top_p", "top_k")


@mutator(evidence=("cm-temperature-1-5", "ht-temperature-2", "sampling-range-first", "dev-615"))
def temperature_range(body: Body, draw: Draw) -> Planted | None:
    """-1 has a sentence of its own on some models."""
    value = draw(st.one_of(st.sampled_from((1.5, 2, 2.0, 100, -0.5)), st.floats(1.01, 1e6), st.floats(-0.99, -0.01)))
    changed = put(without(body, "top_p"), ("temperature",), value)
    return Planted(changed, ("/temperature",), "temperature: range: 0..1")


@mutator(evidence=("dev-679",))
def top_p_range(body: Body, draw: Draw) -> Planted | None:
    value = draw(st.one_of(st.sampled_from((1.5, 2, 95, -0.5)), st.floats(1.01, 1e6), st.floats(-0.99, -0.01)))
    return Planted(put(without(body, "temperature"), ("top_p",), value), ("/top_p",), "top_p: range: 0..1")


@mutator(evidence=("ht-temperature-minus-1",))
def temperature_minus_1(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    parts = ("`temperature` cannot be set to -1 for this model",)
    return Planted(put(moved, ("temperature",), pick(draw, (-1, -1.0))), ("/temperature",), parts=parts)


REFUSED = (
    "sp-temperature-0-opus-4-7",
    "sp-temperature-0-sonnet-5",
    "lt-temperature-0-5-opus-5",
    "lt-temperature-0-5-opus-5-5",
    "sp-temperature-0-fable-5",
)


@mutator(evidence=(*REFUSED, "lt-temperature-0-5-sonnet-5-5"))
def temperature_on_new_model(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, NEW))
    if moved is None:
        return None
    changed = put(moved, ("temperature",), draw(st.one_of(st.sampled_from((0, 0.0, 0.5)), st.floats(0.01, 0.99))))
    return Planted(changed, ("/temperature", "/model"), "`temperature` is deprecated for this model.")


@mutator(evidence=("dev-341", "rules-messages:sampling-nondefault-new-models"))
def top_k_on_new_model(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, ("claude-opus-4-7", "claude-opus-4-8", "claude-opus-5", "claude-opus-5-5")))
    if moved is None:
        return None
    return Planted(put(moved, ("top_k",), pick(draw, (1, 10, 40))), ("/top_k", "/model"), "`top_k` is deprecated for this model.")


@mutator(evidence=("sp-trio-haiku-4-5", "sp-trio-sonnet-4-5", "lt-temperature-and-top-p-haiku-4-5"))
def temperature_and_top_p(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (HAIKU, "claude-haiku-4-5", "claude-sonnet-4-5", "claude-sonnet-4-5-20250929")))
    if moved is None:
        return None
    changed = put(put(moved, ("temperature",), pick(draw, (0, 0.5, 0.7))), ("top_p",), pick(draw, (0.9, 0.95, 0.5)))
    says = "`temperature` and `top_p` cannot both be specified for this model. Please use only one."
    return Planted(changed, ("/temperature", "/top_p"), says)


@mutator(evidence=("rules-messages:v20261021-no-sampling-params", "rules-beyond:v2026-sampling-removed"))
def removed_in_2026_10_21(body: Body, draw: Draw) -> Planted | None:
    """Refused even at its default; the sentence was seen for temperature."""
    moved = on(body, pick(draw, ("claude-haiku-4-5", "claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-5")))
    if moved is None:
        return None
    name = pick(draw, NAMES)
    value: object = pick(draw, (1, 1.0, 0.5)) if name != "top_k" else pick(draw, (1, 40))
    says = f"{name}: {EXTRA}"
    return Planted(put(moved, (name,), value), (f"/{name}",), says, api_version=VERSION, as_of="2026-11-01")


@mutator(evidence=("rules-messages:v20261021-no-sampling-params",))
def removed_and_of_another_type(body: Body, draw: Draw) -> Planted | None:
    """What the version does not know is not asked for its type."""
    moved = on(body, "claude-opus-5")
    if moved is None:
        return None
    name = pick(draw, NAMES)
    changed = put(moved, (name,), pick(draw, ("x", "0.5", True, [])))
    return Planted(changed, (f"/{name}",), f"{name}: {EXTRA}", api_version=VERSION, as_of="2026-11-01")


@mutator(evidence=("openapi:CreateMessageParams", "rules-messages:v20261021-no-document-in-assistant"))
def document_in_assistant_turn(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, "claude-opus-5")
    if moved is None or moved["messages"] is None:
        return None
    document = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}
    turn = {"role": "assistant", "content": [document, {"type": "text", "text": "Read."}]}
    items = [turn, *list(moved["messages"])]  # type: ignore[call-overload]  # a list in every original
    changed = put(moved, ("messages",), items)
    spots = ("/messages/0/content/0", "/messages/0/content/0/type", "/messages/0")
    return Planted(changed, spots, api_version=VERSION, as_of="2026-11-01")


@mutator(evidence=("rules-messages:v20261021-no-citations-in-user-text", "rules-beyond:v2026-citations-in-user-text"))
def citations_on_user_text(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, "claude-opus-5")
    if moved is None:
        return None
    where = {"document_index": 0, "document_title": None, "start_char_index": 0, "end_char_index": 3}
    citation = {"type": "char_location", "cited_text": "abc", **where}
    turn = {"role": "user", "content": [{"type": "text", "text": "abc", "citations": [citation]}]}
    changed = put(moved, ("messages",), [turn, {"role": "assistant", "content": "Yes."}, *list(moved["messages"])])  # type: ignore[call-overload]  # a list in every original
    spot = "/messages/0/content/0"
    return Planted(changed, (spot, f"{spot}/citations", f"{spot}/citations/0"), api_version=VERSION, as_of="2026-11-01")

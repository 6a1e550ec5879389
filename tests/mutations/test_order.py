"""Of two faulty top-level members the API reports the one that comes first in its own order (measured order-fields, s5-order-…)."""

from __future__ import annotations

from itertools import combinations

import pytest

import why400

from .originals import SONNET_5, bases, on
from .planted import AS_OF, Body

FAULTS: tuple[tuple[str, object], ...] = (
    ("model", 7),
    ("tool_choice", 7),
    ("tools", "x"),
    ("messages", "x"),
    ("system", 7),
    ("thinking", "x"),
    ("output_config", "x"),
    ("cache_control", "x"),
    ("max_tokens", "x"),
    ("metadata", "x"),
    ("stop_sequences", "ZZ"),
    ("temperature", "x"),
    ("service_tier", 7),
    ("top_k", "x"),
    ("top_p", "x"),
    ("stream", "yes"),
    ("container", 7),
    ("inference_geo", 7),
    ("zzz_unknown", 1),
)
"""A member and a value of it that is refused, in the API's order."""


def base() -> Body:
    return next(moved for original in bases() if (moved := on(original.body, SONNET_5)) is not None)


@pytest.mark.parametrize(("earlier", "later"), list(combinations(FAULTS, 2)), ids=lambda one: one[0])
def test_the_earlier_member_is_reported(earlier: tuple[str, object], later: tuple[str, object]) -> None:
    for pair in ((earlier, later), (later, earlier)):  # whichever stands first in the body
        found = why400.check({**base(), **dict(pair)}, api_version="2023-06-01", betas=(), as_of=AS_OF)
        assert [one.pointer for one in found if one.first] == [f"/{earlier[0]}"]


def test_an_unknown_member_beats_the_shape_of_the_conversation() -> None:
    """measured s5-shape-order-unknown-before-empty-turn, order-phases"""
    body = base() | {"messages": [{"role": "user", "content": []}], "zzz_unknown": 1}
    found = why400.check(body, api_version="2023-06-01", betas=(), as_of=AS_OF)
    assert [one.pointer for one in found if one.severity == "error"] == ["/zzz_unknown", "/messages/0/content"]


def test_a_wrong_role_anywhere_beats_the_shape_of_an_earlier_message() -> None:
    """measured order-item"""
    turns = [{"role": "system", "content": []}, {"role": "user", "content": "a"}, {"role": "bogus", "content": "b"}]
    found = why400.check(base() | {"messages": turns}, api_version="2023-06-01", betas=(), as_of=AS_OF)
    assert [one.pointer for one in found if one.first] == ["/messages/2/role"]

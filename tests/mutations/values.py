"""Wrong values to draw from. Each list holds what the API was seen to refuse for that type, or its like in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from .planted import Draw

T = TypeVar("T")

NO_STRING: tuple[object, ...] = (7, 1.5, True, False, [], ["x"], {}, {"a": 1}, None)
NO_ARRAY: tuple[object, ...] = (7, 1.5, True, {}, {"type": "text"}, None)
NO_OBJECT: tuple[object, ...] = (7, 1.5, True, "x", "", [], None)
NO_NUMBER: tuple[object, ...] = ("x", "0.5", [], {}, None)
NO_INTEGER: tuple[object, ...] = ("x", "1024", 1.5, [], {}, None)
NO_BOOLEAN: tuple[object, ...] = ("yes", "true", 1, 0, [], {}, None)

SAYS = {
    "string": "Input should be a valid string",
    "array": "Input should be a valid array",
    "object": "Input should be an object",
    "number": "Input should be a valid number",
    "integer": "Input should be a valid integer",
    "boolean": "Input should be a valid boolean",
}
WRONG = {
    "string": NO_STRING,
    "array": NO_ARRAY,
    "object": NO_OBJECT,
    "number": NO_NUMBER,
    "integer": NO_INTEGER,
    "boolean": NO_BOOLEAN,
}
REQUIRED = "Field required"
EXTRA = "Extra inputs are not permitted"


def pick(draw: Draw, options: Sequence[T]) -> T:
    return draw(st.sampled_from(list(options)))


def some(draw: Draw, options: Sequence[T], *, no: object = ()) -> T | None:
    """One of the options, or None where there is none: the mutator does not apply."""
    return pick(draw, options) if options else None


def word(draw: Draw, *, at_most: int = 12) -> str:
    """A lower-case word that names nothing in the API."""
    return "zz" + draw(st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=at_most - 2))


def wrong(draw: Draw, expected: str) -> object:
    """A value that is not of the expected type."""
    return pick(draw, WRONG[expected])


def unlike(draw: Draw, pattern_breakers: str, *, around: str = "name") -> str:
    """A short text with one character out of `pattern_breakers` in it."""
    bad = draw(st.sampled_from(pattern_breakers))
    cut = draw(st.integers(0, len(around)))
    return around[:cut] + bad + around[cut:]

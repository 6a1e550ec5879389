"""Hostile texts: what is done grows with the length, and nothing hangs. `bench growth` times the same."""

import pytest

from bench.hostile_text import PIECES, text_of
from tests.robustness.counted import lines
from why400.explain.find import find_errors
from why400.explain.regions import regions


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_steps_grow_linearly(piece: str) -> None:
    short, long = text_of(piece, 25_000), text_of(piece, 100_000)
    find_errors(long)  # what is compiled once is none of the cost
    one, four = lines(lambda: find_errors(short)), lines(lambda: find_errors(long))
    assert four <= 5 * one, f"{one} lines of Python for 25 KB, {four} for 100 KB"


def test_a_line_of_a_megabyte_is_read_around_its_anchors_only() -> None:
    body = '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}'
    text = "x" * 500_000 + " " + body + " " + "y" * 500_000
    assert [error.message for error in find_errors(text)] == ["max_tokens: Field required"]
    assert sum(end - start for start, end, _ in regions(text.encode(), None)) < 10_000

"""Hostile texts: what is done grows with the length, and nothing hangs. `bench growth` times the same."""

import pytest

from bench.hostile_text import PIECES, text_of
from tests.robustness.counted import lines
from why400.explain.find import find_errors
from why400.explain.regions import regions
from why400.rules.catalogue import catalogue, load


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


@pytest.mark.parametrize("wall", ["`", " ", "*", "` "])
def test_a_wall_of_marks_in_every_gap_of_every_sentence_is_passed_once(wall: str) -> None:
    """Where gap and slot could share it in many ways, this never ends: forty backticks took minutes once."""
    samples = {"path": "messages.0", "n": "1", "ids": "a, b", "word": "w", "rest": "r", "": "x"}
    for says in (says for slug in catalogue() for says in load(slug).says):
        pieces = [part for text, name, kind in says._parts for part in (text.replace(" ", f" {wall * 200}"), samples[kind] if name else "")]
        message = "".join(pieces)
        assert bool(says.captures(message)) == any(name is not None for _, name, _ in says._parts), says.text
        if says.ends_in_words:  # else the last slot takes anything
            assert says.captures(message + "\x01 and more") == {}, says.text


@pytest.mark.parametrize("text", ["<message>{}", "<html><title>{}", "<message>a{}b", "Error: 500 <title>a{}b"])
def test_a_wall_of_white_space_in_a_tag_is_passed_once(text: str) -> None:
    """With two repeats on both sides of a third, this never ends."""
    find_errors(text.format(" " * 30_000))

"""Strings at any depth of escaping: where they end, and what they say."""

import json

from hypothesis import given
from hypothesis import strategies as st

from why400.explain.escape import string_end, unescape

# A backslash before a quote is what a repr of JSON leaves behind: it is taken off on purpose.
MESSAGES = st.text(min_size=1, max_size=80).filter(lambda text: text.strip() and not text.endswith("\\") and '\\"' not in text)


@given(MESSAGES, st.integers(1, 4))
def test_reads_back_what_json_wrote_at_any_depth(message: str, depth: int) -> None:
    text = message
    for _ in range(depth):
        text = json.dumps(text)
    opening = "\\" * (2 ** (depth - 1) - 1)
    inner = text[depth_prefix(text, depth) :]
    end, closed = string_end(inner, 0, len(opening), '"')
    assert closed
    assert unescape(inner[:end], len(opening)) == message


def depth_prefix(text: str, depth: int) -> int:
    """The offset behind the innermost opening quote: one quote a level, each behind its backslashes."""
    return sum(2**level for level in range(depth))


def test_a_string_that_is_cut_off_ends_with_the_text() -> None:
    assert string_end("messages: rol", 0, 0, '"') == (13, False)


def test_inner_quotes_that_lost_their_backslashes_do_not_end_the_string() -> None:
    text = 'messages: Unexpected role "system". The API takes "system" apart."}}'
    end, closed = string_end(text, 0, 0, '"')
    assert closed
    assert text[:end] == 'messages: Unexpected role "system". The API takes "system" apart.'


def test_the_end_of_an_outer_string_ends_an_inner_one() -> None:
    text = 'cut off here", "next": 1}'
    assert string_end(text, 0, 1, '"')[0] == len("cut off here")


def test_a_repr_of_json_keeps_its_quotes() -> None:
    assert unescape("String should match pattern \\'^[a-z]\\'", 0) == "String should match pattern '^[a-z]'"
    assert unescape('role \\\\"x\\\\"', 0) == 'role "x"'


def test_the_classes_of_a_pattern_keep_their_backslash() -> None:
    assert unescape(r"match \\d+", 0) == r"match \d+"
    assert unescape(r"match \d+", 0) == r"match \d+"


def test_lone_surrogates_become_replacements() -> None:
    assert unescape("\\ud83d\\ude00 \\ud800", 0) == "\U0001f600 \ufffd"

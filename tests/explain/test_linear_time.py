"""Hostile texts: time grows with the length, and nothing hangs."""

import time

import pytest

from why400.explain.find import find_errors

PIECES = {
    "braces": "{",
    "objects": '{"error":',
    "keys": '"message":"',
    "escaped keys": '\\"message\\":\\"',
    "curly quotes": "message:“",
    "backslashes": "\\",
    "one word": "a",
    "breaks": "\n",
    "errors": "Error: 400 ",
    "paths": "messages.0: ",
    "long paths": "messages.0.content.",
    "pages": "<html>",
    "backticks": "`a` ",
    "maps": "map[message:",
    "continued lines": "is not a b c\n   ",
    "literals side by side": '"a"\n"b" + \n',
    "relay ids": "(request id: 1) ",
}
ANCHORS = ' Error: "message": '


def text_of(piece: str, length: int) -> str:
    block = piece * (400 // len(piece)) + ANCHORS
    return (block * (length // len(block) + 1))[:length]


def seconds(text: str) -> float:
    start = time.process_time()
    find_errors(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_linearly(piece: str) -> None:
    short = min(seconds(text_of(piece, 50_000)) for _ in range(2))
    long = seconds(text_of(piece, 200_000))
    assert long < max(0.5, 12 * short), f"{short:.3f} s for 50 KB, {long:.3f} s for 200 KB"


def test_a_line_of_a_megabyte_is_read_around_its_anchors_only() -> None:
    body = '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}'
    text = "x" * 500_000 + " " + body + " " + "y" * 500_000
    assert [error.message for error in find_errors(text)] == ["max_tokens: Field required"]
    assert seconds(text) < 2

"""Texts that look like errors all over: what `explain` must read without going back."""

from __future__ import annotations

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
"""What is said over and over, by name."""
_ANCHORS = ' Error: "message": '


def text_of(piece: str, length: int) -> str:
    """So many characters of the piece, with words between that `explain` looks around of."""
    block = piece * (400 // len(piece)) + _ANCHORS
    return (block * (length // len(block) + 1))[:length]

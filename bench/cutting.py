"""What a text that is cut off may mean: everything that was there, and for the token that is cut itself what can be said of it."""

from __future__ import annotations

import json
import re

from bench.small_bodies import Token, Written

_CUT_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:u[0-9a-fA-F]{0,3})?)\Z")
_CLOSERS = {"{": "}", "[": "]"}


def cut(written: Written, text: str) -> list[object]:
    """The values of a text that ends early: cut strings end where they are cut; a key without a value is left out, or has null or nothing."""
    starts = written.write()[1]
    whole = [part for part, start in zip(written.parts, starts, strict=True) if start + len(part.text) <= len(text)]
    rest = written.parts[len(whole)]
    begun = text[starts[len(whole)] :] if starts[len(whole)] < len(text) else ""
    tails = [""]
    if begun and rest.kind == "string":
        tails = [_closed(begun), *([""] if len(begun) == 1 else [])]
    elif begun and rest.kind == "literal":
        tails = [rest.text, "", json.dumps(begun)]
    elif begun and rest.kind == "number":
        tails = [begun, begun.rstrip("-."), ""]
    elif begun:
        tails = ["", f"{_closed(begun)}:null", f'{_closed(begun)}:""']
    if whole[-1].kind == "number" and not begun:
        tails = [""]
    return [json.loads(value) for tail in tails for value in _complete(whole, tail)]


def _closed(string: str) -> str:
    half = _CUT_ESCAPE.search(string)
    return (string[: half.start(1)] if half else string) + '"'


def _complete(whole: list[Token], tail: str) -> list[str]:
    parts = [part.text for part in whole]
    kinds = [part.kind for part in whole]
    open_brackets: list[str] = []
    for part in whole:
        if part.kind in _CLOSERS:
            open_brackets.append(_CLOSERS[part.kind])
        elif part.kind in _CLOSERS.values():
            open_brackets.pop()
    end = "".join(reversed(open_brackets))
    text = "".join(parts)
    if tail:
        found = [text + tail + end]
    elif kinds[-1] == ",":
        found = [text[:-1] + end]
    elif kinds[-1] in (":", "key"):
        key = 2 if kinds[-1] == ":" else 1
        before = parts[:-key]
        dropped = "".join(before[:-1] if before[-1] == "," else before)
        colon = "" if kinds[-1] == ":" else ":"
        found = [dropped + end, text + colon + "null" + end, text + colon + '""' + end]
    else:
        found = [text + end]
    return [value for value in found if _parses(value)]


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        return False
    return True

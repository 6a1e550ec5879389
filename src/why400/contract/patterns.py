"""Whether all of many strings fit one of the contract's patterns: asked in one go, for the fast path."""

import re
from collections.abc import Callable, Sequence
from functools import cache

AllMatch = Callable[[Sequence[str]], bool]

_ONE_CLASS = re.compile(r"\^?(\[[^\]]+\])(?:\+|\{1,(\d+)\})\$?")
_ASCII = "".join(map(chr, range(128)))


@cache
def all_match(pattern: str) -> AllMatch:
    """A test of the pattern on many strings; the pattern is anchored at both ends, and no text with a line break fits."""
    simple = _ONE_CLASS.fullmatch(pattern)
    if simple is None:
        return _by_expression(pattern.removeprefix("^").removesuffix("$"))
    allowed = "".join(re.findall(simple[1], _ASCII)).encode()
    longest = int(simple[2]) if simple[2] else None

    def match(values: Sequence[str]) -> bool:
        if not values:
            return True
        # what is left when the allowed characters are taken away is one line break between two values
        left = "\n".join(values).encode("utf-8", "surrogatepass").translate(None, allowed)
        return len(left) == len(values) - 1 and "" not in values and (longest is None or max(map(len, values)) <= longest)

    return match


def _by_expression(one: str) -> AllMatch:
    lines = re.compile(rf"(?:{one}\n)*").fullmatch

    def match(values: Sequence[str]) -> bool:
        joined = "\n".join([*values, ""])
        return joined.count("\n") == len(values) and lines(joined) is not None

    return match

"""The row of a table of printed errors: one wrapper without structure, told by a fixed word and a pattern."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which a program prints an error; the pattern ends where the message begins."""

    name: str
    anchor: str
    """A substring that every match contains; sought first, because that is cheap."""
    pattern: re.Pattern[str]
    """Groups, all optional: `status`, `type`. The message begins where the match ends."""
    platform: str | None = None
    origin: str | None = None
    """Set where whatever this wrapper prints is never the API's own text."""
    ahead: int = 80
    """Characters behind the anchor's line in which the pattern may end."""


def row(name: str, anchor: str, pattern: str, *, platform: str | None = None, origin: str | None = None, ahead: int = 80) -> Row:
    """A row with its pattern compiled."""
    return Row(name, anchor, re.compile(pattern), platform, origin, ahead)

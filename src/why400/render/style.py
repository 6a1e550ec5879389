"""How a screen looks: width, colour, and plain ASCII where the terminal has no more. Colour only marks."""

import re

from msgspec import Struct

_ASCII = str.maketrans(
    {"│": "|", "─": "-", "…": "...", "·": "-", "×": "x", "→": "->", "✓": "ok", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"'}
)
_CONTROLS = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {127: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)
_OWN = re.compile("\u241b(\\[(?:0|1|2|31|36)m)")
"""This module's own commands: they alone are let through."""


class Style(Struct, frozen=True):
    """The properties of the place that is written to."""

    width: int = 100
    """Columns."""
    colour: bool = False
    ascii: bool = False

    def red(self, text: str) -> str:
        """What fails."""
        return f"\x1b[31m{text}\x1b[0m" if self.colour else text

    def cyan(self, text: str) -> str:
        """The mend."""
        return f"\x1b[36m{text}\x1b[0m" if self.colour else text

    def dim(self, text: str) -> str:
        """What is quoted."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def bold(self, text: str) -> str:
        """The one thing to read."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def plain(self, text: str) -> str:
        """The text in what the terminal can show, and without what would command it: a request may hold any character."""
        if not text.isprintable():
            text = text.translate(_CONTROLS)
            if self.colour:
                text = _OWN.sub("\x1b\\1", text)
        return text.translate(_ASCII).encode("ascii", "replace").decode() if self.ascii else text

    def wrapped(self, text: str, first: str = "  ", rest: str = "  ") -> list[str]:
        """The text in lines of the width; words longer than a line stay whole, so that they can be searched for."""
        import textwrap  # a clean request has no text to wrap

        lines: list[str] = []
        for paragraph in text.splitlines() or [""]:
            lines.extend(
                textwrap.wrap(
                    paragraph, self.width, initial_indent=first if not lines else rest, subsequent_indent=rest, break_long_words=False,
                    break_on_hyphens=False,
                )
                or [rest.rstrip()]
            )  # fmt: skip
        return lines


LONGEST_SHOWN = 2_000


def shortened(text: str) -> str:
    """A text of any length as it can stand on a screen: the middle of a very long one is left out, and that is said."""
    if len(text) <= LONGEST_SHOWN:
        return text
    half = LONGEST_SHOWN // 2
    return f"{text[:half]} … ({len(text) - 2 * half} characters left out) … {text[-half:]}"


def size_words(count: int) -> str:
    """A size in bytes, for people."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.0f} KB"
    return f"{count / 1_000_000:.1f} MB"


def number_words(count: int, one: str, many: str | None = None) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {one if count == 1 else many or one + 's'}"

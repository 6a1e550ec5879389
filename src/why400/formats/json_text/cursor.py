"""The state of a pass over a text that should be JSON: the place, the open brackets, and what can be stepped over."""

import re
from dataclasses import dataclass
from typing import Final

from why400.formats.json_text.faults import Edit, Ledger, TooManyFaultsError
from why400.formats.json_text.syntax_error import MAX_DEPTH
from why400.formats.json_text.tokens import LARGE_BYTES, sound_runs

VALUE: Final = 0  # behind a colon, or at the root
FIRST_ITEM: Final = 1
ITEM: Final = 2  # behind a comma in an array
FIRST_KEY: Final = 3
KEY: Final = 4  # behind a comma in an object
COLON: Final = 5
AFTER: Final = 6  # behind a value
DONE: Final = 7

_BLANK = re.compile(rb"[ \t\r\n]*+")
_COMMENT = re.compile(rb"//[^\n]*+|#(?!\{[\w.]+\})[^\n]*+|--[ \t][^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|<!--(?:[^-]++|-(?!->))*+(?:-->)?")
_ODD_SPACE = re.compile(
    rb"(?:\xc2\xa0|\xe2\x80[\x80-\x8f\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80|\xef\xbb\xbf|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|<br[ ]?/?>)++"
    rb"|(?:\\[nrt][ ]*+)++(?=[\s\"{}\[\],]|\Z)|\\(?=\s)"
)
OBJECT: Final = 0x7B
ARRAY: Final = 0x5B
CLOSERS: Final = {OBJECT: b"}", ARRAY: b"]"}


@dataclass(slots=True)
class Frame:
    """One open bracket."""

    bracket: int
    """`{` or `[`, as it should be."""
    start: int
    closer: bytes
    """The closing bracket that stands in the text for this one: `)` for a Python tuple."""
    comma: int = -1
    before_comma: int = -1
    """Behind the value in front of the last comma."""
    item_start: int = -1
    value_start: int = -1
    """Where the last value that was read on its own begins."""
    sound_start: int = -1
    """Where the last run of sound members begins."""
    supplied: tuple[str, int] | None = None
    """The fault whose mend supplied the last comma, where the text has none."""


class Cursor:
    """Where a pass stands. The ledger raises LimitReached to stop it."""

    def __init__(self, text: bytes, at: int, ledger: Ledger) -> None:
        self.text, self.at, self.size, self.ledger = text, at, len(text), ledger
        self.frames: list[Frame] = []
        self._sound_items, self._sound_members = sound_runs(large=self.size > LARGE_BYTES)
        self.state = VALUE
        self.last_end = at
        """Behind the last thing that was read; what is missing is missing here."""
        self.open_objects = 0
        self.first_key = True
        self.root: Frame | None = None
        self.root_string = -1
        """Where the string begins that is the whole text so far."""
        self.looked_ahead = 0
        """How often it was looked ahead for the end of a container."""
        self.unopened = False
        """True when the outermost bracket does not stand in the text."""
        self.cut: list[Edit] | None = None
        """What completes a string or word that the end of the text cuts off."""

    def skip_sound(self) -> None:
        """Step over sound items or members, each with its comma."""
        if self.state in (FIRST_ITEM, ITEM):
            pattern = self._sound_items
        elif self.state in (FIRST_KEY, KEY):
            pattern = self._sound_members
        else:
            return
        start = self.blank(self.at)
        match = pattern.match(self.text, start, self.size)
        if match is None or match.end() == start:
            return
        frame = self.frames[-1]
        frame.comma = self.text.rindex(b",", start, match.end())
        frame.before_comma = self.unspaced(frame.comma)
        if pattern is self._sound_members:
            self.ledger.double_quoted_keys += 1
            frame.sound_start = start
        frame.supplied = None
        self.state = ITEM if pattern is self._sound_items else KEY
        self.at = match.end()
        self.last_end = frame.comma + 1

    def skip_blank(self) -> None:
        """Step over white space, and over comments and odd characters as faults."""
        while True:
            self.at = self.blank(self.at)
            comment = _COMMENT.match(self.text, self.at, self.size)
            if comment and not (self.state in (VALUE, ITEM) and comment[0].startswith((b"<!", b"--"))):
                start, self.at = self.at, comment.end()
                self.ledger.add("comment", start, self.at, [Edit(start, self.at, b"")])
                continue
            odd = _ODD_SPACE.match(self.text, self.at, self.size)
            if odd is None:
                return
            start, self.at = self.at, odd.end()
            self.ledger.add("unexpected-character", start, self.at, [Edit(start, self.at, b" ")])

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at, self.size)
        return match.end() if match else at

    def unspaced(self, at: int) -> int:
        """Return the offset in front of the white space that ends at `at`."""
        while at and self.text[at - 1] in b" \t\r\n":
            at -= 1
        return at

    def open(self, char: bytes, closer: bytes | None = None) -> None:
        """Enter the bracket at the cursor."""
        if len(self.frames) >= MAX_DEPTH:
            # Nothing can mend that, so nothing is won by reading on.
            self.ledger.add("nesting-too-deep", self.at, self.at + 1)
            raise TooManyFaultsError
        self.push(char[0], closer)
        self.at += 1
        self.last_end = self.at
        self.state = FIRST_KEY if char == b"{" else FIRST_ITEM

    def push(self, bracket: int, closer: bytes | None = None) -> None:
        """Note an open bracket."""
        self.frames.append(Frame(bracket, self.at, closer or CLOSERS[bracket]))
        self.open_objects += bracket == OBJECT

    def pop(self) -> Frame:
        """Forget the innermost open bracket."""
        frame = self.frames.pop()
        self.open_objects -= frame.bracket == OBJECT
        return frame

    def behind_value(self, end: int) -> None:
        """Go on behind a value."""
        self.at = self.last_end = end
        self.state = AFTER if self.frames else DONE

    def mend(self, kind: str, start: int, end: int, text: bytes, place: tuple[int, int] | None = None) -> None:
        """Note a fault mended by one replacement; `place` where the fault is smaller than the edit."""
        offset, stop = place or (start, end)
        self.ledger.add(kind, offset, stop, [Edit(start, end, text)])

    def insert(self, kind: str, at: int, text: bytes, *, certain: bool = True) -> None:
        """Note something missing."""
        self.ledger.add(kind, at, at, [Edit(at, at, text)], certain=certain)

"""Closing brackets: those that fit, and what to make of those that do not."""

import re

from why400.formats.json_text.brackets import way_to_mend
from why400.formats.json_text.cursor import AFTER, ARRAY, CLOSERS, COLON, ITEM, KEY, OBJECT, VALUE, Frame
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.openings import Openings

NEXT_MEMBER = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+\"[^\"\\\n]{0,256}+\"[ \t\r\n]*+:")
_NEXT_KEY = re.compile(rb"[ \t\r\n]*+\"[^\"\\\n]{0,256}+\"[ \t\r\n]*+:")
_NEXT_OBJECT = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+\{")
WIDE_COMMA = "，".encode()
_DUE = 64


class Closings(Openings):
    """The part of a pass that closes what is open."""

    def close(self, char: bytes) -> None:
        at = self.at
        if not self.frames:
            self.mend("extra-closing-bracket", at, at + 1, b"")
            self.at += 1
            return
        if char == b"}" and self.state == KEY and self.frames[-1].supplied is None and _NEXT_KEY.match(self.text, at + 1):
            # Behind the comma the members go on.
            self.mend("extra-closing-bracket", at, at + 1, b"")
            self.at += 1
            return
        self.settle()
        frame = self.frames[-1]
        if char == frame.closer:
            self._close_frame(frame, at)
            return
        bracket = ARRAY if char == b"]" else OBJECT
        elsewhere = self.open_objects if bracket == OBJECT else len(self.frames) - self.open_objects
        way = way_to_mend(
            self.text, at, b"".join(CLOSERS[one.bracket] for one in self.frames[-_DUE:]), [one.start for one in self.frames[-_DUE:]]
        )
        if way == "extra" or (way is None and self._closed_too_early(char)):
            self.mend("extra-closing-bracket", at, at + 1, b"")
            self.at += 1
        elif way == "swapped":
            second = self.blank(at + 1)
            self.ledger.add("mismatched-bracket", at, at + 1, [Edit(at, at + 1, CLOSERS[frame.bracket]), Edit(second, second + 1, char)])
            self.pop()
            self.pop()
            self.behind_value(second + 1)
        elif way == "wrong" or (way is None and (frame.bracket == bracket or not elsewhere or self._is_mistyped(bracket))):
            self.mend("mismatched-bracket", at, at + 1, CLOSERS[frame.bracket])
            self.pop()
            self.behind_value(at + 1)
        else:
            missing = b""
            while self.frames[-1].bracket != bracket:
                missing += CLOSERS[self.pop().bracket]
            self.insert("missing-closing-bracket", self.last_end, missing)
            self._close_frame(self.frames[-1], at)

    def _closed_too_early(self, char: bytes) -> bool:
        """Tell whether a bracket is one of two that close an object whose members go on behind them."""
        early = self.text[self.last_end - 1 : self.last_end] == char == b"}" and self.frames[-1].bracket == ARRAY
        return early and self.parent() != OBJECT and NEXT_MEMBER.match(self.text, self.at + 1) is not None

    def _close_frame(self, frame: Frame, at: int) -> None:
        proper = CLOSERS[frame.bracket]
        if self.text[at : at + 1] != proper:
            kind = "python-repr" if frame.closer == b")" else "mismatched-bracket"
            self.mend(kind, at, at + 1, proper)
        self.pop()
        self.root = frame
        self.behind_value(at + 1)

    def settle(self) -> None:
        """Mend what a closing bracket leaves undone: a comma without an item, a key without a value."""
        frame = self.frames[-1]
        if self.state in (ITEM, KEY) and frame.comma >= 0:
            # A tuple of one has a comma behind it.
            if frame.supplied is None:
                kind = "python-repr" if frame.closer == b")" else "trailing-comma"
                self.mend(kind, frame.comma, frame.comma + 1, b"")
            else:
                self.withdraw_comma(frame.supplied)
            self.last_end = frame.before_comma
        elif self.state == VALUE:
            self.insert("missing-value", self.last_end, b"null", certain=False)
        elif self.state == COLON:
            self.insert("missing-value", self.last_end, b":null", certain=False)
        self.state = AFTER

    def withdraw_comma(self, supplied: tuple[str, int]) -> None:
        kind, offset = supplied
        self.ledger.withdraw(kind, offset)
        if kind == "unexpected-character":
            end = 3 if self.text.startswith(WIDE_COMMA, offset) else 1
            self.mend(kind, offset, offset + end, b"")

    def _is_mistyped(self, bracket: int) -> bool:
        """Tell whether a bracket of the wrong kind closes the innermost container, judged by what follows it."""
        outer = len(self.frames) - 2
        while outer >= 0 and self.frames[outer].bracket != bracket:
            outer -= 1
        around = self.frames[outer - 1].bracket if outer > 0 else 0
        if bracket == OBJECT:
            return around != OBJECT and NEXT_MEMBER.match(self.text, self.at + 1) is not None
        return around != ARRAY and _NEXT_OBJECT.match(self.text, self.at + 1) is not None

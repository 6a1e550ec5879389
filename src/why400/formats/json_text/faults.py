"""What can be wrong with a text that should be JSON: the kinds of fault, one fault, one edit, the whole examination."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

KINDS: Final[dict[str, str]] = {
    "bom": "the text begins with a byte order mark",
    "comment": "JSON has no comments",
    "control-character": "a control character stands unescaped in a string",
    "double-encoded": "the JSON was encoded twice: the body is a string that holds the JSON",
    "empty-body": "the body is empty",
    "escaped-quotes": "the quotes are escaped although no string is open",
    "extra-closing-bracket": "this bracket closes nothing, or closes too early",
    "extra-comma": "there is no value between two commas",
    "form-encoded": "the body is form data, not JSON",
    "invalid-escape": "this escape does not exist in JSON",
    "javascript-undefined": "`undefined` does not exist in JSON",
    "json-truncated": "the text ends before the JSON does",
    "leading-text": "there is text in front of the JSON",
    "leading-zero": "a number must not begin with a zero",
    "lone-surrogate": "half of a surrogate pair stands alone",
    "mismatched-bracket": "the bracket is of the wrong kind",
    "missing-closing-bracket": "a closing bracket is missing here",
    "missing-colon": "a colon is missing here",
    "missing-comma": "a comma is missing here",
    "missing-key": "the value has no key",
    "missing-opening-bracket": "the opening bracket is missing",
    "missing-quote": "a quote is missing here",
    "missing-value": "the key has no value",
    "nan-or-infinity": "JSON has neither NaN nor Infinity",
    "nesting-too-deep": "the nesting is deeper than the parser allows",
    "not-json": "the body is not JSON",
    "number-malformed": "this is not how JSON writes a number",
    "number-too-large": "the number is too large for a double",
    "python-literal": "this is Python's word, not JSON's",
    "python-repr": "this is Python's repr of a dict, not JSON",
    "single-quotes": "JSON strings stand in double quotes",
    "smart-quotes": "typographic quotes stand where JSON wants plain ones",
    "template-placeholder": "a placeholder was never filled in",
    "trailing-comma": "there is a comma behind the last item",
    "trailing-data": "there is text behind the end of the JSON",
    "two-documents": "a second JSON document begins here",
    "unescaped-newline": "a line break stands unescaped in a string",
    "unescaped-quote": "a quote stands unescaped in a string",
    "unexpected-character": "this character has no place here",
    "unquoted-key": "the key has no quotes",
    "unquoted-value": "the string has no quotes",
    "wrong-encoding": "the text is not UTF-8",
    "wrong-literal": "JSON writes this word in lower case",
}
"""Kinds of fault, each with its message."""

MAX_REPAIRS: Final = 100
"""Faults after which the rest of a text is not checked."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the bytes from `start` to `end` of the original text."""

    start: int
    end: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, at the place where it is rather than where a parser would give up."""

    kind: str
    """One of `KINDS`."""
    offset: int
    """In bytes of the original text; where something is missing, where it would have to stand."""
    end: int
    """Behind the last byte concerned; equals `offset` where something is missing."""
    message: str
    edits: tuple[Edit, ...]
    """What mends it; empty where nothing can be guessed."""
    certain: bool
    """False where the text allows another reading."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A text after one forward pass: what is wrong with it, and what it becomes."""

    faults: tuple[Fault, ...]
    """In the order of their places."""
    repaired: bytes
    """The text with the edits of all faults; the text itself where there are none."""
    value: object
    """The value of the repaired text; None where it still cannot be parsed."""
    truncated_check: bool
    """True when the check ended at the hundredth fault, so that more may follow."""
    parsed: bool
    """Whether `value` was parsed; tells a JSON `null` from a failure."""


def apply_edits(text: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the text with the edits made; of overlapping ones the first in the text wins."""
    parts: list[bytes | memoryview] = []
    kept = memoryview(text)  # what stays is copied once, in the end
    at = 0
    for edit in sorted(edits, key=_order):
        if edit.start < at:
            continue
        parts += (kept[at : edit.start], edit.text)
        at = edit.end
    if not parts:
        return text
    parts.append(kept[at:])
    return b"".join(parts)


def _order(edit: Edit) -> tuple[int, int]:
    # Insertions first, in the order in which they were made; then the longest replacement.
    return edit.start, edit.start - edit.end if edit.end > edit.start else -sys.maxsize


class TooManyFaultsError(Exception):
    """Ends a pass: as many faults as are worth telling have been found."""


class Ledger:
    """Collects the faults of one pass.

    Quotes and literals of a Python repr are kept apart until the end: only then is it known whether the whole text is
    one (one fault) or holds some single quotes (a fault each).
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.full = False
        self.maybe_repr = False
        self.double_quoted_keys = 0
        self._repr_parts: list[Fault] = []

    def add(self, kind: str, offset: int, end: int, edits: Iterable[Edit] = (), *, certain: bool = True) -> None:
        """Note a fault; raises TooManyFaultsError with the hundredth."""
        fault = Fault(kind, offset, end, KINDS[kind], tuple(edits), certain)
        if self.maybe_repr and kind in ("single-quotes", "python-literal", "python-repr"):
            self._repr_parts.append(fault)
            return
        self.faults.append(fault)
        if len(self.faults) >= MAX_REPAIRS:
            self.full = True
            raise TooManyFaultsError

    def extend(self, kind: str, edit: Edit) -> None:
        """Add an edit to the first fault of a kind, which must be there."""
        at = next(number for number, fault in enumerate(self.faults) if fault.kind == kind)
        self.faults[at] = replace(self.faults[at], edits=(*self.faults[at].edits, edit))

    def withdraw(self, kind: str, offset: int) -> None:
        """Take back a fault whose mend turned out to be needless."""
        self.faults = [fault for fault in self.faults if (fault.kind, fault.offset) != (kind, offset)]

    def close(self) -> list[Fault]:
        """Return all faults, ordered by place."""
        parts = self._repr_parts
        self._repr_parts = []
        if len(parts) > 1 and not self.double_quoted_keys:
            edits = tuple(edit for part in parts for edit in part.edits)
            first, last = parts[0], max(part.end for part in parts)
            self.faults.append(Fault("python-repr", first.offset, last, KINDS["python-repr"], edits, all(part.certain for part in parts)))
        else:
            room = max(MAX_REPAIRS - len(self.faults), 0)
            self.full = self.full or len(parts) > room
            self.faults.extend(parts[:room])
        self.faults.sort(key=lambda fault: (fault.offset, fault.end))
        return self.faults

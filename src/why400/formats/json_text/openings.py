"""Opening brackets that are missing or of the wrong kind, seen where what follows them cannot stand: a colon in an array, a container for a key."""

import re

from why400.formats.json_text.brackets import reads_on
from why400.formats.json_text.cursor import AFTER, ARRAY, CLOSERS, FIRST_ITEM, FIRST_KEY, ITEM, KEY, OBJECT, VALUE, Frame
from why400.formats.json_text.tokens import COLON, container_end, string_end, value_end
from why400.formats.json_text.values import Values

_WORD_AS_KEY = re.compile(rb"[\"'][\w$\-]{1,64}[\"'][ \t\r\n]*+:")
_ITEMS_TO_END = re.compile(rb"(?:[ \t\r\n]*+,[ \t\r\n]*+\"[^\"\\\n]{0,256}+\")*+[ \t\r\n]*+\]")

_LOOKS, _LOOK_AHEAD = 16, 1 << 13
"""How often in a text it is looked ahead for the end of a container, and over how many brackets at most: the time of a pass stays linear."""


class Openings(Values):
    """The part of a pass that mends what opens, or what was left open in front of it."""

    def parent(self) -> int:
        return self.frames[-2].bracket if len(self.frames) > 1 else 0

    def colon_in_array(self, colon: bytes) -> None:
        """A colon (or an arrow) behind an item: a bracket in front of it is missing, too early, or of the wrong kind."""
        frame, at = self.frames[-1], self.at
        is_string = frame.item_start >= 0 and self.text[frame.item_start : frame.item_start + 1] in (b'"', b"'")
        if is_string and frame.before_comma >= 0 and self.parent() == OBJECT:
            self.close_before_comma(1)
        elif is_string and frame.before_comma > 0 and self.text[frame.before_comma - 1 : frame.before_comma] == b"}":
            self.mend("extra-closing-bracket", frame.before_comma - 1, frame.before_comma, b"")
            self.push(OBJECT)
        elif is_string and frame.before_comma < 0 and self._is_item(self._end(at + len(colon))):
            self.insert("missing-opening-bracket", frame.item_start, b"{")
            self.push(OBJECT)
        elif is_string and frame.before_comma < 0:
            self.mend("mismatched-bracket", frame.start, frame.start + 1, b"{")
            frame.bracket = OBJECT
            self.open_objects += 1
        else:
            self.mend("unexpected-character", at, at + len(colon), b"")
            self.at += len(colon)
            return
        if colon != b":":
            self.mend("missing-colon", at, at + len(colon), b":")
        self.at = self.last_end = at + len(colon)
        self.state = VALUE

    def container_for_key(self, char: bytes) -> None:
        """A bracket opens where a key should stand."""
        at, frame = self.at, self.frames[-1]
        if char == b"{" and self.state == FIRST_KEY and self._is_item(self._end(at + 1)):
            self.mend("mismatched-bracket", frame.start, frame.start + 1, b"[")
            frame.bracket, frame.closer = ARRAY, b"]"
            self.open_objects -= 1
            self.state = FIRST_ITEM
        elif char == b"{" and self.state == FIRST_KEY:
            # Braces doubled for a template or an f-string.
            self.mend("unexpected-character", at, at + 1, b"")
            self.at += 1
        elif char == b"{" and self.state == KEY and self._join_siblings():
            self.state = ITEM
        else:
            self.insert("missing-key", at, b'"":', certain=False)
            self.state = VALUE

    def open_unseen(self) -> None:
        """Supply the outermost bracket in front of members."""
        self.insert("missing-opening-bracket", self.at, b"{")
        self.push(OBJECT)
        self.unopened = True
        self.state = FIRST_KEY

    def opened_for_key(self) -> bool:
        """Tell whether a string that should be a value is the first key of an object whose bracket is missing, and supply that."""
        key = _WORD_AS_KEY.match(self.text, self.at)
        if key is None:
            return False
        end = self._end(key.end())
        due = b"".join(CLOSERS[frame.bracket] for frame in self.frames)
        if reads_on(self.text, end - 1, due) or not reads_on(self.text, end - 1, due + b"}"):
            return False
        self.insert("missing-opening-bracket", self.at, b"{")
        self.push(OBJECT)
        self.state = FIRST_KEY
        return True

    def opened_for_items(self) -> bool:
        """Tell whether a string that should be a key is an item of an array whose bracket is missing in front of the last value, and supply that."""
        first = self._last_value(self.frames[-1], b'"')
        items = _ITEMS_TO_END.match(self.text, self.at)
        due = b"".join(CLOSERS[frame.bracket] for frame in self.frames) + b"]"
        if first < 0 or items is None or not reads_on(self.text, items.end() - 1, due):
            return False
        self._open_before(first)
        self.state = AFTER
        return True

    def _open_before(self, first: int) -> None:
        outer = self.frames[-1]
        self.insert("missing-opening-bracket", first, b"[")
        self.push(ARRAY)
        frame = self.frames[-1]
        frame.start, frame.comma, frame.before_comma, frame.supplied = first, outer.comma, outer.before_comma, outer.supplied

    def close_before_comma(self, levels: int) -> None:
        """Supply closing brackets in front of the last comma, which becomes the outer container's."""
        brackets = b""
        for _ in range(levels):
            inner = self.pop()
            brackets += CLOSERS[inner.bracket]
            outer = self.frames[-1]
            outer.comma, outer.before_comma, outer.supplied = inner.comma, inner.before_comma, inner.supplied
        if inner.supplied and inner.supplied[0] == "missing-comma":
            self.ledger.withdraw(*inner.supplied)
        self.insert("missing-closing-bracket", inner.before_comma, brackets)
        if inner.supplied and inner.supplied[0] == "missing-comma":
            self.insert("missing-comma", inner.before_comma, b",")

    def _join_siblings(self) -> bool:
        """Objects go on behind a member's: close what is open up to an array that they are items of, or open one in front of the first of them."""
        levels = next((up for up, frame in enumerate(reversed(self.frames)) if frame.bracket == ARRAY), 0)
        due = b"".join(CLOSERS[frame.bracket] for frame in self.frames)
        behind = self._end(self.at) - 1
        first = self._last_value(self.frames[-1], b"{")
        if (
            first >= 0
            and (not levels or not reads_on(self.text, behind, due[: len(due) - levels]))
            and reads_on(self.text, behind, due + b"]")
        ):
            self._open_before(first)
            return True
        if levels:
            self.close_before_comma(levels)
        return levels > 0

    def _end(self, at: int) -> int:
        """Return the end of the container that was entered in front of `at`; the text's end where that cannot be seen cheaply."""
        self.looked_ahead += 1
        return container_end(self.text, at, 1, _LOOK_AHEAD) if self.looked_ahead <= _LOOKS else self.size

    def _is_item(self, end: int) -> bool:
        """Tell whether an object that ends there is one of an array's."""
        at = self.blank(end)
        if self.text[end - 1 : end] != b"}":
            return False
        return self.text[at : at + 1] == b"]" or (self.text[at : at + 1] == b"," and self.text.startswith(b"{", self.blank(at + 1)))

    def _last_value(self, frame: Frame, opening: bytes) -> int:
        """Return where the value in front of the last comma begins; -1 where it opens otherwise."""
        start = frame.value_start
        at = frame.sound_start
        while start < at < frame.before_comma:
            colon = COLON.match(self.text, string_end(self.text, at))
            value = colon.end() if colon else frame.before_comma
            end = value_end(self.text, value)
            if end >= frame.before_comma:
                start = value
                break
            at = self.blank(self.blank(end) + 1)
        return start if start >= 0 and frame.comma >= 0 and self.text[start : start + 1] == opening else -1

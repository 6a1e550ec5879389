"""Opening brackets that are missing or of the wrong kind, seen where what follows them cannot stand: a colon in an array, a container for a key."""

from why400.formats.json_text.brackets import reads_on
from why400.formats.json_text.cursor import ARRAY, CLOSERS, FIRST_ITEM, FIRST_KEY, ITEM, KEY, OBJECT, VALUE, Frame
from why400.formats.json_text.tokens import COLON, container_end, string_end, value_end
from why400.formats.json_text.values import Values


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
        elif is_string and frame.before_comma < 0 and self._is_item(container_end(self.text, at + len(colon))):
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
        if char == b"{" and self.state == FIRST_KEY and self._is_item(container_end(self.text, at + 1)):
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
        behind = self._behind_siblings(self.at)
        first = self._last_value(self.frames[-1])
        if (
            first >= 0
            and (not levels or not reads_on(self.text, behind, due[: len(due) - levels]))
            and reads_on(self.text, behind, due + b"]")
        ):
            outer = self.frames[-1]
            self.insert("missing-opening-bracket", first, b"[")
            self.push(ARRAY)
            frame = self.frames[-1]
            frame.start, frame.comma, frame.before_comma, frame.supplied = first, outer.comma, outer.before_comma, outer.supplied
            return True
        if levels:
            self.close_before_comma(levels)
        return levels > 0

    def _is_item(self, end: int) -> bool:
        """Tell whether an object that ends there is one of an array's."""
        at = self.blank(end)
        if self.text[end - 1 : end] != b"}":
            return False
        return self.text[at : at + 1] == b"]" or (self.text[at : at + 1] == b"," and self.text.startswith(b"{", self.blank(at + 1)))

    def _behind_siblings(self, at: int) -> int:
        while True:
            at = self.blank(container_end(self.text, at + 1))
            following = self.blank(at + 1)
            if self.text[at : at + 1] != b"," or self.text[following : following + 1] != b"{":
                return at
            at = following

    def _last_value(self, frame: Frame) -> int:
        """Return where the object begins that is the value in front of the last comma; -1 where that is none."""
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
        return start if start >= 0 and self.text[start : start + 1] == b"{" else -1

"""One forward pass over a text that should be JSON, noting each fault where it is and going on as if it were mended."""

import re

from why400.formats.json_text.closing_quote import JOINED
from why400.formats.json_text.closings import NEXT_MEMBER, WIDE_COMMA
from why400.formats.json_text.cursor import (
    AFTER,
    ARRAY,
    CLOSERS,
    COLON,
    DONE,
    FIRST_KEY,
    ITEM,
    KEY,
    OBJECT,
    VALUE,
)
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.keys import IDENTIFIER, UNOPENED_KEY, Keys
from why400.formats.json_text.values import STRING_START

_ASSIGN = re.compile(rb"=>?|:=")
_BARE_ITEM = re.compile(
    rb"(?:-?[0-9][0-9.eE+\-]*+|true|false|null|None|True|False)(?=[\s,\]]|\Z)|[A-Za-z_][\w.\-]{0,100}+(?=[ \t\r\n]*+[,\]])"
)
_COLON_OR_ARROW = re.compile(rb":|=>")
_NOT_A_KEY = re.compile(rb"[ \t\r\n]*+(?:[{\[]|(?:-?[0-9][0-9.eE+\-]*+|true|false|null)[ \t\r\n]*+[,}\]])")
_COLON_WITHIN = re.compile(rb"\"([\w$\-]{1,64}):[ ]*(?=[^\s\"])")
_KEY_BYTES = 300
_WIDE_COLON = "：".encode()
_NEXT_LINE_OF_STRING = re.compile(rb"(?=\"[^\"\\\n]{1,1000}+\"[ \t\r\n]*+[,}])")
_TYPED_POINT = re.compile(rb"\.(?!\.)")


class Walk(Keys):
    """A whole pass: keys, commas, brackets, the end."""

    def run(self) -> None:
        """Read the text to its end; TooManyFaultsError ends it earlier."""
        while True:
            self.skip_sound()
            self.skip_blank()
            if self.at >= self.size:
                self._finish()
                return
            char = self.text[self.at : self.at + 1]
            if self.state == AFTER:
                self._after(char)
            elif self.state == COLON:
                self._colon(char)
            elif self.state in (FIRST_KEY, KEY):
                self.key(char)
            elif self.state == DONE:
                self._trailing(char)
            elif char in (b"}", b"]") or (char == b")" and self.frames and self.frames[-1].closer == b")"):
                self.close(char)
            elif char == b",":
                self._comma_for_value()
            elif self.state == VALUE and self.frames and self.opened_for_key():
                continue
            else:
                self.value(char)

    # -- members

    def _colon(self, char: bytes) -> None:
        assign = _ASSIGN.match(self.text, self.at)
        if char == b":" and not (assign and assign[0] == b":="):
            self.at += 1
        elif assign:
            kind = "python-repr" if self.frames[-1].closer == b")" else "missing-colon"
            self.mend(kind, self.at, assign.end(), b":")
            self.at = assign.end()
        elif self.text.startswith(_WIDE_COLON, self.at):
            self.mend("missing-colon", self.at, self.at + 3, b":")
            self.at += 3
        elif char == b"," and _NOT_A_KEY.match(self.text, self.at + 1):
            self.ledger.add("missing-colon", self.at, self.at + 1, [Edit(self.at, self.at + 1, b":")], certain=False)
            self.at += 1
        elif (char in (b",", b"]") and self.opened_for_items()) or (char in (b",", b"}", b"]") and self._colon_within()):
            return
        elif char in (b",", b"}", b"]"):
            self.insert("missing-value", self.last_end, b":null", certain=False)
            self.state = AFTER
            return
        else:
            self.insert("missing-colon", self.last_end, b":")
        self.last_end = self.at
        self.state = VALUE

    def _colon_within(self) -> bool:
        """Tell whether the string read as a key holds its value, too, as two quotes are missing."""
        start = self.text.rfind(b'"', max(0, self.last_end - _KEY_BYTES), self.last_end - 1)
        match = _COLON_WITHIN.match(self.text, start, self.last_end) if start >= 0 else None
        if match is None:
            return False
        self.ledger.add("missing-quote", match.end(1), match.end(), [Edit(match.end(1), match.end(), b'": "')], certain=False)
        self.state = AFTER
        return True

    # -- between values

    def _comma_for_value(self) -> None:
        at = self.at
        if self.state == VALUE and self.frames:
            self.insert("missing-value", self.last_end, b"null", certain=False)
            self.state = AFTER
            return
        self.mend("extra-comma", at, at + 1, b"")
        self.at += 1

    def _after(self, char: bytes) -> None:
        frame, at = self.frames[-1], self.at
        if char == b",":
            self._behind_comma(at, at + 1)
        elif char in (b"}", b"]") or char == frame.closer:
            self.close(char)
        elif frame.bracket == ARRAY and (colon := _COLON_OR_ARROW.match(self.text, at)):
            self.colon_in_array(colon[0])
        elif self.block_tag():
            return
        elif char == b";" or _TYPED_POINT.match(self.text, at) or self.text.startswith(WIDE_COMMA, at):
            end = at + (1 if char in b";." else 3)
            self.mend("unexpected-character", at, end, b",")
            self._behind_comma(at, end, ("unexpected-character", at))
        elif self.text[self.last_end - 1 : self.last_end] in (b'"', b"'") and (
            joined := JOINED.match(self.text, at) or (_NEXT_LINE_OF_STRING.match(self.text, at) if frame.bracket == OBJECT else None)
        ):
            # Behind the opening quote the string goes on as a part of the one in front.
            self.mend("unexpected-character", self.last_end - 1, joined.end() + 1, b"", place=(at, at + 1))
            self.at = joined.end()
            self.state = ITEM if frame.bracket == ARRAY else VALUE
        elif char == b"{" and frame.bracket == OBJECT and self.parent() == ARRAY:
            self.insert("missing-closing-bracket", self.last_end, b"}")
            self.pop()
        elif self.ellipsis():
            return
        elif self._begins_next(char):
            self.insert("missing-comma", self.last_end, b",")
            self._behind_comma(self.last_end, at, ("missing-comma", self.last_end))
        else:
            self.at = self.garbage_end(at)
            self.mend("unexpected-character", at, self.at, b"")

    def _behind_comma(self, comma: int, at: int, supplied: tuple[str, int] | None = None) -> None:
        frame = self.frames[-1]
        frame.supplied = supplied
        frame.comma, frame.before_comma = comma, self.last_end
        self.at = self.last_end = at
        self.state = ITEM if frame.bracket == ARRAY else KEY

    def _begins_next(self, char: bytes) -> bool:
        if STRING_START.match(self.text, self.at) or char in (b"{", b"["):
            return True
        if self.frames[-1].bracket == OBJECT:
            return bool(IDENTIFIER.match(self.text, self.at) or UNOPENED_KEY.match(self.text, self.at))
        return bool(_BARE_ITEM.match(self.text, self.at))

    # -- the end

    def _trailing(self, char: bytes) -> None:
        at = self.at
        root = self.root
        if char == b"," and root and root.bracket == OBJECT and NEXT_MEMBER.match(self.text, at):
            self.mend("extra-closing-bracket", self.last_end - 1, self.last_end, b"")
            self.push(OBJECT)
            self.state = AFTER
            return
        if char == b":" and root is None and self.root_string >= 0:
            self.insert("missing-opening-bracket", self.root_string, b"{")
            self.push(OBJECT)
            self.unopened = True
            self.at = self.last_end = at + 1
            self.state = VALUE
            return
        if char in (b"}", b"]"):
            self.mend("extra-closing-bracket", at, at + 1, b"")
            self.at += 1
            return
        if char == b"{" and root and not self.text[root.start + 1 : self.last_end - 1].strip():
            # What begins here is the document, behind an empty one.
            self.mend("two-documents", root.start, self.last_end, b"", place=(at, at + 1))
            self.at, self.root, self.state = at, None, VALUE
            return
        kind = "two-documents" if char in (b"{", b"[") else "trailing-data"
        end = self.unspaced(self.size)
        self.mend(kind, at, end, b"")
        self.at = self.size

    def _finish(self) -> None:
        if not self.frames and self.cut is None:
            if self.state == VALUE:
                self.ledger.add("empty-body", 0, self.size)
            return
        if self.unopened and len(self.frames) == 1 and self.cut is None and self.state in (AFTER, KEY):
            # The other bracket of the pair is missing too.
            self.settle()
            self.ledger.extend("missing-opening-bracket", Edit(self.last_end, self.last_end, b"}"))
            self.frames.clear()
            return
        edits = self.cut or []
        at = self.size if self.cut is not None else self.last_end
        fill = b""
        if self.state in (ITEM, KEY):
            comma, supplied = self.frames[-1].comma, self.frames[-1].supplied
            if supplied is not None:
                self.withdraw_comma(supplied)
            elif comma >= 0:
                edits.append(Edit(comma, comma + 1, b""))
        elif self.state == VALUE:
            fill = b"null"
        elif self.state == COLON:
            fill = b":null"
        closers = b"".join(CLOSERS[frame.bracket] for frame in reversed(self.frames))
        if fill or closers:
            edits.append(Edit(at, at, fill + closers))
        self.frames.clear()
        self.ledger.add("json-truncated", at, at, edits)

"""One forward pass over a text that should be JSON, noting each fault where it is and going on as if it were mended."""

import re

from why400.formats.json_text.brackets import way_to_mend
from why400.formats.json_text.closing_quote import JOINED
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
    Frame,
)
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.scalars import PLACEHOLDER, quoted
from why400.formats.json_text.values import PREFIXED, STRING_START, Values

_IDENTIFIER = re.compile(rb"[^\s\"'`:,{}\[\]()#=]{1,200}+(?=[ \t\r\n]*+(?::|=>?))")
_WORD = re.compile(rb"[\w$.\-]{1,200}+")
_UNOPENED_KEY = re.compile(rb"[\w$\-. ]{1,100}+\"[ \t\r\n]*+:")
_NEXT_MEMBER = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+\"[^\"\\\n]{0,256}+\"[ \t\r\n]*+:")
_NEXT_KEY = re.compile(rb"[ \t\r\n]*+\"[^\"\\\n]{0,256}+\"[ \t\r\n]*+:")
_NEXT_OBJECT = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+\{")
_DOLLAR_NAME = re.compile(rb"\$[A-Za-z_]")
_ASSIGN = re.compile(rb"=>?|:=")
_BARE_ITEM = re.compile(
    rb"(?:-?[0-9][0-9.eE+\-]*+|true|false|null|None|True|False)(?=[\s,\]]|\Z)|[A-Za-z_][\w.\-]{0,100}+(?=[ \t\r\n]*+[,\]])"
)
_DUE = 64


class Walk(Values):
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
                self._key(char)
            elif self.state == DONE:
                self._trailing(char)
            elif char in (b"}", b"]") or (char == b")" and self.frames and self.frames[-1].closer == b")"):
                self._close(char)
            elif char == b",":
                self._comma_for_value()
            else:
                self.value(char)

    # -- members

    def _key(self, char: bytes) -> None:
        at = self.at
        placeholder = PLACEHOLDER.match(self.text, at) if not _DOLLAR_NAME.match(self.text, at) else None
        if STRING_START.match(self.text, at):
            if self.first_key:
                self.ledger.maybe_repr = char == b"'"
            self.ledger.double_quoted_keys += char == b'"'
            scanned = self.scan("key")
            if scanned is not None:
                self._behind_key(scanned.end)
        elif char in (b"}", b"]"):
            self._close(char)
        elif char == b",":
            self.mend("extra-comma", at, at + 1, b"")
            self.at += 1
        elif placeholder and (char != b"{" or self.text[at + 1 : at + 2] in (b"{", b"%")) and not self._doubled_brace():
            self.mend("template-placeholder", at, placeholder.end(), quoted(placeholder[0]))
            self._behind_key(placeholder.end())
        elif char in (b"{", b"["):
            self._container_for_key(char)
        elif char == b":":
            self.insert("missing-key", at, b'""', certain=False)
            self._behind_key(at)
        elif PREFIXED.match(self.text, at):
            self.at = at + (1 if self.text[at + 1 : at + 2] in (b"'", b'"') else 2)
            self.mend("python-repr", at, self.at, b"")
        elif not self.ellipsis():
            self._bare_key()

    def _bare_key(self) -> None:
        at = self.at
        unopened = _UNOPENED_KEY.match(self.text, at)
        if unopened:
            self.insert("missing-quote", at, b'"')
            self._behind_key(self.text.index(b'"', at) + 1)
            return
        match = _IDENTIFIER.match(self.text, at) or _WORD.match(self.text, at)
        if match:
            self.mend("unquoted-key", at, match.end(), quoted(match[0]))
            self._behind_key(match.end())
            return
        self.at = self.garbage_end(at)
        self.mend("unexpected-character", at, self.at, b"")

    def _behind_key(self, end: int) -> None:
        self.first_key = False
        self.at = self.last_end = end
        self.state = COLON

    def _doubled_brace(self) -> bool:
        return self.text[self.at : self.at + 1] == b"{" and b'"' in self.text[self.at : self.at + 8]

    def _container_for_key(self, char: bytes) -> None:
        at = self.at
        if char == b"{" and self.state == KEY and self._parent() == ARRAY:
            self._close_before_comma(b"}")
            self.state = ITEM
        elif char == b"{" and self.state == FIRST_KEY:
            # Braces doubled for a template or an f-string.
            self.mend("unexpected-character", at, at + 1, b"")
            self.at += 1
        else:
            self.insert("missing-key", at, b'"":', certain=False)
            self.state = VALUE

    def _colon(self, char: bytes) -> None:
        assign = _ASSIGN.match(self.text, self.at)
        if char == b":" and not (assign and assign[0] == b":="):
            self.at += 1
        elif assign:
            self.mend("missing-colon", self.at, assign.end(), b":")
            self.at = assign.end()
        elif char in (b",", b"}", b"]"):
            self.insert("missing-value", self.last_end, b":null", certain=False)
            self.state = AFTER
            return
        else:
            self.insert("missing-colon", self.last_end, b":")
        self.last_end = self.at
        self.state = VALUE

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
            self._close(char)
        elif char == b":" and frame.bracket == ARRAY:
            self._colon_in_array()
        elif char == b";":
            self.mend("unexpected-character", at, at + 1, b",")
            self._behind_comma(at, at + 1, ("unexpected-character", at))
        elif self.text[self.last_end - 1 : self.last_end] in (b'"', b"'") and (joined := JOINED.match(self.text, at)):
            # Behind the opening quote the string goes on as a part of the one in front.
            self.mend("unexpected-character", self.last_end - 1, joined.end() + 1, b"", place=(at, at + 1))
            self.at = joined.end()
            self.state = ITEM if frame.bracket == ARRAY else VALUE
        elif char == b"{" and frame.bracket == OBJECT and self._parent() == ARRAY:
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
            return bool(_IDENTIFIER.match(self.text, self.at) or _UNOPENED_KEY.match(self.text, self.at))
        return bool(_BARE_ITEM.match(self.text, self.at))

    def _colon_in_array(self) -> None:
        """A colon behind an item: a bracket in front of it is missing, too early, or of the wrong kind."""
        frame, at = self.frames[-1], self.at
        is_string = frame.item_start >= 0 and self.text[frame.item_start : frame.item_start + 1] == b'"'
        if is_string and frame.before_comma >= 0 and self._parent() == OBJECT:
            self._close_before_comma(b"]")
        elif is_string and frame.before_comma > 0 and self.text[frame.before_comma - 1 : frame.before_comma] == b"}":
            self.mend("extra-closing-bracket", frame.before_comma - 1, frame.before_comma, b"")
            self.push(OBJECT)
        elif is_string and frame.before_comma < 0:
            self.mend("mismatched-bracket", frame.start, frame.start + 1, b"{")
            frame.bracket = OBJECT
            self.open_objects += 1
        else:
            self.mend("unexpected-character", at, at + 1, b"")
            self.at += 1
            return
        self.at = self.last_end = at + 1
        self.state = VALUE

    def _close_before_comma(self, bracket: bytes) -> None:
        """Supply the closing bracket in front of the last comma, which becomes the outer container's."""
        inner = self.pop()
        outer = self.frames[-1]
        outer.comma, outer.before_comma, outer.supplied = inner.comma, inner.before_comma, inner.supplied
        if inner.supplied and inner.supplied[0] == "missing-comma":
            self.ledger.withdraw(*inner.supplied)
        self.insert("missing-closing-bracket", inner.before_comma, bracket)
        if inner.supplied and inner.supplied[0] == "missing-comma":
            self.insert("missing-comma", inner.before_comma, b",")

    def _parent(self) -> int:
        return self.frames[-2].bracket if len(self.frames) > 1 else 0

    # -- closing brackets

    def _close(self, char: bytes) -> None:
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
        self._settle()
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
        return early and self._parent() != OBJECT and _NEXT_MEMBER.match(self.text, self.at + 1) is not None

    def _close_frame(self, frame: Frame, at: int) -> None:
        proper = CLOSERS[frame.bracket]
        if self.text[at : at + 1] != proper:
            kind = "python-repr" if frame.closer == b")" else "mismatched-bracket"
            self.mend(kind, at, at + 1, proper)
        self.pop()
        self.root = frame
        self.behind_value(at + 1)

    def _settle(self) -> None:
        """Mend what a closing bracket leaves undone: a comma without an item, a key without a value."""
        frame = self.frames[-1]
        if self.state in (ITEM, KEY) and frame.comma >= 0:
            # A tuple of one has a comma behind it.
            if frame.supplied is None:
                kind = "python-repr" if frame.closer == b")" else "trailing-comma"
                self.mend(kind, frame.comma, frame.comma + 1, b"")
            else:
                self._withdraw_comma(frame.supplied)
            self.last_end = frame.before_comma
        elif self.state == VALUE:
            self.insert("missing-value", self.last_end, b"null", certain=False)
        elif self.state == COLON:
            self.insert("missing-value", self.last_end, b":null", certain=False)
        self.state = AFTER

    def _withdraw_comma(self, supplied: tuple[str, int]) -> None:
        kind, offset = supplied
        self.ledger.withdraw(kind, offset)
        if kind == "unexpected-character":
            self.mend(kind, offset, offset + 1, b"")

    def _is_mistyped(self, bracket: int) -> bool:
        """Tell whether a bracket of the wrong kind closes the innermost container, judged by what follows it."""
        outer = len(self.frames) - 2
        while outer >= 0 and self.frames[outer].bracket != bracket:
            outer -= 1
        around = self.frames[outer - 1].bracket if outer > 0 else 0
        if bracket == OBJECT:
            return around != OBJECT and _NEXT_MEMBER.match(self.text, self.at + 1) is not None
        return around != ARRAY and _NEXT_OBJECT.match(self.text, self.at + 1) is not None

    # -- the end

    def _trailing(self, char: bytes) -> None:
        at = self.at
        root = self.root
        if char == b"," and root and root.bracket == OBJECT and _NEXT_MEMBER.match(self.text, at):
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
            self._settle()
            self.ledger.extend("missing-opening-bracket", Edit(self.last_end, self.last_end, b"}"))
            self.frames.clear()
            return
        edits = self.cut or []
        at = self.size if self.cut is not None else self.last_end
        fill = b""
        if self.state in (ITEM, KEY):
            comma, supplied = self.frames[-1].comma, self.frames[-1].supplied
            if supplied is not None:
                self._withdraw_comma(supplied)
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

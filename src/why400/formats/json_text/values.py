"""Reading one value, or the key of a member: strings, numbers, words, and what stands in their place."""

import re

from why400.formats.json_text.closing_quote import DUE_KNOWN, QUOTES, Fit, Role, Setting, fit
from why400.formats.json_text.cursor import AFTER, VALUE, Cursor
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.scalars import BLOCK_TAG, ELLIPSIS, PLACEHOLDER, Bare, beyond_comma, quoted, read_bare
from why400.formats.json_text.strings import Scanned, is_stray, scan_string
from why400.formats.json_text.tokens import SOUND_TEXT, is_escaped

STRING_START = re.compile(rb"[\"'`]|\xe2\x80[\x98\x99\x9c\x9d\x9e]|\xc2\xab")
PREFIXED = re.compile(rb"[uUbBrRfF]{1,2}(?=['\"])")
_CONTAINER_CALL = re.compile(rb"(?:array[ \t]*+)?\((?:(?=\s*+'[^'\n]{1,100}+'\s*+=>)())?|([A-Z]\w{0,80})\((?=\s*+[A-Za-z_]\w{0,80}+=(?!=))")
_DOUBLED = re.compile(rb"\{\{[ ]*+[\"'\w]+[ ]*:")
_STRAY_QUOTE = re.compile(rb"\"(?=[ \t]*+[,}\]\r\n])")
_PROSE = re.compile(rb"[\[{][A-Za-z]+ [A-Za-z0-9]")
_SEARCHED_BYTES = 1 << 16
_GARBAGE = re.compile(rb"[^\s,:\"'\[\]{}/#]++|.", re.DOTALL)


class Values(Cursor):
    """The part of a pass that reads values."""

    def value(self, char: bytes) -> None:
        at = self.at
        if self.frames and self.state != VALUE:
            self.frames[-1].item_start = at
        elif self.frames:
            self.frames[-1].value_start = at
        placeholder = PLACEHOLDER.match(self.text, at, self.size)
        if self.state != VALUE and self.block_tag():
            return
        if char == b":" and self.state == VALUE and self.frames:
            # One colon too many, or that of a symbol of Ruby.
            self.mend("unexpected-character", at, at + 1, b"")
            self.at += 1
        elif self.text.startswith(b"%{", at):
            # A map of Elixir.
            self.mend("unexpected-character", at, at + 1, b"")
            self.at += 1
        elif placeholder and not (char == b"{" and placeholder[0][1:2] == b"{" and _DOUBLED.match(placeholder[0])):
            self.mend("template-placeholder", at, placeholder.end(), quoted(placeholder[0]))
            self.behind_value(placeholder.end())
        elif STRING_START.match(self.text, at):
            self._string()
        elif char in (b"{", b"["):
            close = self._unopened_close(at, Bare(at, "unquoted-value")) if _PROSE.match(self.text, at) else -1
            if close >= 0:
                self._unopened(at, close)
            else:
                self.open(char)
        elif call := _CONTAINER_CALL.match(self.text, at):
            # A tuple, PHP's array, or an object of Python as it is printed.
            bracket = b"{" if call[1] is not None or call[2] else b"["
            self.ledger.add("python-repr", at, call.end(), [Edit(at, call.end(), bracket)], certain=not call[2])
            self.at = call.end() - 1
            self.open(bracket, b")")
        elif PREFIXED.match(self.text, at):
            end = at + 1 if self.text[at + 1 : at + 2] in (b"'", b'"') else at + 2
            self.ledger.add("python-repr", at, end, [Edit(at, end, b"")])
            self.at = end
        else:
            self._bare()

    def _string(self) -> None:
        if not self.frames:
            self.root_string = self.at
        scanned = self.scan("root" if not self.frames else "member" if self.state == VALUE else "item")
        if scanned is not None:
            self.behind_value(scanned.end)

    def scan(self, role: Role) -> Scanned | None:
        """Read the string at the cursor; None when its quote was stray and is passed."""
        start = self.at
        opening = self._opening_quote(start)
        setting = self._setting(role)
        if is_stray(self.text, start, opening, setting):
            self.at += len(opening)
            self.mend("unexpected-character", start, self.at, b"")
            return None
        scanned = scan_string(self.text, start, opening, setting)
        for kind, edits in scanned.mends.items():
            if kind == "json-truncated":
                continue
            places = [edit for edit in edits if edit.text != b'"' or kind not in ("single-quotes", "smart-quotes")]
            first = start if kind in ("single-quotes", "smart-quotes") else places[0].start
            last = scanned.end if first == start else places[-1].end
            self.ledger.add(kind, first, max(last, first), edits, certain=kind != "unescaped-quote" and kind not in scanned.guessed)
        if scanned.cut:
            edits = [*scanned.mends.get("json-truncated", ()), Edit(self.size, self.size, b'"')]
            if opening != b'"':
                edits.insert(0, Edit(start, start + len(opening), b'"'))
            self.cut = edits
        return scanned

    def _opening_quote(self, at: int) -> bytes:
        three = self.text[at : at + 3]
        if three in (b'"""', b"'''") and self.text.find(three, at + 3, at + _SEARCHED_BYTES) >= 0:
            return three
        for size in (1, 2, 3):
            if self.text[at : at + size] in QUOTES:
                return self.text[at : at + size]
        raise AssertionError("called where no quote stands")

    def _bare(self) -> None:
        at = self.at
        if self.ellipsis():
            return
        bare = read_bare(self.text, at)
        if bare.end <= at:
            end = self.garbage_end(at)
            self.mend("unexpected-character", at, end, b"")
            self.at = end
            return
        if bare.kind is None and _STRAY_QUOTE.match(self.text, bare.end):
            self.behind_value(bare.end + 1)
            self.ledger.add("unexpected-character", bare.end, self.at, [Edit(bare.end, self.at, b"")], certain=False)
            return
        close = self._unopened_close(at, bare)
        if close >= 0:
            self._unopened(at, close)
            return
        if self.state == VALUE and self.frames and self.text[bare.end : bare.end + 1] == b",":
            bare = beyond_comma(self.text, at, bare)
        if bare.kind == "json-truncated":
            self.cut = [Edit(at, bare.end, bare.text)]
        elif bare.kind == "missing-quote":
            self._unopened(at, bare.end - 1)
            return
        elif bare.kind is not None:
            self.ledger.add(bare.kind, at, bare.end, [Edit(at, bare.end, bare.text)], certain=bare.certain)
        self.behind_value(bare.end)

    def _unopened_close(self, at: int, bare: Bare) -> int:
        """Return the quote that closes a string without an opening one; -1 where what stands there is none."""
        if bare.kind not in ("unquoted-value", "missing-quote") and self.text[self.blank(bare.end) : self.blank(bare.end) + 1] in (
            b",",
            b"}",
            b"]",
            b"",
        ):
            return -1
        close = self.text.find(b'"', at, at + _SEARCHED_BYTES)
        while close > at and is_escaped(self.text, close, at):
            close = self.text.find(b'"', close + 1, at + _SEARCHED_BYTES)
        if close < 0 or b"\n" in self.text[at:close] or not self.frames:
            return -1
        return close if fit(self.text, close + 1, self._setting("member" if self.state == VALUE else "item")) is Fit.STRICT else -1

    def _unopened(self, at: int, close: int) -> None:
        """Note a string whose opening quote is missing."""
        sound = SOUND_TEXT.fullmatch(self.text, at, close)
        # What must not stand in a string makes it more than a quote that is missing.
        edit = Edit(at, at, b'"') if sound else Edit(at, close + 1, quoted(self.text[at:close]))
        self.ledger.add("missing-quote", at, at, [edit])
        self.behind_value(close + 1)

    def _setting(self, role: Role) -> Setting:
        return Setting(role, b"".join(frame.closer for frame in self.frames[: -DUE_KNOWN - 1 : -1]))

    def closes_member(self, after: int) -> bool:
        """Tell whether what stands there fits behind the closing quote of a member's value."""
        return fit(self.text, after, self._setting("member")) is Fit.STRICT

    def block_tag(self) -> bool:
        """Step over what steers a template: it stands for nothing."""
        match = BLOCK_TAG.match(self.text, self.at, self.size)
        if match:
            self.mend("template-placeholder", self.at, match.end(), b"")
            self.at = match.end()
        return match is not None

    def ellipsis(self) -> bool:
        match = ELLIPSIS.match(self.text, self.at, self.size)
        if match is None or self.state == VALUE:
            return False
        start, end = self.at, match.end()
        frame = self.frames[-1]
        comma = self.blank(end)
        follower = self.text[comma : comma + 1]
        if self.state == AFTER or follower not in (b",", b"}", b"]", b""):
            self.mend("template-placeholder", start, end, b"")
            self.at = end
        elif follower == b",":
            self.mend("template-placeholder", start, comma + 1, b"", place=(start, end))
            self.at = comma + 1
        else:
            from_comma = frame.comma >= 0 and frame.supplied is None
            self.mend("template-placeholder", frame.comma if from_comma else start, end, b"", place=(start, end))
            self.at = end
            self.state = AFTER
        return True

    def garbage_end(self, at: int) -> int:
        match = _GARBAGE.match(self.text, at, self.size)
        return match.end() if match else at + 1

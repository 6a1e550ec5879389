"""Reading the key of a member, and what stands in its place."""

import re

from why400.formats.json_text.closings import Closings
from why400.formats.json_text.cursor import COLON
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.scalars import PLACEHOLDER, quoted
from why400.formats.json_text.values import PREFIXED, STRING_START

IDENTIFIER = re.compile(rb"[^\s\"'`:,{}\[\]()#=]{1,200}+(?=[ \t\r\n]*+(?::|=>?))")
_WORD = re.compile(rb"[\w$.\-]{1,200}+")
UNOPENED_KEY = re.compile(rb"[\w$\-. ]{1,100}+\"[ \t\r\n]*+:")
_DOLLAR_NAME = re.compile(rb"\$[A-Za-z_]")
_SYMBOL = re.compile(rb":([A-Za-z_]\w{0,100})(?=[ \t]*+=>)")
_DOUBLED_OPENING = re.compile(rb"\"\"[\w$\-. ]{1,100}+\"[ \t\r\n]*+:")
_DIGITS = re.compile(rb"[0-9]{1,9}+(?=[ \t]*+[,}\r\n])")
_SENTENCE_END = re.compile(rb"[^\s\"':{}\[\],]{1,100}+ [^\"':{}\[\]\n,]{1,200}+\"")


class Keys(Closings):
    """The part of a pass that reads keys."""

    def key(self, char: bytes) -> None:
        at = self.at
        placeholder = PLACEHOLDER.match(self.text, at) if not _DOLLAR_NAME.match(self.text, at) else None
        if self.block_tag() or self._doubled_quote():
            return
        if STRING_START.match(self.text, at):
            if self.first_key:
                self.ledger.maybe_repr = char == b"'"
            self.ledger.double_quoted_keys += char == b'"'
            scanned = self.scan("key")
            if scanned is not None:
                self.behind_key(scanned.end)
        elif char in (b"}", b"]"):
            self.close(char)
        elif char == b",":
            self.mend("extra-comma", at, at + 1, b"")
            self.at += 1
        elif placeholder and (char != b"{" or self.text[at + 1 : at + 2] in (b"{", b"%")) and not self._doubled_brace():
            self.mend("template-placeholder", at, placeholder.end(), quoted(placeholder[0]))
            self.behind_key(placeholder.end())
        elif char in (b"{", b"["):
            self.container_for_key(char)
        elif symbol := _SYMBOL.match(self.text, at):
            self.mend("unquoted-key", at, symbol.end(), quoted(symbol[1]))
            self.behind_key(symbol.end())
        elif char == b":":
            self.insert("missing-key", at, b'""', certain=False)
            self.behind_key(at)
        elif PREFIXED.match(self.text, at):
            self.at = at + (1 if self.text[at + 1 : at + 2] in (b"'", b'"') else 2)
            self.mend("python-repr", at, self.at, b"")
        elif not self.ellipsis():
            self._bare_key()

    def _bare_key(self) -> None:
        at = self.at
        if self._belongs_to_value():
            return
        unopened = UNOPENED_KEY.match(self.text, at)
        if unopened:
            self.insert("missing-quote", at, b'"')
            self.behind_key(self.text.index(b'"', at) + 1)
            return
        match = IDENTIFIER.match(self.text, at) or _WORD.match(self.text, at)
        if match:
            self.mend("python-repr" if self.frames[-1].closer == b")" else "unquoted-key", at, match.end(), quoted(match[0]))
            self.behind_key(match.end())
            return
        self.at = self.garbage_end(at)
        self.mend("unexpected-character", at, self.at, b"")

    def _belongs_to_value(self) -> bool:
        """Tell whether the comma in front stands within a value: in a number, or behind a quote of the string's own."""
        frame, at = self.frames[-1], self.at
        comma = frame.comma
        if comma < 1 or frame.supplied is not None:
            return False
        group = _DIGITS.match(self.text, at)
        if group and comma + 1 == at and self.text[comma - 1 : comma].isdigit():
            grouped = len(group[0]) == 3 and self.text[comma - 2 : comma] not in (b" 0", b":0")
            edit = Edit(comma, at, b"" if grouped else b".")
            self.ledger.add("number-malformed", comma - 1, group.end(), [edit], certain=False)
            self.behind_value(group.end())
            return True
        sentence = _SENTENCE_END.match(self.text, at) if self.text[comma - 1 : comma] == b'"' else None
        if sentence and self.closes_member(sentence.end()):
            quote = comma - 1
            self.ledger.add("unescaped-quote", quote, comma, [Edit(quote, quote, b"\\")], certain=False)
            self.behind_value(sentence.end())
            return True
        return False

    def _doubled_quote(self) -> bool:
        """Tell whether two quotes open a key, and step over one."""
        if not _DOUBLED_OPENING.match(self.text, self.at):
            return False
        self.mend("unexpected-character", self.at, self.at + 1, b"")
        self.at += 1
        return True

    def behind_key(self, end: int) -> None:
        self.first_key = False
        self.at = self.last_end = end
        self.state = COLON

    def _doubled_brace(self) -> bool:
        return self.text[self.at : self.at + 1] == b"{" and b'"' in self.text[self.at : self.at + 8]

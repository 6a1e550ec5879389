"""JavaScript and TypeScript that sends a request: `fetch`, axios, the SDK's calls; read as text, never run."""

import re
from dataclasses import dataclass, field

from why400.errors import FormatError
from why400.formats import literal
from why400.formats.literal import Node
from why400.formats.pieces import Piece

_GAP = re.compile(rb"(?:\s+|//[^\n]*)*")
_NAME = re.compile(rb"[A-Za-z_$][\w$]*")
_NUMBER = re.compile(rb"-?(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*)(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d+)")
_RUN = {b'"': re.compile(rb'[^"\\\n]+'), b"'": re.compile(rb"[^'\\\n]+"), b"`": re.compile(rb"[^`\\$]+")}
_ESCAPE = re.compile(rb"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))")
_SIMPLE = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b"\b", b"f": b"\f", b"v": b"\v", b"0": b"\0", b"\n": b"", b"\r\n": b""}
_SUFFIX = re.compile(rb"(?:as|satisfies)\s{1,20}[\w$.<>\[\]|'\" ]{1,200}?(?=\s{0,20}[,;)\]}\n])|!(?=\s{0,20}[,;)\]}])")
_STRINGIFY = re.compile(rb"JSON\s*\.\s*stringify\s*\(")
_ENDS = b",;)]}"
_WORDS = {b"true": b"true", b"false": b"false", b"null": b"null"}
_SKIP = re.compile(rb"[^\s\"'`(){}\[\],;/]+|\s+|[\s\S]")


_DECLARED = rb"(?<![\w$])(?:const|let|var)\s+%s(?![\w$])(?:\s*:[^=;\n]{1,200})?\s*=(?![=>])"
_CHANGED = rb"(?<![\w$.])%s(?![\w$])\s*(?:\.(?:push|unshift|splice|pop)\s*\(|(?:[.\[][^=;\n]{1,80})?[-+]?=(?![=>]))"
_NAMES_AT_MOST = 60


@dataclass(slots=True)
class Program:
    """The text of a program, and what of its variables was looked up already."""

    data: bytes
    source: str
    known: dict[bytes, Node | None] = field(default_factory=dict)
    comments_end: float = float("inf")
    """From here on no comment is closed: it is looked for once."""

    def gap(self, at: int) -> int:
        """The offset behind blanks and comments."""
        while True:
            found = _GAP.match(self.data, at)
            at = found.end() if found else at
            if not self.data.startswith(b"/*", at) or self.comments_end <= at:
                return at
            closed = self.data.find(b"*/", at + 2)
            if closed < 0:
                self.comments_end = at
                return at
            at = closed + 2

    def arguments(self, at: int) -> list[Node]:
        """The arguments of a call, from behind its parenthesis."""
        found: list[Node] = []
        at = self.gap(at)
        while at < len(self.data) and self.data[at : at + 1] != b")":
            node, at = self.value(at, 0)
            found.append(node)
            at = self.gap(at)
            if self.data[at : at + 1] != b",":
                break
            at = self.gap(at + 1)
        return found

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        """The expression at `at`, and the offset behind it."""
        literal.check_depth(depth, self.source)
        begin = self.gap(at)
        node, end = self._primary(begin, depth)
        after = self.gap(end)
        while node.decoded is not None and self.data[after : after + 1] == b"+":
            more, behind = self._primary(self.gap(after + 1), depth)
            if more.decoded is None:
                break
            node, end = literal.string_node(node.decoded + more.decoded, node.start, more.end), behind
            after = self.gap(end)
        suffix = _SUFFIX.match(self.data, after)
        if suffix:
            end = after = self.gap(suffix.end())
        if node.kind == "unknown" or (
            after < len(self.data) and self.data[after : after + 1] not in _ENDS and not self._line_ends(end, after)
        ):
            end = self._skipped(begin)
            return literal.unknown(self.data[begin:end].rstrip(), begin, end), end
        return node, end

    def _line_ends(self, end: int, after: int) -> bool:
        """A statement may end with its line; an expression that goes on begins the next line with an operator."""
        return b"\n" in self.data[end:after] and self.data[after : after + 1] not in b".+-*/?:&|<>=(["

    def _primary(self, at: int, depth: int) -> tuple[Node, int]:
        data = self.data
        char = data[at : at + 1]
        if char == b"{":
            return self._object(at, depth)
        if char == b"[":
            return self._array(at, depth)
        if char in (b'"', b"'", b"`"):
            return self._string(at)
        if char == b"(":
            inner, end = self.value(at + 1, depth + 1)
            end = self.gap(end)
            return (inner, end + 1) if data[end : end + 1] == b")" else (literal.unknown(b"(", at, end), end)
        number = _NUMBER.match(data, at)
        if number:
            return Node("scalar", at, number.end(), _number(number[0])), number.end()
        text = _STRINGIFY.match(data, at)
        if text:
            inner, end = self.value(text.end(), depth + 1)
            while (end := self.gap(end)) < len(data) and data[end : end + 1] == b",":  # the indent
                _, end = self.value(end + 1, depth + 1)
            if inner.kind == "unknown":
                return literal.unknown(inner.text, inner.start, inner.end), end + 1
            return Node(
                "scalar", at, end + 1, b'""', [inner], decoded=literal.rendered(inner) if not literal.unknowns(inner) else []
            ), end + 1
        name = _NAME.match(data, at)
        if not name:
            return literal.unknown(data[at : at + 1], at, at + 1), at + 1
        if name[0] in _WORDS:
            return Node("scalar", at, name.end(), _WORDS[name[0]]), name.end()
        found = self._variable(name[0], depth)
        return (found or literal.unknown(name[0], at, name.end())), name.end()

    def _variable(self, name: bytes, depth: int) -> Node | None:
        """The literal that the variable was declared with, if it is declared once and nothing is put into it."""
        if name in self.known:
            return self.known[name]
        self.known[name] = None
        word = re.escape(name)
        if len(self.known) > _NAMES_AT_MOST:
            return None
        declared = re.search(_DECLARED % word, self.data)
        if declared is None:
            return None
        node, end = self.value(declared.end(), depth + 1)
        start = declared.start()  # what stands in the literal itself, in a text of it, changes nothing
        changed = any(not start <= again.start() < end for form in (_DECLARED, _CHANGED) for again in re.finditer(form % word, self.data))
        self.known[name] = None if changed or node.kind == "unknown" else node
        return self.known[name]

    def _object(self, at: int, depth: int) -> tuple[Node, int]:
        node = Node("object", at, at)
        end = self.gap(at + 1)
        while end < len(self.data) and self.data[end : end + 1] != b"}":
            key, end = self._key(end)
            after = self.gap(end)
            sign = self.data[after : after + 1]
            if key.kind == "unknown":  # `...rest`, `[name]: …`, a method
                item = key
            elif sign == b":":
                item, end = self.value(after + 1, depth + 1)
            elif sign in (b",", b"}"):
                item = self._variable(key.text[1:-1], depth) or literal.unknown(key.text[1:-1], key.start, key.end)
            else:
                end = self._skipped(after)
                item = literal.unknown(key.text[1:-1], key.start, end)
            if item.text != b"undefined":  # which JSON.stringify leaves out
                node.keys.append(key)
                node.items.append(item)
            end = self.gap(end)
            if self.data[end : end + 1] != b",":
                break
            end = self.gap(end + 1)
        return self._closed(node, end, b"}")

    def _key(self, at: int) -> tuple[Node, int]:
        if self.data[at : at + 1] in (b'"', b"'"):
            return self._string(at)
        name = _NAME.match(self.data, at) or _NUMBER.match(self.data, at)
        if name:
            # A bare name has no quotes: its place is that of its first letter.
            return Node("scalar", at, name.end(), literal.quoted(name[0]), decoded=[(name[0], at)]), name.end()
        end = self._skipped(at)
        return literal.unknown(self.data[at:end], at, end), end

    def _array(self, at: int, depth: int) -> tuple[Node, int]:
        node = Node("array", at, at)
        end = self.gap(at + 1)
        while end < len(self.data) and self.data[end : end + 1] != b"]":
            item, end = self.value(end, depth + 1)
            node.items.append(item)
            end = self.gap(end)
            if self.data[end : end + 1] != b",":
                break
            end = self.gap(end + 1)
        return self._closed(node, end, b"]")

    def _closed(self, node: Node, end: int, closing: bytes) -> tuple[Node, int]:
        if self.data[end : end + 1] != closing:
            line = self.data.count(b"\n", 0, end) + 1
            found = "the text ends" if end >= len(self.data) else f"`{self.data[end : end + 1].decode('utf-8', 'replace')}` stands"
            raise FormatError(
                f"{self.source}: line {line}: {found} where a `,` or `{closing.decode()}` is missing: that is no JavaScript literal"
            )
        node.end = end + 1
        return node, end + 1

    def _string(self, begin: int) -> tuple[Node, int]:
        data, quote = self.data, self.data[begin : begin + 1]
        pieces: list[Piece] = []
        at = begin + 1
        while at < len(data):
            run = _RUN[quote].match(data, at)
            if run:
                pieces.append((run[0], at))
                at = run.end()
            elif data[at : at + 1] == quote:
                return literal.string_node(_paired(pieces) or [(b"", begin + 1)], begin, at + 1), at + 1
            elif data[at : at + 1] == b"$":
                if data[at + 1 : at + 2] == b"{":
                    end = self._skipped(begin)
                    return literal.unknown(data[begin:end], begin, end), end
                pieces.append((b"$", at))
                at += 1
            else:
                escape = _ESCAPE.match(data, at)
                if not escape:
                    break
                pieces.append((_unescaped(escape), at))
                at = escape.end()
        line = data.count(b"\n", 0, begin) + 1
        raise FormatError(f"{self.source}: the string that opens in line {line} is never closed")

    def _skipped(self, at: int) -> int:
        """The offset of the comma or bracket that ends the expression at `at`; strings and brackets are passed over."""
        depth = 0
        data = self.data
        while at < len(data):
            gap = self.gap(at)
            if gap > at:
                at = gap
                continue
            char = data[at : at + 1]
            if char in (b'"', b"'", b"`"):
                at = self._string_end(at)
                continue
            if char in (b"(", b"[", b"{"):
                depth += 1
            elif char in (b")", b"]", b"}"):
                if depth == 0:
                    return at
                depth -= 1
            elif depth == 0 and char in (b",", b";"):
                return at
            token = _SKIP.match(data, at)
            at = token.end() if token else at + 1
        return at

    def _string_end(self, at: int) -> int:
        """Behind a string; `${…}` in a template is passed over without a look at quotes in it."""
        quote = self.data[at]
        found = re.compile(rb"[^\\" + bytes([quote]) + rb"]*(?:\\[\s\S][^\\" + bytes([quote]) + rb"]*)*" + bytes([quote])).match(
            self.data, at + 1
        )
        return found.end() if found else len(self.data)


def _number(text: bytes) -> bytes:
    bare = text.replace(b"_", b"").lower()
    if b"0x" in bare:
        return str(int(bare, 16)).encode()
    if bare.lstrip(b"-").startswith(b"."):
        bare = bare.replace(b".", b"0.", 1)
    # `5.` and `5.e3` are numbers, and no JSON.
    return re.sub(rb"\.(?=e|$)", b".0", bare)


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number).encode("utf-8", "surrogatepass") if number < 0x110000 else b"?"
    return _SIMPLE.get(escape[4], escape[4])


def _paired(pieces: list[Piece]) -> list[Piece]:
    """Two escaped surrogates make one character."""
    if not any(piece[:1] == b"\xed" and len(piece) == 3 for piece, _ in pieces):
        return pieces
    out: list[Piece] = []
    for piece, at in pieces:
        if out and len(piece) == 3 and piece >= b"\xed\xb0" and out[-1][0][-3:-1] >= b"\xed\xa0" and out[-1][0][-3:-1] < b"\xed\xb0":
            before, place = out.pop()
            both = (before[-3:] + piece).decode("utf-8", "surrogatepass")
            out.append((before[:-3] + both.encode("utf-16", "surrogatepass").decode("utf-16").encode(), place))
        else:
            out.append((piece, at))
    return out

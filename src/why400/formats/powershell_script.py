"""The statements of a PowerShell script, as far as they assign literals or call a command with them."""

import re

from why400.errors import FormatError
from why400.formats import literal, powershell_words
from why400.formats.literal import Node
from why400.formats.powershell_files import read_file

_GAP = re.compile(rb"(?:[ \t\r]+|`\r?\n)*")
_WIDE_GAP = re.compile(rb"(?:\s+|`\r?\n|#(?!>)[^\n]*)*")
_COMMENT = re.compile(rb"#(?!>)[^\n]*")
_ASSIGN = re.compile(rb"\$((?:script:|global:|local:)?\w{1,100})[ \t]*(\+?=)(?!=)", re.IGNORECASE)
_NAME = re.compile(rb"\$((?:script:|global:|local:|env:)?\w{1,100}|\{[^}\n]{1,100}\})", re.IGNORECASE)
_NUMBER = re.compile(rb"-?\d[\d]{0,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,4})?(?![\w.])")
_CAST = re.compile(rb"\[[A-Za-z][\w.\[\]]{0,80}\][ \t]*(?!:)")
_BYTES = re.compile(rb"\[(?:System\.)?Text\.Encoding\]::UTF8\.GetBytes\(", re.IGNORECASE)
_TO_JSON = re.compile(
    rb"\|[ \t]*(?:\r?\n[ \t]*)?ConvertTo-Json\b((?:[ \t]+(?:-(?:depth)[ \t]+\d{1,3}|-[A-Za-z]+|\d{1,3}))*)", re.IGNORECASE
)
_DEPTH = re.compile(rb"(?:-depth[ \t]+|(?<![\w-])[ \t])(\d{1,3})", re.IGNORECASE)
_KEY = re.compile(rb"[A-Za-z_][\w-]{0,100}|\d{1,18}")
_PARAMETER = re.compile(rb"-([A-Za-z]{1,40})(?::[ \t]*)?")
_BARE = re.compile(rb"[^\s'\"`;|(){}$@,]+")
_STEP = re.compile(rb"[A-Za-z_][\w-]*|[^\S\n]+|[\s\S]")
_SWITCHES = frozenset({"usebasicparsing", "usedefaultcredentials", "disablekeepalive", "skipcertificatecheck", "verbose", "passthru",
                       "skiphttperrorcheck", "skipheadervalidation", "allowunencryptedauthentication"})  # fmt: skip
_PARAMETERS = ("uri", "method", "headers", "body", "contenttype", "infile")
_WORDS = {b"true": b"true", b"false": b"false", b"null": b"null"}
_DEFAULT_DEPTH = 2
_MISREAD_AT_MOST = 20


class Script:
    """A script that is gone through once, from the top."""

    def __init__(self, data: bytes, source: str) -> None:
        self.data, self.source = data, source
        self.variables: dict[bytes, Node] = {}
        self.misread: dict[bytes, FormatError] = {}
        """By `$name`, why what was assigned to it could not be read."""
        self.files: dict[int, str] = {}
        """By where a variable is assigned, the file whose content it holds from there on."""
        self.blocks_end = len(data)
        self.unfilled: set[int] = set()
        """Where strings begin that may hold a variable of unknown text."""

    def require_known(self, node: Node) -> None:
        """Raises FormatError, one line, where the node is no literal, or is held by a variable that could not be read."""
        for one in literal.unknowns(node):
            if one.text in self.misread:
                raise self.misread[one.text]
        literal.require_known(node, self.data, self.source, "print what the script sends, and check that")

    def file_of(self, node: Node) -> str | None:
        """The file whose content the node is: read there, or held by a variable."""
        if node.kind != "unknown" or node.items:
            return None
        found = read_file(self.data, node.start)
        return found[0] if found is not None else self.files.get(node.start)

    def calls(self, command: re.Pattern[bytes]) -> list[tuple[int, dict[str, Node] | FormatError]]:
        """Where each call of the command stands, and its parameters by full lower-case name, or why they could not be read."""
        found: list[tuple[int, dict[str, Node] | FormatError]] = []
        data = self.data
        at = misread = 0
        while at < len(data):
            comment = _COMMENT.match(data, at)
            behind = comment.end() if comment else self._behind_block(at)
            if behind > at:
                at = behind
                continue
            assignment = _ASSIGN.match(data, at)
            if assignment:
                at = self._assign(assignment, command)
                continue
            if powershell_words.starts_string(data, at):
                try:
                    at = powershell_words.string(data, at, self.source)[1]
                except FormatError:
                    misread += 1
                    if misread > _MISREAD_AT_MOST:
                        raise
                    at += 1
                continue
            call = command.match(data, at)
            if call:
                try:
                    given, end = self._parameters(call.end())
                except FormatError as exc:
                    misread += 1
                    if misread > _MISREAD_AT_MOST:
                        raise
                    found.append((at, exc))
                    at = call.end()
                    continue
                if "uri" in given:
                    found.append((at, given))
                at = max(end, call.end())
                continue
            step = _STEP.match(data, at)
            at = step.end() if step else at + 1
        return found

    def _assign(self, assignment: re.Match[bytes], command: re.Pattern[bytes]) -> int:
        name, begin = assignment[1].lower(), self._gap(assignment.end(), wide=True)
        file = read_file(self.data, begin) if assignment[2] == b"=" else None
        if file is not None:
            self.files[assignment.start()] = file[0]
            self.variables[name] = literal.unknown(b"$" + assignment[1], assignment.start(), assignment.end())
            return file[1]
        if command.match(self.data, begin) or assignment[2] == b"+=":
            self.variables[name] = literal.unknown(b"$" + assignment[1], assignment.start(), assignment.end())
            return begin
        try:
            node, end = self.expression(begin, 0)
        except FormatError as exc:
            node, end = literal.unknown(b"", begin, begin), begin
            self.misread[b"$" + assignment[1]] = exc
        if node.kind == "unknown":
            # What the expression holds is looked at for commands, too.
            held = [node] if node.items else []
            node, end = Node("unknown", assignment.start(), assignment.end(), b"$" + assignment[1], held), begin
        self.variables[name] = node
        return max(end, assignment.end())

    def _parameters(self, at: int) -> tuple[dict[str, Node], int]:
        given: dict[str, Node] = {}
        data = self.data
        while True:
            at = self._gap(at)
            char = data[at : at + 1]
            if char in (b"", b"\n", b";", b"|", b")", b"}", b"#"):
                return given, at
            named = _PARAMETER.match(data, at)
            if named:
                name = named[1].decode().lower()
                at = named.end()
                full = next((one for one in _PARAMETERS if one.startswith(name) or name == one), None)
                if name in _SWITCHES:
                    continue
                begin = self._gap(at)
                if data[begin : begin + 1] in (b"-", b"\n", b"", b"|", b";", b")", b"}"):
                    continue
                node, at = self._argument(begin)
                if full is not None:
                    given[full] = node
                continue
            splat = re.compile(rb"@(\w{1,100})").match(data, at)
            if splat:
                table = self.variables.get(splat[1].lower())
                for key, item in zip(table.keys, table.items, strict=True) if table is not None else ():
                    given.setdefault(literal.plain_key(key).lower(), item)
                at = splat.end()
                continue
            node, end = self._argument(at)
            given.setdefault("uri", node)
            at = max(end, at + 1)

    def _argument(self, at: int) -> tuple[Node, int]:
        """A parameter's value: an expression, or a bare word."""
        data = self.data
        if data[at : at + 1] in (b"$", b"@", b"(", b"[", b"'", b'"'):
            return self.expression(at, 0, argument=True)
        bare = _BARE.match(data, at)
        end = bare.end() if bare else at + 1
        return literal.string_node([(data[at:end], at)], at, end), end

    def expression(self, at: int, depth: int, *, argument: bool = False) -> tuple[Node, int]:
        """The value at `at` with what is done to it; `argument`: commas and pipes behind it are not its own."""
        literal.check_depth(depth, self.source)
        if self.data[at : at + 1] == b",":  # `,@(1)`: an array of that one
            inner, end = self.expression(self._gap(at + 1, wide=True), depth + 1)
            return Node("array", at, end, items=[inner]), end
        node, end = self._primary(at, depth)
        if self.data[end : end + 1] in (b".", b"[") and self.data[end + 1 : end + 2].strip():
            return literal.unknown(self.data[at : end + 20].split(b"\n")[0], at, end), end
        if argument:
            return node, end
        after = self._gap(end)
        if self.data[after : after + 1] == b",":
            node = Node("array", node.start, end, items=[node])
            while self.data[after : after + 1] == b",":
                item, end = self._primary(self._gap(after + 1, wide=True), depth + 1)
                node.items.append(item)
                after = self._gap(end)
            node.end = end
        piped = _TO_JSON.match(self.data, self._gap(end, wide=self.data[after : after + 1] != b"\n"))
        if piped:
            depths = _DEPTH.search(piped[1])
            return self._as_json(node, min(int(depths[1]), literal.MAX_DEPTH) if depths else _DEFAULT_DEPTH, at, piped.end()), piped.end()
        if self.data[after : after + 1] in (b"+", b"*", b"/", b"|") or re.compile(rb"-(?:f|replace|join|split|eq)\b").match(
            self.data, after
        ):
            return literal.unknown(self.data[at : after + 20].split(b"\n")[0], at, end), end
        return node, end

    def _primary(self, at: int, depth: int) -> tuple[Node, int]:
        data = self.data
        literal.check_depth(depth, self.source)
        if powershell_words.starts_string(data, at):
            word, end = powershell_words.string(data, at, self.source)
            if word.substitutes:
                return self._interpolated(word.pieces, at, end), end
            return literal.string_node(word.pieces, at, end), end
        if data.startswith(b"@{", at):
            return self._table(at, depth)
        if data.startswith((b"@(", b"("), at) or data.startswith(b"$(", at):
            return self._group(at, depth)
        packed = _BYTES.match(data, at)
        if packed:
            node, end = self.expression(self._gap(packed.end(), wide=True), depth + 1)
            return node, self._gap(end, wide=True) + 1
        cast = _CAST.match(data, at)
        if cast:
            return self._primary(cast.end(), depth + 1)
        number = _NUMBER.match(data, at)
        if number:
            return Node("scalar", at, number.end(), number[0].lstrip(b"0") or b"0" if number[0].isdigit() else number[0]), number.end()
        name = _NAME.match(data, at)
        if name:
            bare = name[1].lower()
            if bare in _WORDS:
                return Node("scalar", at, name.end(), _WORDS[bare]), name.end()
            return self.variables.get(bare) or literal.unknown(name[0], at, name.end()), name.end()
        bare_word = _BARE.match(data, at)
        end = bare_word.end() if bare_word else at + 1
        return literal.unknown(data[at:end], at, end), end

    def _interpolated(self, pieces: list[tuple[bytes, int]], at: int, end: int) -> Node:
        """A string with variables in it: they are filled in where their text is known, and stand as they are elsewhere."""
        out: list[tuple[bytes, int]] = []
        self.unfilled.add(at)
        for piece, place in pieces:
            name = _NAME.fullmatch(piece)
            known = self.variables.get(name[1].lower().strip(b"{}")) if name else None
            out += [(text, -1) for text, _ in known.decoded] if known is not None and known.decoded is not None else [(piece, place)]
        return literal.string_node(out, at, end)

    def _table(self, at: int, depth: int) -> tuple[Node, int]:
        node = Node("object", at, at)
        end = self._gap(at + 2, wide=True)
        data = self.data
        while end < len(data) and data[end : end + 1] != b"}":
            if powershell_words.starts_string(data, end):
                key, end = self._primary(end, depth + 1)
            else:
                word = _KEY.match(data, end)
                if not word:
                    break
                key = Node("scalar", end, word.end(), literal.quoted(word[0]), decoded=[(word[0], end)])
                end = word.end()
            end = self._gap(end, wide=True)
            if data[end : end + 1] != b"=":
                break
            item, behind = self.expression(self._gap(end + 1, wide=True), depth + 1)
            if item.kind == "unknown":
                behind = max(behind, self._statement_end(self._gap(end + 1, wide=True)))
            node.keys.append(key)
            node.items.append(item)
            end = self._gap(behind, wide=True)
            while data[end : end + 1] == b";":
                end = self._gap(end + 1, wide=True)
        return self._closed(node, end, b"}")

    def _group(self, at: int, depth: int) -> tuple[Node, int]:
        """`@(…)` is an array; `(…)` is what it holds."""
        data = self.data
        array = data[at : at + 1] == b"@"
        begin = data.index(b"(", at) + 1
        node = Node("array", at, at)
        end = self._gap(begin, wide=True)
        while end < len(data) and data[end : end + 1] != b")":
            item, behind = self.expression(end, depth + 1)
            if item.kind == "unknown":
                behind = max(behind, self._statement_end(end))
            # `@(…)` takes arrays apart, one level: `@(1, 2)`, and `@(@(1))` too.
            node.items += item.items if item.kind == "array" and array else [item]
            end = self._gap(behind, wide=True)
            while data[end : end + 1] in (b";", b","):
                end = self._gap(end + 1, wide=True)
        node, end = self._closed(node, end, b")")
        if not array and len(node.items) == 1:
            return node.items[0], end
        return node, end

    def _closed(self, node: Node, end: int, closing: bytes) -> tuple[Node, int]:
        if self.data[end : end + 1] != closing:
            line = self.data.count(b"\n", 0, end) + 1
            raise FormatError(f"{self.source}: line {line}: a `{closing.decode()}` is missing: that is no PowerShell literal")
        node.end = end + 1
        return node, end + 1

    def _statement_end(self, at: int) -> int:
        """Where a value that is no literal ends: its line, or the bracket around it."""
        depth = 0
        data = self.data
        while at < len(data):
            if powershell_words.starts_string(data, at):
                at = powershell_words.string(data, at, self.source)[1]
                continue
            char = data[at : at + 1]
            if char in (b"(", b"{", b"["):
                depth += 1
            elif char in (b")", b"}", b"]"):
                if depth == 0:
                    return at
                depth -= 1
            elif depth == 0 and char in (b"\n", b";"):
                return at
            at += 2 if char == b"`" else 1
        return at

    def _as_json(self, node: Node, depth: int, start: int, end: int) -> Node:
        """What ConvertTo-Json makes of it: what lies deeper than `-Depth` (2, if it is not said) becomes text."""
        if literal.unknowns(node):
            return Node("unknown", start, end, b"", [node])
        cut = _cut(node, depth)
        return Node("scalar", start, end, b"", [cut], decoded=literal.rendered(cut))

    def _gap(self, at: int, *, wide: bool = False) -> int:
        found = (_WIDE_GAP if wide else _GAP).match(self.data, at)
        at = found.end() if found else at
        while wide and (behind := self._behind_block(at)) > at:
            found = _WIDE_GAP.match(self.data, behind)
            at = found.end() if found else behind
        return at

    def _behind_block(self, at: int) -> int:
        """Behind the `<# … #>` that begins at `at`; `at` itself if none does."""
        if not self.data.startswith(b"<#", at) or at >= self.blocks_end:
            return at
        closed = self.data.find(b"#>", at + 2)
        if closed < 0:
            self.blocks_end = at  # it is looked for once
            return at
        return closed + 2


def _cut(node: Node, depth: int) -> Node:
    if node.kind == "scalar":
        return node
    if depth < 0:
        return Node("scalar", node.start, node.end, literal.quoted(_flat(node)))
    return Node(node.kind, node.start, node.end, items=[_cut(item, depth - 1) for item in node.items], keys=node.keys)


def _flat(node: Node, levels: int = 20) -> bytes:
    """The text that .NET makes of a value; of an array that of its items, with blanks between."""
    if node.kind == "array" and levels:
        return b" ".join([_flat(item, levels - 1) for item in node.items])
    return b"System.Collections.Hashtable" if node.kind != "scalar" else (literal.plain(node) or "").encode("utf-8", "replace")

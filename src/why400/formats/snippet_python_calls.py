"""The calls in Python that send a request to the API: the SDK's, requests' and httpx's."""

import ast
import json
import re
from collections import Counter
from typing import TypeAlias

from why400.errors import FormatError
from why400.formats import literal
from why400.formats.literal import Node
from why400.formats.read_input import Outcome, PassedOver, ReadInput
from why400.formats.sdk_call import OURS, http_input, sdk_input, text_pieces
from why400.formats.snippet_python_sound import parsed, sound_part

_SDK = re.compile(r"(?:^|\.)(beta\.)?messages\.(create|stream|count_tokens|parse|tool_runner|batches\.create)$")
_HTTP = re.compile(r"(?:^|\.)(post|put|get|delete|request|stream)$")
_TYPED_DICT = re.compile(r"(?:^|\.)(?:\w+Params?|\w+Params(?:Non)?Streaming|Request)$")
_LEFT_OUT = re.compile(r"(?:^|\.)(?:NOT_GIVEN|not_given|omit)$")
_METHODS_THAT_CHANGE = frozenset({"append", "extend", "insert", "pop", "update", "setdefault", "remove", "clear"})
_LINE_END = re.compile(rb"\r\n|\r|\n")
_INDENTED = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]+[^\s#]")
_WRAP = b"if 1:\n"

Earlier: TypeAlias = dict[str, Node | None]
"""What the variables of code before hold; None: only running it would tell."""


class _Module:
    """A parsed text, its literals' places, and what its variables hold."""

    def __init__(self, data: bytes, source: str, earlier: Earlier) -> None:
        self.data, self.source, self.earlier = data, source, earlier
        self.lost: list[Outcome] = []
        self.changed: set[str] = set()
        text = data
        self.shift = 0
        if text.startswith(b"\xef\xbb\xbf"):
            text = b"   " + text[3:] if text[3:4] in b"\r\n#" else text
            self.shift = 3 if text.startswith(b"\xef\xbb\xbf") else 0
        try:
            self.tree = parsed(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as exc:
            text = self._in_part(text, exc)
        self.starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self.assigned: dict[str, ast.expr] = {}
        self._gather()
        self.known: dict[str, Node | None] = {}

    def _in_part(self, text: bytes, exc: BaseException) -> bytes:
        """Parses a part of a function, or what is sound of the text; gives what was parsed. Raises FormatError where nothing can be."""
        wrapped = isinstance(exc, IndentationError) and _INDENTED.match(text) is not None
        if wrapped:  # its lines are put into a block
            text, self.shift = _WRAP + text, -len(_WRAP)
            try:
                self.tree = parsed(text)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as inner:
                exc = inner
            else:
                return text
        sound = sound_part(text) if isinstance(exc, SyntaxError) else None
        if sound is None:
            raise _unreadable(exc, self.source, int(wrapped)) from None
        self.tree, self.changed = sound.tree, sound.changed
        for one in sound.lost:
            line = max(1, (one.lineno or 1) - wrapped)
            said = f"{self.source}: line {line}: this part of the Python cannot be read ({one.msg}): mend it to have it checked"
            self.lost.append(PassedOver(FormatError(said), line))
        return text

    def _gather(self) -> None:
        """Names that are assigned once, and whose value nothing changes afterwards."""
        counts: Counter[str] = Counter(dict.fromkeys(self.changed, 2))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
                counts[node.id] += 1
            elif isinstance(node, ast.arg):
                counts[node.arg] += 2
            elif _changes(node) is not None:
                counts[_changes(node) or ""] += 2
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                self.assigned[node.targets[0].id] = node.value
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                self.assigned[node.target.id] = node.value
        self.touched = frozenset(counts)
        self.assigned = {name: value for name, value in self.assigned.items() if counts[name] == 1}

    def place(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        """The offsets of the node in the source."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._offset(node.lineno, node.col_offset), self._offset(end_line, end_column)

    def _offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column + (self.shift if self.shift < 0 or line == 1 else 0)

    def node(self, value: ast.expr, depth: int = 0) -> Node:
        """The literal that the expression is, or what it is made of."""
        literal.check_depth(depth, self.source)
        start, end = self.place(value)
        match value:
            case ast.Constant():
                return self._constant(value.value, start, end)
            case ast.List() | ast.Tuple():
                return Node("array", start, end, items=[self.node(item, depth + 1) for item in value.elts])
            case ast.Dict():
                return self._dict(value, start, end, depth)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return Node("scalar", start, end, json.dumps(-number).encode())
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                both = self.node(left, depth + 1), self.node(right, depth + 1)
                if both[0].decoded is not None and both[1].decoded is not None:
                    return literal.string_node(both[0].decoded + both[1].decoded, start, end)
            case ast.JoinedStr(values=[ast.Constant(value=str() as text)]):
                return literal.string_node([(text.encode("utf-8", "surrogatepass"), -1)], start, end)
            case ast.Name():
                found = self.variable(value.id, depth)
                if found is not None:
                    return found
            case ast.Call():
                found = self._call(value, start, end, depth)
                if found is not None:
                    return found
        return literal.unknown(self.data[start:end], start, end)

    def _constant(self, value: object, start: int, end: int) -> Node:
        if isinstance(value, str):
            raw = value.encode("utf-8", "surrogatepass")
            if self.data[start + 1 : end - 1] == raw:
                return literal.string_node([(raw, start + 1)], start, end)
            opened = re.compile(rb"[rRuUbB]{0,2}(?:\"{3}|'{3}|[\"'])").match(self.data, start)
            first = opened.end() if opened else start
            if opened and self.data[first : first + len(raw)] == raw:
                return literal.string_node([(raw, first)], start, end)
            return literal.string_node([(raw, -1)], start, end)
        if isinstance(value, bytes):
            return literal.string_node([(value, start + 2 if self.data[start + 2 : end - 1] == value else -1)], start, end)
        if value is None or isinstance(value, bool | int | float):
            try:
                return Node("scalar", start, end, json.dumps(value).encode())
            except ValueError:  # a whole number of thousands of digits
                pass
        return literal.unknown(self.data[start:end], start, end)

    def _dict(self, value: ast.Dict, start: int, end: int, depth: int) -> Node:
        node = Node("object", start, end)
        for key, item in zip(value.keys, value.values, strict=True):
            inner = self.node(item, depth + 1)
            if key is None:  # `**more`
                self._merge(node, inner)
                continue
            node.keys.append(self.node(key, depth + 1))
            node.items.append(inner)
        return node

    def _merge(self, node: Node, more: Node) -> None:
        if more.kind == "object":
            node.keys += more.keys
            node.items += more.items
        else:
            node.keys.append(more)
            node.items.append(literal.unknown(b"**" + more.text, more.start, more.end))

    def variable(self, name: str, depth: int) -> Node | None:
        if name not in self.touched:
            return self.earlier.get(name)
        if name not in self.known:
            self.known[name] = None  # while it is looked at: it may name itself
            value = self.assigned.get(name)
            found = self.node(value, depth + 1) if value is not None else None
            self.known[name] = None if found is None or found.kind == "unknown" else found
        return self.known[name]

    def _call(self, call: ast.Call, start: int, end: int, depth: int) -> Node | None:
        """`dict(a=1)` and the SDK's typed dicts are objects, `json.dumps(…)` is its text."""
        name = _dotted(call.func)
        if (name == "dict" or _TYPED_DICT.search(name)) and not call.args:
            return self.keywords(call, depth)
        if name in ("json.dumps", "dumps", "orjson.dumps") and call.args:
            inner = self.node(call.args[0], depth + 1)
            if not literal.unknowns(inner):
                return Node("scalar", start, end, b'""', [inner], decoded=literal.rendered(inner))
            return inner if inner.kind == "unknown" else Node("unknown", start, end, b"", [inner])
        if name.endswith((".encode", ".dedent")) or name == "dedent":
            inner = self.node(
                call.func.value if isinstance(call.func, ast.Attribute) and name.endswith(".encode") else call.args[0], depth + 1
            )
            return inner if inner.decoded is not None and name.endswith(".encode") else None
        return None

    def keywords(self, call: ast.Call, depth: int = 0) -> Node:
        """The keyword arguments of a call as an object."""
        node = Node("object", *self.place(call))
        for keyword in call.keywords:
            if _LEFT_OUT.search(_dotted(keyword.value)):
                continue  # the client sends no such member
            inner = self.node(keyword.value, depth + 1)
            if keyword.arg is None:
                self._merge(node, inner)
                continue
            start = self.place(keyword)[0]
            name = keyword.arg.encode()
            node.keys.append(Node("scalar", start, start + len(name), literal.quoted(name), decoded=[(name, start)]))
            node.items.append(inner)
        return node


def _changes(node: ast.AST) -> str | None:
    """The variable that `messages.append` or `params["tools"] =` changes."""
    if isinstance(node, ast.Attribute) and node.attr in _METHODS_THAT_CHANGE and isinstance(node.value, ast.Name):
        return node.value.id
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
        return node.value.id
    return None


def _unreadable(exc: BaseException, source: str, lines_added: int) -> FormatError:
    line = (exc.lineno or 1) - lines_added if isinstance(exc, SyntaxError) else None
    where = f": line {max(1, line)}" if line is not None else ""
    what = exc.msg if isinstance(exc, SyntaxError) else "it cannot be parsed"
    return FormatError(f"{source}{where}: this Python cannot be read ({what}): mend it, or give the request as JSON")


def _dotted(func: ast.expr) -> str:
    names: list[str] = []
    while isinstance(func, ast.Attribute):
        names.append(func.attr)
        func = func.value
    if isinstance(func, ast.Name):
        names.append(func.id)
    return ".".join(reversed(names))


def read(data: bytes, source: str, earlier: Earlier | None = None) -> list[Outcome]:
    """The requests of all calls, in order; those to other hosts are left out, and those that are no literals are passed over, as are faulty statements.

    `earlier` is what the variables of code before hold; it is given those of this code. Raises FormatError where no Python can be read.
    """
    module = _Module(data, source, {} if earlier is None else earlier)
    found = _requests(module)
    if earlier is not None:
        _remember(module, earlier)
    return found


def _remember(module: _Module, earlier: Earlier) -> None:
    """Adds what the variables hold after the code has run; those of functions are none of it."""
    outer = {target.id for one in module.tree.body if isinstance(one, ast.Assign) for target in one.targets if isinstance(target, ast.Name)}
    earlier.update({name: module.variable(name, 0) if name in outer else None for name in module.touched})


def _requests(module: _Module) -> list[Outcome]:
    calls = sorted((node for node in ast.walk(module.tree) if isinstance(node, ast.Call)), key=lambda call: (call.lineno, call.col_offset))
    found = list(module.lost)
    for call in calls:
        try:
            one = _request(module, call)
        except FormatError as exc:
            found.append(PassedOver(exc, module.data.count(b"\n", 0, module.place(call)[0]) + 1))
            continue
        if one is not None:
            found.append(one)
    return found


def _request(module: _Module, call: ast.Call) -> ReadInput | None:
    name = _dotted(call.func)
    sdk = _SDK.search(name)
    http = _HTTP.search(name) if not sdk else None
    if http:
        return _http(module, call, http[1], module.data, module.source)
    if sdk is None:
        return None
    params = module.keywords(call)
    for argument in call.args:  # `create(..., model="m")`: the methods take none by position, so this stands for others
        start, end = module.place(argument)
        left_out = literal.unknown(module.data[start:end], start, end)
        params.keys.append(left_out)
        params.items.append(left_out)
    if params.get("model", "messages", "requests") is None and not any(key.kind == "unknown" for key in params.keys):
        return None
    return sdk_input(sdk[2], params, module.data, module.source, beta=sdk[1] is not None)


def _http(module: _Module, call: ast.Call, verb: str, data: bytes, source: str) -> ReadInput | None:
    given = module.keywords(call)
    arguments = [module.node(argument) for argument in call.args if not isinstance(argument, ast.Starred)]
    if verb in ("request", "stream"):
        method = given.get("method") or (arguments.pop(0) if arguments else None)
        verb = (literal.plain(method) if method is not None else None) or "POST"
    place = given.get("url") or (arguments[0] if arguments else None)
    url = _url(place)
    if url is None:
        return None
    headers = literal.header_pairs(given.get("headers"))
    start = module.place(call)[0]
    body = given.get("json")
    if body is not None:
        literal.require_known(body, data, source)
        pieces = literal.rendered(body)
        if not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("content-type", "application/json"))
        return http_input(url, verb, headers, pieces, data, start)
    text = given.get("data", "content") or (arguments[1] if len(arguments) > 1 else None)
    end = text.end - 1 if text is not None and text.verbatim else None
    return http_input(url, verb, headers, text_pieces(text, data, source, start), data, start, body_end=end)


def _url(node: Node | None) -> str | None:
    """The URL, if it is one of ours; of an f-string that begins with a variable, what follows that."""
    if node is None:
        return None
    text = literal.plain(node)
    if text is None:
        bare = re.fullmatch(rb"[fF][\"']\{[\w.]{1,80}\}([^{}\s\"']{1,300})[\"']", node.text)
        text = bare[1].decode("utf-8", "replace") if bare else None
    return text if text is not None and OURS.search(text) else None

"""Values that stand in a program's text as literals: as JSON, with the place of each in the source."""

import json
from dataclasses import dataclass, field
from typing import Literal

from why400.errors import FormatError
from why400.formats.pieces import Piece

MAX_DEPTH = 100
"""Levels of nesting that are read; no request of people who write literals comes near."""

_AT_MOST = 2_000_000


@dataclass(slots=True)
class Node:
    """One literal, from `start` up to `end` in the source."""

    kind: Literal["scalar", "array", "object", "unknown"]
    start: int
    end: int
    text: bytes = b""
    """A scalar as JSON; of `unknown`, which only running the program would tell, the source's words."""
    items: list["Node"] = field(default_factory=list)
    keys: list["Node"] = field(default_factory=list)
    """Of an object: as many as `items`."""
    decoded: list[Piece] | None = None
    """Of a string: its bytes with their places."""
    as_written: list[Piece] | None = None
    """A scalar, array or object that stands in the source as JSON: its text with its places."""
    verbatim: bool = False
    """A string whose bytes stand in the source as they are in JSON, between its two quotes."""

    def get(self, *names: str) -> "Node | None":
        """The last member of one of these names, in any case."""
        for key, item in zip(reversed(self.keys), reversed(self.items), strict=True):
            if plain_key(key).lower() in names:
                return item
        return None


def string_node(pieces: list[Piece], start: int, end: int) -> Node:
    """The node of a string literal with these decoded bytes."""
    raw = b"".join([piece for piece, _ in pieces])
    whole = len(pieces) == 1 and pieces[0][1] == start + 1 and pieces[0][1] + len(raw) == end - 1
    text = quoted(raw)
    return Node("scalar", start, end, text, decoded=pieces, verbatim=whole and text[1:-1] == raw)


def quoted(raw: bytes) -> bytes:
    """The bytes as a JSON string; lone surrogates as escapes."""
    try:
        value = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        value = raw.decode("utf-8", "replace")
    lone = any("\ud800" <= char <= "\udfff" for char in value)
    return json.dumps(value, ensure_ascii=lone).encode()


def unknown(words: bytes, start: int, end: int) -> Node:
    """The node of what is no literal."""
    return Node("unknown", start, end, words[:80])


def plain(node: Node) -> str | None:
    """A string's value, or a scalar's text; None for anything else."""
    if node.kind != "scalar":
        return None
    return b"".join([piece for piece, _ in node.decoded]).decode("utf-8", "replace") if node.decoded is not None else node.text.decode()


def plain_key(key: Node) -> str:
    """The name of a member."""
    return plain(key) or ""


UNKNOWN_HEADERS = (
    ("x-api-key", "REDACTED"),
    ("anthropic-version", "REDACTED"),
    ("content-type", "REDACTED"),
    ("anthropic-beta", "REDACTED"),
)
"""Headers that are no literal: all that matter may be among them, and none is judged."""


def header_pairs(node: Node | None) -> list[tuple[str, str]]:
    """The members of an object of headers; a value that is no literal stands as a variable of a shell, which is not judged."""
    if node is None:
        return []
    if node.kind != "object":
        return list(UNKNOWN_HEADERS)
    pairs: list[tuple[str, str]] = []
    for key, item in zip(node.keys, node.items, strict=True):
        if key.kind == "unknown":  # `...more`, `**more`
            pairs += [pair for pair in UNKNOWN_HEADERS if node.get(pair[0]) is None]
        else:
            value = plain(item)
            pairs.append((plain_key(key), "$UNKNOWN" if value is None else value))
    return pairs


def unknowns(node: Node) -> list[Node]:
    """The parts that are no literals, in order."""
    found: list[Node] = []
    waiting = [node]
    seen = 0
    while waiting:
        one = waiting.pop()
        seen += 1
        if seen > _AT_MOST:  # variables that hold variables can double at each step
            raise FormatError("the literals in this code come to more than two million values: check the request itself")
        if one.kind == "unknown":
            found.append(one)
        waiting.extend(reversed(one.items))
    return found


def require_known(
    node: Node, data: bytes, source: str, hint: str = "print the request, or set ANTHROPIC_LOG=debug, and check what that shows"
) -> None:
    """Raises FormatError, one line, that names what is no literal and where; `hint` is what to do."""
    missing = [one for one in unknowns(node) if not one.items] or unknowns(node)
    if not missing:
        return
    names: list[str] = []
    for one in missing:
        name = one.text.decode("utf-8", "replace").split("\n")[0].strip()
        if name and name not in names:
            names.append(name)
    line = data.count(b"\n", 0, missing[0].start) + 1
    shown = ", ".join(f"`{name}`" for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    are = "are no literals" if len(names) > 1 else "is a variable" if names and names[0].isidentifier() else "is no literal"
    raise FormatError(f"{source}: line {line}: {shown} {are}: {hint}")


def rendered(node: Node) -> list[Piece]:
    """The node as JSON: each token with its place, so that a finding points at the literal."""
    out: list[Piece] = []
    _render(node, out, 0)
    return out


def _render(node: Node, out: list[Piece], depth: int) -> None:
    check_depth(depth, "the request")  # variables that hold variables can go deeper than any literal
    if node.as_written is not None:
        out.extend(node.as_written)
        return
    if node.kind == "scalar":
        if node.verbatim or not node.text.startswith(b'"'):
            out.append((node.text, node.start))
        else:
            # What stands between the quotes is written otherwise there.
            out.extend(((b'"', node.start), (node.text[1:-1], -1), (b'"', node.end - 1)))
        return
    opening, closing = (b"{", b"}") if node.kind == "object" else (b"[", b"]")
    out.append((opening, node.start))
    before = -1
    for number, item in enumerate(node.items):
        if number:
            out.extend(((b",", before), (b" ", -1)))
        if node.kind == "object":
            key = node.keys[number]
            _render(key if key.text.startswith(b'"') else Node("scalar", key.start, key.end, quoted(key.text)), out, depth)
            out.extend(((b":", key.end), (b" ", -1)))
        _render(item, out, depth + 1)
        before = item.end
    out.append((closing, node.end - 1))


def check_depth(depth: int, source: str) -> None:
    """Raises FormatError for a literal that is nested too deeply to be read."""
    if depth > MAX_DEPTH:
        raise FormatError(f"{source}: a literal is nested more than {MAX_DEPTH} levels deep")

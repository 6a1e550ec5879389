"""HTTPie's request items: `name:value`, `name==value`, `name=value`, `name:=json`, and paths such as `a[b][]=c`."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from why400.errors import FormatError
from why400.formats import literal
from why400.formats.literal import Node
from why400.formats.pieces import Piece
from why400.formats.shell_words import Word
from why400.formats.unfilled import require_filled

_SEPARATOR = re.compile(rb"(?:[^\\:;=@]|\\(?:[\s\S]|\Z))*?(:=@|==@|:@|=@|:=|==|:|=|;|@)")
_ESCAPED = re.compile(rb"\\([:;=@])")
_STEP = re.compile(rb"\[((?:[^\[\]\\]|\\[\s\S])*)\]")
_ROOT = re.compile(rb"(?:[^\[\]\\]|\\[\s\S])*")
_INDEX_AT_MOST = 10_000

Step = bytes | int | None
"""Into an object by name, into an array by number, or behind its last element."""


@dataclass(slots=True)
class Items:
    """What the items of a command come to."""

    headers: list[tuple[str, str]] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)
    query: list[tuple[str, str]] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    body: Node | None = None


def read_items(words: list[Word], source: str, load: Callable[[str], bytes] | None) -> Items:
    """The items, in order. Raises FormatError for one that HTTPie itself refuses."""
    items = Items()
    for word in words:
        value = word.value
        found = _SEPARATOR.match(value)
        if not found:
            raise FormatError(f"{source}: `{_text(value[:60])}` is no request item of HTTPie (`name=value`, `name:=json`, `Name:value`)")
        sign = found[1].decode()
        name = _ESCAPED.sub(rb"\1", value[: found.start(1)])
        pieces = word.after(found.end(1))
        if sign.endswith("@") and sign != "@":
            pieces, sign = [(_loaded(pieces, source, load), -1)], sign[:-1]
        elif _ESCAPED.search(value, found.end(1)):
            pieces = [(_ESCAPED.sub(rb"\1", value[found.end(1) :]), -1)]
        _apply(items, _text(name), sign, pieces, word, source)
    return items


def _apply(items: Items, name: str, sign: str, pieces: list[Piece], word: Word, source: str) -> None:
    text = _text(b"".join([piece for piece, _ in pieces]))
    match sign:
        case ":" if text:
            items.headers.append((name, text.strip()))
        case ":":
            items.removed.add(name.lower())
        case ";":
            items.headers.append((name, ""))
        case "==":
            items.query.append((name, text))
        case "@":
            items.fields.append((name, text))
        case _:
            items.fields.append((name, text))
            node = _string(pieces, word) if sign == "=" else _json(name, text, pieces, word, source)
            items.body = _put(items.body, name, node, word, source)


def _loaded(pieces: list[Piece], source: str, load: Callable[[str], bytes] | None) -> bytes:
    name = _text(b"".join([piece for piece, _ in pieces]))
    if load is None or "$" in name:
        raise FormatError(f"{source}: a value is not in the command but comes from the file {name}: give the body as a file of its own")
    return load(name)


def _string(pieces: list[Piece], word: Word) -> Node:
    """A value that HTTPie makes a string: its quotes in JSON have no place of their own."""
    raw = b"".join([piece for piece, _ in pieces])
    start, end = _span(pieces, word)
    text = literal.quoted(raw)
    inner = pieces if text[1:-1] == raw else [(text[1:-1], -1)]
    written = [(b'"', start), *inner, (b'"', max(start, end - 1))]
    return Node("scalar", start, end, text, decoded=pieces, as_written=written)


def _json(name: str, text: str, pieces: list[Piece], word: Word, source: str) -> Node:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        if word.quotes & {"double", "plain"}:
            require_filled(text.encode(), source)
        raise FormatError(f"{source}: the value of `{name}:=` is no JSON, and HTTPie refuses it: `{name}=` makes it a string") from None
    start, end = _span(pieces, word)
    return Node("scalar", start, end, as_written=[(piece, at) for piece, at in pieces if piece])


def _span(pieces: list[Piece], word: Word) -> tuple[int, int]:
    placed = [(at, at + len(piece)) for piece, at in pieces if piece and at >= 0]
    return (placed[0][0], placed[-1][1]) if placed else (word.start, max(word.start + 1, word.end))


def _put(body: Node | None, name: str, value: Node, word: Word, source: str) -> Node:
    """Put the value where its path says, making what is missing on the way there."""
    steps = _steps(name.encode(), source)
    root = body or _holder(steps[0], word)
    at = root
    for number, step in enumerate(steps):
        if isinstance(step, bytes) != (at.kind == "object") or at.as_written is not None:
            what = "object" if isinstance(step, bytes) else "array"
            raise FormatError(f"{source}: `{name}` goes into what is no {what}: HTTPie refuses it")
        last = number == len(steps) - 1
        at = _member(at, step, value if last else _holder(steps[number + 1], word), word, replace=last)
    return root


def _member(at: Node, step: Step, made: Node, word: Word, *, replace: bool) -> Node:
    """The member of that name or number, put or made where it is missing."""
    if isinstance(step, bytes):
        number = next((number for number, key in enumerate(at.keys) if literal.plain_key(key).encode() == step), len(at.items))
        if number == len(at.items):
            at.keys.append(
                Node(
                    "scalar",
                    word.start,
                    min(word.start + len(step), max(word.start + 1, word.end)),
                    literal.quoted(step),
                    decoded=[(step, word.start)],
                )
            )
    else:
        number = len(at.items) if step is None else step
    while len(at.items) < number:
        at.items.append(Node("scalar", word.start, word.start, b"null"))
    if number == len(at.items):
        at.items.append(made)
    elif replace or at.items[number].text == b"null":
        at.items[number] = made
    return at.items[number]


def _holder(step: Step, word: Word) -> Node:
    return Node("object" if isinstance(step, bytes) else "array", word.start, max(word.start + 1, word.end))


def _steps(path: bytes, source: str) -> list[Step]:
    """The path's steps: `a[b][0][]`; a backslash takes a bracket, or a number's first digit, as it is."""
    root = _ROOT.match(path)
    at = root.end() if root else 0
    steps: list[Step] = [_unescaped(path[:at])] if at else []
    while at < len(path):
        step = _STEP.match(path, at)
        if not step:
            raise FormatError(f"{source}: `{_text(path[:60])}` is no path of HTTPie: a bracket is missing (`a[b][0][]`)")
        inner = step[1]
        number = int(inner) if inner.isdigit() and len(inner) < 9 else None
        if number is not None and number > _INDEX_AT_MOST:
            raise FormatError(f"{source}: `{_text(path[:60])}` asks for an array of more than {_INDEX_AT_MOST} elements")
        steps.append(None if not inner else number if number is not None else _unescaped(inner))
        at = step.end()
    return steps or [b""]


def _unescaped(text: bytes) -> bytes:
    return re.sub(rb"\\([\[\]\\]|\d)", rb"\1", text)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

"""Conversations that a program keeps in a form of its own, and translates into messages when it sends them.

A reader says, with templates, what the program makes of each entry: what it takes over stands in the request with the file's own bytes,
what it adds stands for the entry that it is added for. The templates are also the way back, from a place in the request to one in the file.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from why400.formats.conversation_body import BARE_LIST, Body, Part, SavedMessage
from why400.formats.json_string import decoded
from why400.formats.json_text.positions import locate, parse_pointer

Place = tuple[int, int]
Row = dict[str, object]
"""An object of the file."""


class Taken(Struct, frozen=True):
    """A value of the entry, as it stands."""

    pointer: str
    value: object
    removable: bool = False
    """Whether the program reads the entry without it, too."""
    twins: tuple[str, ...] = ()
    """Where the entry holds the same value again."""


class Cut(Struct, frozen=True):
    """A stretch of a text of the entry, as a text of its own."""

    pointer: str
    value: str
    first: int
    """How many characters stand before it in the text."""


class Unwrapped(Struct, frozen=True):
    """JSON that stands in a text of the entry."""

    pointer: str
    value: object


class Joined(Struct, frozen=True):
    """One text of several texts of the entry, and of what the program puts between them."""

    pieces: tuple[Taken | str, ...]

    @property
    def value(self) -> str:
        """The whole text."""
        return "".join(str(piece.value) if isinstance(piece, Taken) else piece for piece in self.pieces)


class Block(Struct, frozen=True):
    """A block of content, and the part of an entry that it is made of."""

    entry: int
    pointer: str
    body: dict[str, "Node"]


Node = str | bool | int | float | None | Taken | Cut | Unwrapped | Joined | Block | list["Node"] | dict[str, "Node"]
"""A template: everything but the values of the file is written as it is."""


class Turn(Struct):
    """A message as the program makes it."""

    role: str
    entry: int
    content: list[Block] | Taken
    pointer: str = ""
    """What of the entry it stands for; empty: all of it."""
    role_pointer: str = ""
    """Where the entry names the role in the same word."""


class Entries(Struct):
    """The entries of a file, in its order."""

    data: bytes
    spans: list[Place]
    values: list[object]
    pointer: str | None
    """Where their list stands in the file; None: each is a line."""
    _places: dict[tuple[int, str], Place] = {}

    @property
    def named(self) -> str:
        """What an entry is called, with {} for its number."""
        if self.pointer is None:
            return "message {}"
        return f"{self.pointer[1:].replace('/', '.')}[{{}}]" if self.pointer else BARE_LIST

    def find(self, wanted: Iterable[tuple[int, str]]) -> None:
        """Works out where values of entries stand."""
        groups: dict[int, list[str]] = {}
        for entry, pointer in wanted:
            groups.setdefault(entry, []).append(pointer)
        for entry, pointers in groups.items():
            start, end = self.spans[entry]
            for pointer, span in locate(self.data[start:end], pointers).items():
                self._places[entry, pointer] = (start + span.start, start + span.end)

    def place(self, entry: int, pointer: str) -> Place:
        """Where a value of the entry stands; the entry itself where it has no such value."""
        return self._places.get((entry, pointer)) or self.spans[entry]

    def has(self, entry: int, pointer: str) -> bool:
        """Whether it is known where the value stands."""
        return (entry, pointer) in self._places


class TranslatedMessage(SavedMessage):
    """One message of the next request, made by a template."""

    turn: Turn
    entries: Entries

    def write(self, body: Body) -> None:
        """Writes the message into the request."""
        turn, entries = self.turn, self.entries
        own = entries.place(turn.entry, turn.pointer)
        body.stand(b'{"role": ', own[0])
        if turn.role_pointer:
            body.take(*entries.place(turn.entry, turn.role_pointer))
        else:
            body.stand(json.dumps(turn.role).encode(), own[0])
        body.stand(b', "content": ', own[0] + 1)
        if isinstance(turn.content, Taken):
            end = _put(body, turn.content, entries, turn.entry, own)
        else:
            first = entries.place(turn.content[0].entry, turn.content[0].pointer)[0] if turn.content else own[0]
            end = _put(body, list(turn.content), entries, turn.entry, (first, own[1]))
        body.add(b"}", end)

    @property
    def blocks(self) -> list[object]:
        """The values of its blocks; a plain text as a text block."""
        content = self.turn.content
        if isinstance(content, Taken):
            return [{"type": "text", "text": content.value}] if not isinstance(content.value, list) else content.value
        return [plain(block) for block in content]


def translated(turns: Sequence[Turn], entries: Entries) -> list[TranslatedMessage]:
    """The messages that the turns come to."""
    entries.find(pair for turn in turns for pair in _pointers(turn))
    messages: list[TranslatedMessage] = []
    for turn in turns:
        content = turn.content
        parts = (
            [Part(turn.entry, entries.spans[turn.entry], entries.place(turn.entry, content.pointer), content.value)]
            if isinstance(content, Taken)
            else [Part(block.entry, entries.spans[block.entry], (0, 0), [plain(block)]) for block in content]
        )
        own = parts or [Part(turn.entry, entries.spans[turn.entry], (0, 0), [])]
        role = entries.place(turn.entry, turn.role_pointer) if turn.role_pointer else (0, 0)
        messages.append(TranslatedMessage(turn.role, role, own, turn, entries))
    return messages


def merged(turns: Iterable[Turn]) -> list[Turn]:
    """The turns with those of one role that follow each other made one, as most programs' converters do."""
    out: list[Turn] = []
    for turn in turns:
        last = out[-1] if out else None
        if last is not None and last.role == turn.role and isinstance(last.content, list) and isinstance(turn.content, list):
            last.content = [*last.content, *turn.content]
        else:
            out.append(turn)
    return out


def plain(node: Node) -> object:
    """The value that the template comes to."""
    if isinstance(node, Taken | Cut | Unwrapped | Joined):
        return node.value
    if isinstance(node, Block):
        return plain(node.body)
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def followed(node: Node, keys: Sequence[str]) -> tuple[Node, list[str], Block | None]:
    """How far the template goes on the way to a place: what it has there, the keys that are left, and the last block on the way."""
    block: Block | None = None
    rest = list(keys)
    while True:
        if isinstance(node, Block):
            block, node = node, node.body
        if isinstance(node, dict) and rest and rest[0] in node:
            node = node[rest.pop(0)]
        elif isinstance(node, list) and rest and rest[0].isdigit() and int(rest[0]) < len(node):
            node = node[int(rest.pop(0))]
        else:
            return node, rest, block


def list_entries(data: bytes, value: object, pointer: str) -> Entries:
    """The entries of a list in a JSON document, of which `value` is the whole."""
    items: object = value
    for key in parse_pointer(pointer):
        items = items.get(key) if isinstance(items, dict) else None
    rows = items if isinstance(items, list) else []
    found = locate(data, [f"{pointer}/{index}" for index in range(len(rows))])
    spans = [(span.start, span.end) for index in range(len(rows)) if (span := found.get(f"{pointer}/{index}"))]
    return Entries(data, spans, rows[: len(spans)], pointer, {})


def as_row(value: object) -> Row:
    """The object; an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def place_in(data: bytes, pointer: str) -> Place | None:
    """Where a value of a JSON document stands."""
    span = locate(data, (pointer,)).get(pointer)
    return (span.start, span.end) if span is not None else None


def _pointers(turn: Turn) -> Iterator[tuple[int, str]]:
    for pointer in (turn.pointer, turn.role_pointer):
        if pointer:
            yield turn.entry, pointer
    yield from _pointers_in(list(turn.content) if isinstance(turn.content, list) else turn.content, turn.entry)


def _pointers_in(node: Node, entry: int) -> Iterator[tuple[int, str]]:
    if isinstance(node, Taken | Cut | Unwrapped):
        yield entry, node.pointer
    elif isinstance(node, Joined):
        yield from ((entry, piece.pointer) for piece in node.pieces if isinstance(piece, Taken))
    elif isinstance(node, Block):
        if node.pointer:
            yield node.entry, node.pointer
        yield from _pointers_in(node.body, node.entry)
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _pointers_in(item, entry)


def _put(body: Body, node: Node, entries: Entries, entry: int, at: Place) -> int:
    """Writes a template's value, whose own words stand for the place `at`; returns the offset that what follows it stands for."""
    if isinstance(node, Block):
        _put(body, node.body, entries, node.entry, entries.place(node.entry, node.pointer))
        return entries.place(node.entry, node.pointer)[1]
    if isinstance(node, Taken | Cut | Unwrapped) and entries.has(entry, node.pointer):
        return _put_from_file(body, node, entries.place(entry, node.pointer))
    if isinstance(node, Joined):
        return _put_joined(body, node, entries, entry, at)
    if not isinstance(node, dict | list):
        body.stand(json.dumps(plain(node)).encode(), at[0])
        return at[0] + 1
    body.add(b"{" if isinstance(node, dict) else b"[", at[0])
    end = at[0] + 1
    for number, (key, value) in enumerate(node.items() if isinstance(node, dict) else enumerate(node)):
        name = json.dumps(key).encode() + b": " if isinstance(node, dict) else b""
        body.stand((b", " if number else b"") + name, end)
        end = _put(body, value, entries, entry, at)
    body.add(b"}" if isinstance(node, dict) else b"]", end)
    return end + 1


def _put_joined(body: Body, node: Joined, entries: Entries, entry: int, at: Place) -> int:
    """The bytes between the quotes of each text."""
    body.add(b'"', at[0])
    end = at[0] + 1
    for piece in node.pieces:
        if isinstance(piece, Taken) and entries.has(entry, piece.pointer):
            start, end = entries.place(entry, piece.pointer)
            body.take(start + 1, end - 1)
        else:
            text = piece.value if isinstance(piece, Taken) else piece
            body.stand(json.dumps(text).encode()[1:-1], end)
    body.add(b'"', end - 1)
    return end


def _put_from_file(body: Body, node: Taken | Cut | Unwrapped, span: Place) -> int:
    start, end = span
    if isinstance(node, Taken):
        body.take(start, end)
        return end
    text = body.data[start + 1 : end - 1]
    if isinstance(node, Cut):
        if b"\\" in text or not text[: node.first].isascii():
            body.stand(json.dumps(node.value).encode(), start)
            return end
        first = start + 1 + node.first
        last = first + len(node.value.encode("utf-8", "surrogatepass"))
        body.add(b'"', first - 1)
        body.take(first, last)
        body.add(b'"', last)
        return last
    found, places = decoded(body.data, start, end)
    for number, offset in enumerate(places.starts):
        following = places.starts[number + 1] if number + 1 < len(places.starts) else len(found)
        body.add(found[offset:following], places.sources[number])
    return end

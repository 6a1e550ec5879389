"""Files whose entries a program translates: what is mended in the request is mended in the parts that it is made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from why400.conversations.store import Plan, edited, with_splices
from why400.errors import FormatError
from why400.formats.conversation_body import Saved
from why400.formats.conversation_translated import Block, Cut, Entries, Taken, TranslatedMessage, Unwrapped, followed, plain
from why400.formats.json_text.positions import escape_token, parse_pointer
from why400.model import Edit

EntryEdit = tuple[int, Edit]
"""An entry and an edit of it; its pointer is that inside the entry."""


class Form(Protocol):
    """How one program's entries are changed."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is of this program."""

    def read(self, data: bytes, source: str) -> tuple[Saved, Entries]:
        """The conversation, and its entries. Raises FormatError where there is none."""

    def as_text(self, block: Block, entry: object, text: str) -> list[Edit] | None:
        """What makes the block a text; None where the program has no form for that."""

    def inner_as_text(self, block: Block, inner: Block | None, entry: object, text: str) -> list[Edit] | None:
        """What puts a text in place of what stands inside a tool's result."""

    def removed(self, block: Block, entry: object) -> list[Edit]:
        """What takes the block out of its entry."""

    def is_dropped(self, entry: object) -> bool:
        """Whether an entry of which nothing is left is taken out of the file."""

    def result_entry(self, result: dict[str, object], before: object, part: object) -> object | None:
        """An entry with a tool's result, in the form of the one that it comes before; None where the program keeps results with their calls.

        `part` is what the result is made of in the file, where it is moved.
        """

    def answered(self, call: Block, entry: object, result: dict[str, object]) -> list[Edit] | None:
        """What puts a result into the entry of its call; None where the program keeps it elsewhere."""


@dataclass(slots=True)
class _Changes:
    edits: list[EntryEdit] = field(default_factory=list)
    removed: list[Block] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    inserted: list[tuple[int, object]] = field(default_factory=list)
    """Entries, with the number of the one that each comes before."""


class TranslatedStore:
    """The entries of one file, and what is to be done with them."""

    def __init__(self, data: bytes, source: str, form: Form, first: Sequence[tuple[int, int]] | None = None) -> None:
        self.data = data
        self.source = source
        self.form = form
        self.saved, self.entries = form.read(data, source)
        self._messages = [message for message in self.saved.messages if isinstance(message, TranslatedMessage)]
        self._first = (
            list(first) if first is not None else [(data.count(b"\n", 0, span[0]) + 1, at) for at, span in enumerate(self.entries.spans)]
        )
        """By entry, its line and its number in the file that was given first."""
        self._done = _Changes()

    def line(self, entry: int) -> int:
        """The line in which the entry began in the file that was given first."""
        return self._first[entry][0]

    def origin(self, entry: int) -> int:
        """The entry's number in the file that was given first."""
        return self._first[entry][1]

    def plan(self, edits: Sequence[Edit]) -> Plan | None:
        """What edits of the request come to in the entries."""
        changes = _Changes()
        messages: set[int] = set()
        for edit in edits:
            keys = parse_pointer(edit.path)
            if len(keys) < 2 or keys[0] != "messages" or not keys[1].isdigit() or int(keys[1]) >= len(self._messages):
                return None
            messages.add(int(keys[1]))
            if not self._take(edit, int(keys[1]), keys[2:], changes):
                return None
        self._take_out(changes)
        if changes == _Changes():
            return None
        entries = {*(entry for entry, _ in changes.edits), *changes.dropped, *(entry for entry, _ in changes.inserted)}
        messages |= {index for index, message in enumerate(self._messages) if not entries.isdisjoint(part.entry for part in message.parts)}
        return Plan(frozenset(messages), lambda: self._gather(changes))

    def changed(self) -> bytes:
        """The file with the changes. Raises LookupError or ValueError where they cannot be made."""
        by_entry: dict[int, list[Edit]] = {}
        for entry, edit in self._done.edits:
            if edit not in by_entry.setdefault(entry, []):
                by_entry[entry].append(edit)
        splices = [
            (*span, edited(self.data[slice(*span)], _ordered(edits)))
            for entry, edits in by_entry.items()
            if (span := self.entries.spans[entry]) and entry not in self._done.dropped
        ]
        if self.entries.pointer is None:
            return with_splices(self.data, [*splices, *self._lines_moved()])
        data = with_splices(self.data, splices)
        moves = [(entry, 0, Edit("remove", f"{self.entries.pointer}/{entry}")) for entry in self._done.dropped]
        moves += [(entry, 1, Edit("add", f"{self.entries.pointer}/{entry}", value)) for entry, value in self._done.inserted]
        moves.sort(key=lambda one: one[:2], reverse=True)  # from the end, so that the places before stay
        return edited(data, [edit for _, _, edit in moves]) if moves else data

    def follow(self, data: bytes) -> TranslatedStore:
        """The store of the changed file."""
        first: list[tuple[int, int]] = []
        for entry, own in enumerate(self._first):
            first += [own] * sum(1 for place, _ in self._done.inserted if place == entry)
            first += [own] * (entry not in self._done.dropped)
        after = TranslatedStore(data, self.source, self.form, first)
        if len(after.entries.spans) != len(first):
            raise FormatError(f"{self.source}: its entries cannot be told apart any more")
        return after

    def keeps_its_end(self, other: object) -> bool:
        """Whether something is left to be sent; the entries are not linked."""
        return isinstance(other, TranslatedStore) and bool(other.saved.messages)

    def _take(self, edit: Edit, index: int, keys: list[str], changes: _Changes) -> bool:
        content = self._messages[index].turn.content
        match keys:
            case [] | ["content"] if edit.op == "remove":
                return self._take_all(index, changes)
            case ["content", *rest] if isinstance(content, Taken):
                return self._take_plain(edit, index, rest, content, changes)
            case ["content", number] if number.isdigit() and edit.op == "add":
                return int(number) == 0 and self._insert(index, [edit.value], changes)
            case ["content", number, *rest] if number.isdigit() and isinstance(content, list) and int(number) < len(content):
                return self._take_block(edit, content[int(number)], rest, changes)
        return False

    def _take_all(self, index: int, changes: _Changes) -> bool:
        turn = self._messages[index].turn
        if isinstance(turn.content, list) and turn.content:
            changes.removed += turn.content
        elif self.form.is_dropped(self.entries.values[turn.entry]):
            changes.dropped.append(turn.entry)
        else:
            return False
        return True

    def _take_plain(self, edit: Edit, index: int, rest: list[str], content: Taken, changes: _Changes) -> bool:
        """Of content that is one text."""
        entry = self._messages[index].turn.entry
        value = edit.value
        if edit.op == "replace" and not rest and isinstance(value, list) and value and value[-1] == {"type": "text", "text": content.value}:
            return self._insert(index, value[:-1], changes)
        if edit.op == "replace" and rest in ([], ["0", "text"]) and isinstance(value, str):
            changes.edits.append((entry, Edit("replace", content.pointer, value)))
        elif edit.op == "replace" and rest == ["0"] and (text := _text_of(value)) is not None:
            changes.edits.append((entry, Edit("replace", content.pointer, text)))
        elif edit.op == "add" and rest == ["0"]:
            return self._insert(index, [value], changes)
        elif edit.op == "remove" and rest == ["0"]:
            return self._take_all(index, changes)
        else:
            return False
        return True

    def _insert(self, index: int, results: Iterable[object], changes: _Changes) -> bool:
        """Results in front of the message: as entries of their own."""
        turn = self._messages[index].turn
        first = turn.content[0].entry if isinstance(turn.content, list) and turn.content else turn.entry
        for result in results:
            if not isinstance(result, dict) or result.get("type") != "tool_result":
                return False
            answered = self._answered(index, result)
            moved = next((block for block in changes.removed if plain(block) == result), None)
            made = self._moved(moved, result, self.entries.values[first])
            if answered is not None:
                changes.edits += answered
            elif made is not None:
                changes.inserted.append((first, made))
            else:
                return False
        return True

    def _answered(self, index: int, result: dict[str, object]) -> list[EntryEdit] | None:
        """The result in the entry of its call, which stands in the turn before the message with that index."""
        content = self._messages[index - 1].turn.content if index else []
        for block in content if isinstance(content, list) else ():
            body = plain(block)
            if isinstance(body, dict) and body.get("type") == "tool_use" and body.get("id") == result.get("tool_use_id"):
                found = self.form.answered(block, self.entries.values[block.entry], result)
                return [(block.entry, edit) for edit in found] if found is not None else None
        return None

    def _moved(self, moved: Block | None, result: dict[str, object], before: object) -> object | None:
        """The entry with a result: the one that it is taken out of, if it holds nothing else; otherwise a new one."""
        if moved is None:
            return self.form.result_entry(result, before, None)
        entry = self.entries.values[moved.entry]
        return (
            entry
            if self._pointers(moved.entry) == {moved.pointer}
            else self.form.result_entry(result, before, value_at(entry, moved.pointer))
        )

    def _take_block(self, edit: Edit, block: Block, rest: list[str], changes: _Changes) -> bool:
        entry = self.entries.values[block.entry]
        if not rest and edit.op == "remove":
            changes.removed.append(block)
            return True
        node, left, inner = followed(block, rest)
        found: list[Edit] | None = None
        if not rest:
            text = _text_of(edit.value)
            found = self.form.as_text(block, entry, text) if text is not None and edit.op == "replace" else None
        elif len(rest) == 2 and rest[0] == "content" and edit.op == "replace" and (text := _text_of(edit.value)) is not None:
            found = self.form.inner_as_text(block, inner if inner is not block else None, entry, text)
        elif isinstance(node, Taken | Cut | Unwrapped):
            found = _of_value(edit, node, left, entry)
        if found is None:
            return False
        changes.edits += [(block.entry, one) for one in found]
        return True

    def _take_out(self, changes: _Changes) -> None:
        """Blocks are taken out of their entries, and entries of which nothing would be left are, too."""
        by_entry: dict[int, list[Block]] = {}
        for block in changes.removed:
            by_entry.setdefault(block.entry, []).append(block)
        for entry, blocks in by_entry.items():
            value = self.entries.values[entry]
            if self._pointers(entry) <= {block.pointer for block in blocks} and self.form.is_dropped(value):
                changes.dropped.append(entry)
            else:
                changes.edits += [(entry, edit) for block in blocks for edit in self.form.removed(block, value)]

    def _pointers(self, entry: int) -> set[str]:
        turns = [message.turn.content for message in self._messages]
        return {block.pointer for content in turns if isinstance(content, list) for block in content if block.entry == entry}

    def _gather(self, changes: _Changes) -> None:
        self._done.edits += changes.edits
        self._done.dropped += [entry for entry in dict.fromkeys(changes.dropped) if entry not in self._done.dropped]
        self._done.inserted += changes.inserted

    def _lines_moved(self) -> list[tuple[int, int, bytes]]:
        """The splices for entries that are lines: those put in, and those taken out."""
        spans = self.entries.spans
        put = [(spans[entry][0], spans[entry][0], json.dumps(value).encode() + b"\n") for entry, value in self._done.inserted]
        ends = [self.data.find(b"\n", spans[entry][1]) + 1 or len(self.data) for entry in self._done.dropped]
        return [*put, *((spans[entry][0], end, b"") for entry, end in zip(self._done.dropped, ends, strict=True))]


def _of_value(edit: Edit, node: Taken | Cut | Unwrapped, left: list[str], entry: object) -> list[Edit] | None:
    """An edit of a value that the entry holds."""
    below = "".join(f"/{escape_token(key)}" for key in left)
    if isinstance(node, Taken):
        if edit.source is not None or (edit.op == "remove" and not left and not node.removable):
            return None
        return [Edit(edit.op, f"{pointer}{below}", edit.value) for pointer in (node.pointer, *node.twins)]
    whole = value_at(entry, node.pointer)
    if not isinstance(whole, str) or edit.source is not None:
        return None
    if isinstance(node, Unwrapped):
        if not left:
            return [Edit("replace", node.pointer, json.dumps(edit.value))] if edit.op != "remove" else None
        inner = edited(whole.encode("utf-8", "surrogatepass"), [Edit(edit.op, below, edit.value)])
        return [Edit("replace", node.pointer, inner.decode("utf-8", "surrogatepass"))]
    if edit.op != "replace" or left or not isinstance(edit.value, str):
        return None
    return [Edit("replace", node.pointer, whole[: node.first] + edit.value + whole[node.first + len(node.value) :])]


def value_at(value: object, pointer: str) -> object:
    """The value there; None where there is none."""
    for key in parse_pointer(pointer):
        value = value[int(key)] if isinstance(value, list) and key.isdigit() else value.get(key) if isinstance(value, dict) else None
    return value


def _text_of(value: object) -> str | None:
    text = value.get("text") if isinstance(value, dict) and value.get("type") == "text" else None
    return text if isinstance(text, str) else None


def _ordered(edits: Iterable[Edit]) -> list[Edit]:
    """What is taken out of a list comes last, and from its end: the places of the rest stay."""

    def key(edit: Edit) -> tuple[int, ...]:
        return tuple(-int(part) if part.isdigit() else 0 for part in parse_pointer(edit.path))

    all_edits = list(edits)
    return [edit for edit in all_edits if edit.op != "remove"] + sorted((edit for edit in all_edits if edit.op == "remove"), key=key)

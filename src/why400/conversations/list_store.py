"""Files with a list of messages: items are edited, taken out and put in."""

from __future__ import annotations

from collections.abc import Sequence

from why400.conversations.store import MessageStore, edited, message_spans, with_splices
from why400.formats.conversation_messages import read_saved
from why400.model import Edit


class ListStore(MessageStore):
    """The messages of one list, and what is to be done with them."""

    def __init__(self, data: bytes, source: str, first: dict[int, tuple[int, int]] | None = None) -> None:
        self.data = data
        self.source = source
        self.saved, self.prefix = read_saved(data, source)
        self._spans = message_spans(self.saved)
        self._first = first if first is not None else {entry: (line, entry) for entry, line in self._own_lines().items()}
        """By item, its line and its number in the file that was given first."""
        self._edits: dict[int, list[Edit]] = {}
        self._dropped: list[int] = []
        self._inserted: list[tuple[int, list[object]]] = []

    def line(self, entry: int) -> int:
        """The line in which the item began in the file that was given first."""
        return self._first[entry][0]

    def origin(self, entry: int) -> int:
        """The item's number in the file that was given first."""
        return self._first[entry][1]

    def change(self, entry: int, edits: Sequence[Edit]) -> None:
        """Edits of the message."""
        self._edits.setdefault(entry, []).extend(edits)

    def drop(self, entry: int) -> bool:
        """Takes the item out, unless it is the only one."""
        if len(self._dropped) + 1 >= len(self.saved.messages):
            return False
        self._dropped.append(entry)
        return True

    def insert(self, message: int, content: list[object]) -> None:
        """An item of its own before the message."""
        self._inserted.append((self.saved.messages[message].parts[0].entry, content))

    def changed(self) -> bytes:
        """The file with the changes."""
        splices = [(*self._spans[entry], edited(self.data[slice(*self._spans[entry])], edits)) for entry, edits in self._edits.items()]
        data = with_splices(self.data, splices)
        moves = [(entry, 0, Edit("remove", f"{self.prefix}/{entry}")) for entry in self._dropped if entry not in self._edits]
        moves += [
            (entry, 1, Edit("add", f"{self.prefix}/{entry}", {"role": "user", "content": content})) for entry, content in self._inserted
        ]
        moves.sort(key=lambda one: one[:2], reverse=True)  # from the end, so that the places before stay
        return edited(data, [edit for _, _, edit in moves]) if moves else data

    def follow(self, data: bytes) -> ListStore:
        """The store of the changed file."""
        first: list[tuple[int, int]] = []
        for entry in range(max(self._first, default=-1) + 1):
            first += [self._first[entry]] * sum(1 for place, _ in self._inserted if place == entry)
            if entry not in self._dropped or entry in self._edits:
                first.append(self._first[entry])
        return ListStore(data, self.source, dict(enumerate(first)))

    def keeps_its_end(self, other: object) -> bool:
        """A list has no links that could break."""
        return isinstance(other, ListStore)

    def _own_lines(self) -> dict[int, int]:
        lines: dict[int, int] = {}
        line, at = 1, 0
        for entry in sorted(self._spans):
            start = self._spans[entry][0]
            line, at = line + self.data.count(b"\n", at, start), start
            lines[entry] = line
        for entry in range(max(lines, default=-1)):  # items that are not sent
            lines.setdefault(entry, lines.get(entry - 1, 1))
        return lines

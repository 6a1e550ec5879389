"""A file that holds a conversation, and changes of its entries that leave every other byte alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from why400.check.source_edits import Splice, spliced, steps
from why400.formats.conversation_body import Saved
from why400.model import Edit


class Store(Protocol):
    """One kind of file. Changes are gathered, and made by `changed`."""

    data: bytes
    saved: Saved

    def line(self, entry: int) -> int:
        """The entry's line, from 1, in the file as it was given first."""

    def change(self, entry: int, edits: Sequence[Edit]) -> None:
        """Edits the entry's message; pointers are those inside it."""

    def drop(self, entry: int) -> bool:
        """Takes the entry out; False where the file needs it, so that it must say something else instead."""

    def insert(self, message: int, content: list[object]) -> None:
        """Puts what the user sends in front of the message with that index."""

    def changed(self) -> bytes:
        """The file with the changes."""

    def follow(self, data: bytes) -> Store:
        """The store of the changed file, which still knows the lines of the first one. Raises FormatError where it cannot be read."""

    def keeps_its_end(self, other: Store) -> bool:
        """Whether the other's conversation ends with the same entry, and is linked from end to root."""


def message_spans(saved: Saved) -> dict[int, tuple[int, int]]:
    """Where each entry's message stands in the file."""
    return {part.entry: part.holder for message in saved.messages for part in message.parts}


def with_splices(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The text with the splices, which do not overlap; of several at one place the first given stands first."""
    return spliced(data, sorted(splices, key=lambda one: one[:2]))


def edited(text: bytes, edits: Sequence[Edit]) -> bytes:
    """The text with the edits. Raises LookupError or ValueError where they cannot be made."""
    for step in steps(text, edits):
        text = spliced(text, step)
    return text

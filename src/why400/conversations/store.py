"""A file that holds a conversation, and changes of its entries that leave every other byte alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from why400.check.source_edits import Splice, spliced, steps
from why400.conversations.steps import Steps, steps_of
from why400.formats.conversation_body import Saved
from why400.model import Edit

EMPTY = "[This message was left empty: what stood here could not be sent.]"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one finding's mend comes to in the file."""

    messages: frozenset[int]
    """Indexes of the request's messages that are concerned."""
    carry_out: Callable[[], None]
    """Gathers the changes in the store."""


class Store(Protocol):
    """One kind of file. Changes are gathered, and made by `changed`."""

    data: bytes
    saved: Saved

    def line(self, entry: int) -> int:
        """The entry's line, from 1, in the file as it was given first."""

    def origin(self, entry: int) -> int:
        """A number that stays the entry's own through all changes; what was put in has that of the entry behind it."""

    def plan(self, edits: Sequence[Edit]) -> Plan | None:
        """What edits of the request come to; None where they are of something that the file does not hold or cannot be told apart in it."""

    def changed(self) -> bytes:
        """The file with the changes. Raises LookupError or ValueError where they cannot be made."""

    def follow(self, data: bytes) -> Store:
        """The store of the changed file, which still knows the lines of the first one. Raises FormatError where it cannot be read."""

    def keeps_its_end(self, other: Store) -> bool:
        """Whether the other's conversation ends with the same entry, and is linked from end to root."""


class MessageStore(ABC):
    """A file that keeps the messages as they are sent: edits of the request are edits of its entries."""

    data: bytes
    saved: Saved

    @abstractmethod
    def change(self, entry: int, edits: Sequence[Edit]) -> None:
        """Edits the entry's message; pointers are those inside it."""

    @abstractmethod
    def drop(self, entry: int) -> bool:
        """Takes the entry out; False where the file needs it, so that it must say something else instead."""

    @abstractmethod
    def insert(self, message: int, content: list[object]) -> None:
        """Puts what the user sends in front of the message with that index."""

    def plan(self, edits: Sequence[Edit]) -> Plan | None:
        """What edits of the request come to."""
        steps = steps_of(edits, self.saved)
        return Plan(frozenset(steps.messages), lambda: self._carry_out(steps)) if steps is not None else None

    def _carry_out(self, steps: Steps) -> None:
        for entry, edits in steps.edits.items():
            self.change(entry, edits)
        for entry in dict.fromkeys(steps.dropped):
            if not self.drop(entry):
                self.change(entry, [Edit("replace", "/content", [{"type": "text", "text": EMPTY}])])
        for index, content in steps.inserted:
            self.insert(index, content)


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

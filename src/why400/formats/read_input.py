"""A request as it was found in some text, and where its body stands there."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from why400.errors import Why400Error
from why400.model import Request

_NAMES_LINE = re.compile(r"\bline \d")

Kind = Literal[
    "json", "http", "curl", "har", "batch", "cassette", "sdk-log", "httpie", "powershell", "snippet", "mcp", "conversation", "markdown", "notebook"
]  # fmt: skip
Encoding = Literal["verbatim", "json-string", "shell-single", "shell-double", "none"]
"""How the body's bytes stand in the source: as they are; inside a JSON string; inside quotes of a shell; in no way that can be written to."""


class OffsetMap(Struct, frozen=True):
    """Where the bytes of a body stand in the source: from `starts[i]` on, they are those from `sources[i]` on.

    A source of -1: these bytes are not in it, the reader added them.
    """

    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        """The offset in the source of the body's byte at `offset`; -1 for one that is not in it."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        return self.sources[index] + offset - self.starts[index] if self.sources[index] >= 0 else -1


class BodyFile(Struct, frozen=True):
    """A file that an input takes a body from."""

    name: str
    """As the input names it."""
    data: bytes


class ReadInput(Struct, frozen=True):
    """What a reader made of one request in an input.

    `body_only` says that nothing but the body is known: headers and URL are the defaults and not to be checked.
    `body_offset` is where the body begins in the source if it stands there verbatim; otherwise `body_map` tells where
    each of its bytes comes from. `source_offset` covers both.
    """

    request: Request
    kind: Kind
    body_only: bool
    body_offset: int | None = None
    body_map: OffsetMap | None = None
    body_end: int | None = None
    """Where the body ends in the source, for what is written back to it; None: where its last byte does."""
    encoding: Encoding = "verbatim"
    in_json_string: bool = False
    """Whether the text in which it stands so is itself the content of strings in a JSON document: what is written is escaped for that, too."""
    label: str = ""
    """Which of several requests in the input it is, as a person finds it there: `entry 3`, `line 12 (custom_id row-7)`."""
    file: BodyFile | None = None
    """Where the body stands, if the input only names it: offsets are those of this file, then."""
    entries: tuple[tuple[int, str], ...] = ()
    """Of a saved conversation: where each of its entries begins in the source, in order, and what it is called there: `history[3]`; empty where the path says it."""
    recorded: date | None = None
    """The day on which it was sent, where the input says so: it is checked as of then."""

    def source_offset(self, offset: int) -> int | None:
        """The offset in the source of the body's byte at `offset`; None where the body is not in the source."""
        if self.body_offset is not None:
            return self.body_offset + offset
        found = self.body_map.source(offset) if self.body_map is not None else -1
        return None if found < 0 else found


class PassedOver(Struct, frozen=True):
    """A piece of an input that could not be read, while others could."""

    error: Why400Error
    """What is said of an input that holds nothing else."""
    line: int | None = None
    """The line of the input on which the piece begins, from 1; None: it begins on none."""

    @property
    def text(self) -> str:
        """What was passed over, where, why, and what to do instead, in one line."""
        said = str(self.error)
        return said if self.line is None or _NAMES_LINE.search(said) else f"{said} (line {self.line})"


Outcome: TypeAlias = ReadInput | PassedOver


def requests_of(outcomes: Iterable[Outcome]) -> list[ReadInput]:
    """The requests that were read. Raises what was said of the first piece where none was."""
    found: list[ReadInput] = []
    first: PassedOver | None = None
    for one in outcomes:
        if isinstance(one, ReadInput):
            found.append(one)
        elif first is None:
            first = one
    if first is not None and not found:
        raise first.error
    return found

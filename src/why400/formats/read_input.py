"""A request as it was found in some text, and where its body stands there."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from why400.model import Request

Kind = Literal["json", "http", "curl"]


class OffsetMap(Struct, frozen=True):
    """Where the bytes of a body stand in the source: from `starts[i]` on, they are those from `sources[i]` on."""

    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        """The offset in the source of the body's byte at `offset`."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        return self.sources[index] + offset - self.starts[index]


class ReadInput(Struct, frozen=True):
    """What `read` made of an input.

    `body_only` says that nothing but the body is known: headers and URL are the defaults and not to be checked.
    `body_offset` is where the body begins in the source if it stands there verbatim; otherwise `body_map` tells where
    each of its bytes comes from. `source_offset` covers both.
    """

    request: Request
    kind: Kind
    body_only: bool
    body_offset: int | None = None
    body_map: OffsetMap | None = None

    def source_offset(self, offset: int) -> int | None:
        """The offset in the source of the body's byte at `offset`; None where the body is not in the source."""
        if self.body_offset is not None:
            return self.body_offset + offset
        return self.body_map.source(offset) if self.body_map is not None else None

"""A place where a body is no JSON, for the rules on JSON syntax."""

from collections.abc import Iterator

from msgspec import Struct

from why400.rules.hit import Edit, Hit


class JsonFault(Struct, frozen=True):
    """One fault of syntax: where it is, rather than where the parser gave up."""

    kind: str
    start: int
    """Byte offsets in the body."""
    end: int
    sentence: str | None
    """What the API answers for the body as it stands; only the first fault of a body has one."""
    derived: bool
    """True where the sentence is worked out, not observed in this form."""
    found: str
    """The text at the place, cut short."""
    edits: tuple[tuple[int, int, bytes], ...]
    """Repairs: byte ranges of the original and what is to stand there."""
    certain: bool = True


def repairs(hit: Hit) -> Iterator[Edit]:
    """The mend of a rule on JSON syntax: the repairs that the fault has brought along."""
    fault = hit.place
    assert isinstance(fault, JsonFault)
    for start, end, text in fault.edits:
        yield Edit("text", (start, end), text)

"""A place where a body is no JSON, for the rules on JSON syntax."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JsonFault:
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

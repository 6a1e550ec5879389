"""What a mutator hands back: a body with one fault in it, and what a checker must say about that fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

AS_OF = "2026-10-06"
"""The day all mutated requests are checked at, unless a mutator says otherwise: the wordings of autumn 2026, and
Haiku 4.5 and Sonnet 4.5 still in service."""


class Draw(Protocol):
    """`hypothesis.strategies.data().draw`."""

    def __call__(self, strategy: SearchStrategy[T], /) -> T: ...


Body = dict[str, object]


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fault.

    `pointers`: RFC 6901 pointers that count as the right place. `message`: the API's exact sentence where one was
    observed; `parts`: pieces that are certain where only those are. `betas` and `api_version`: None takes what the
    original was recorded with. `raw` replaces the body by bytes, `headers` makes it a whole request. `severity`
    "any" accepts a warning and lets another finding be first. `names`: headers that count, in lower case. `lines`:
    1-based lines that count, for broken JSON (empty: any).
    """

    body: Body = field(default_factory=dict)
    pointers: tuple[str, ...] = ()
    message: str | None = None
    parts: tuple[str, ...] = ()
    as_of: str = AS_OF
    endpoint: str | None = None
    api_version: str | None = None
    betas: tuple[str, ...] | None = None
    headers: dict[str, str] | None = None
    url: str = "https://api.anthropic.com/v1/messages"
    raw: bytes | None = None
    where: str = "body"
    names: tuple[str, ...] = ()
    severity: str = "error"
    lines: tuple[int, ...] = ()


Plant = Callable[[Body, Draw], Planted | None]


@dataclass(frozen=True, slots=True)
class Mutator:
    """A named way to break a good request. `evidence`: ids of the records that say it is refused. `examples`: how
    many times to run it at most (few where the body is huge)."""

    name: str
    family: str
    evidence: tuple[str, ...]
    plant: Plant
    examples: int

    def __call__(self, body: Body, draw: Draw) -> Planted | None:
        return self.plant(body, draw)


REGISTRY: dict[str, Mutator] = {}


def mutator(*, evidence: tuple[str, ...], name: str | None = None, examples: int = 12) -> Callable[[Plant], Plant]:
    """Registers a mutator under its family (the module) and name; a clash of names is a programming error."""

    def register(plant: Plant) -> Plant:
        family = plant.__module__.rsplit(".", 1)[-1]
        key = f"{family}.{name or plant.__name__}"
        if key in REGISTRY:
            raise ValueError(f"two mutators are called {key!r}")
        if not evidence:
            raise ValueError(f"{key!r} names no evidence")
        REGISTRY[key] = Mutator(key, family, evidence, plant, examples)
        return plant

    return register

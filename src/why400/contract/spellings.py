"""Foreign spellings: the names that other APIs give to our fields, and our own names in other writing."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from why400.contract._facts import Evidence, section

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 100


class Spelling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One name that is written differently here."""

    name: str
    where: tuple[str, ...]
    cause: str
    api: str
    """Whose name it is."""
    evidence: Evidence
    kind: str = "key"
    """key: a member's name | value: a value, or the tag of an object"""
    write: str | None = None
    """What is written here, with dots where it moves into another object; None: there is no counterpart."""
    safe: bool = False
    """Whether writing it so keeps the meaning."""
    wants: str | None = None
    """JSON type that the value must have for that."""

    @property
    def moves(self) -> bool:
        """Whether the member changes its place, not only its name."""
        return self.kind == "key" and self.write is not None and "." in self.write


def snake(name: str) -> str:
    """A name in the writing of this API: maxTokens, max-tokens and Max_Tokens give max_tokens."""
    return re.sub(r"[-\s]+", "_", _HUMP.sub("_", name.strip())).lower()


@cache
def known() -> tuple[Spelling, ...]:
    """All foreign spellings."""
    return section("spellings", tuple[Spelling, ...])


@cache
def _pattern(where: str) -> re.Pattern[str]:
    parts = re.escape(where).split(r"\*\*")
    return re.compile(".*".join(part.replace(r"\*", "[^.]+") for part in parts) + r"\Z")


@cache
def _named() -> dict[tuple[str, str], tuple[Spelling, ...]]:
    index: dict[tuple[str, str], tuple[Spelling, ...]] = {}
    for spelling in known():
        key = (spelling.kind, spelling.name)
        index[key] = (*index.get(key, ()), spelling)
    return index


def find(path: str, name: str, kind: str = "key") -> Spelling | None:
    """The spelling that a member (or, by kind "value", a value or tag) has here; None: the name is not a known foreign one.

    `path` is as the API prints it: of the object that holds the member, or of the member itself; "" is the top of the body.
    """
    if len(name) > _LONGEST:
        return None
    holders = [path]
    if kind == "key" and (path == name or path.endswith(f".{name}")):
        holders.append(path[: -len(name)].rstrip("."))
    for written in dict.fromkeys((name, snake(name))):
        for spelling in _named().get((kind, written), ()):
            if any(_pattern(where).match(holder) for where in spelling.where for holder in holders):
                return spelling
    return None


def written_for(path: str, name: str, siblings: Iterable[str]) -> str | None:
    """Which of the members beside a missing one plainly stands for it; None: none does.

    `path` is that of the missing member, as the API prints it.
    """
    holder = path[: -len(name)].rstrip(".") if path.endswith(name) else path
    for sibling in siblings:
        if sibling != name and len(sibling) <= _LONGEST:
            if snake(sibling) == name:
                return sibling
            spelling = find(holder, sibling)
            if spelling is not None and spelling.safe and spelling.write == name:
                return sibling
    return None


def respelled(name: str, members: Iterable[str]) -> str | None:
    """The member that a name plainly is in other writing, or with a slip of the pen; None: none is near."""
    if len(name) > _LONGEST:
        return None
    choices = list(members)
    folded = snake(name)
    if folded in choices:
        return folded
    bare = folded.replace("_", "")
    for choice in choices:
        if choice.replace("_", "") == bare:
            return choice
    from difflib import get_close_matches  # here: it costs milliseconds, and few runs need it

    near = get_close_matches(folded, choices, n=1, cutoff=0.8) if len(folded) > 3 else []
    return near[0] if near else None

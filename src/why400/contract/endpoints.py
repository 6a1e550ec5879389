"""The API's endpoints: which method and path mean what, and the nearest one to a path that means nothing.

Paths are compared as sent, without the query: `//v1/messages` is none. An endpoint that this list lacks may exist:
its absence is no proof.
"""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from why400.contract import in_force

_LONGEST = 200  # characters of a path that are compared for a suggestion


class PathParam(msgspec.Struct, frozen=True):
    """A variable segment of a path."""

    name: str
    prefix: str | None
    """What its ids begin with (`msgbatch_`); None: not known, or anything."""


class QueryParam(msgspec.Struct, frozen=True):
    """A parameter of the query; an array is sent as `name[]=a&name[]=b`."""

    name: str
    type: Literal["string", "integer", "boolean", "array", "other"]
    required: bool = False
    values: tuple[str, ...] | None = None
    min: int | None = None
    max: int | None = None
    max_items: int | None = None


class Body(msgspec.Struct, frozen=True):
    """A request body: its type, and the names of its top-level fields where they are known."""

    content_type: str | None
    fields: tuple[str, ...]
    required: tuple[str, ...]


class Endpoint(msgspec.Struct, frozen=True):
    """One method on one path."""

    method: str
    path: str
    """With `{names}` for variable segments."""
    params: tuple[PathParam, ...]
    query: tuple[QueryParam, ...]
    betas: tuple[str, ...]
    """Betas that must be sent, all of them."""
    in_sdk: bool
    """False: known from documentation only."""
    source: str
    date: str
    optional_betas: tuple[str, ...] = ()
    body: Body | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def arguments(self, path: str) -> dict[str, str]:
        """The variable segments of a path that matches, by name."""
        pairs = zip(self.path.split("/"), _bare(path).split("/"), strict=False)
        return {name[1:-1]: value for name, value in pairs if name.startswith("{")}


class _List(msgspec.Struct):
    endpoints: tuple[Endpoint, ...]


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """All known endpoints."""
    refreshed = in_force.part("endpoints")
    if refreshed is not None:
        return msgspec.json.decode(refreshed, type=tuple[Endpoint, ...])
    data = Path(__file__).parent.parent / "data" / "endpoints.json"
    return msgspec.json.decode(data.read_bytes(), type=_List).endpoints


def match(method: str, path: str) -> Endpoint | None:
    """The endpoint that a request goes to; None when no known one fits. A query in `path` is ignored."""
    segments = _bare(path).split("/")
    fixed_first = sorted(_by_length().get((method.upper(), len(segments)), ()), key=lambda one: len(one.params))
    return next((one for one in fixed_first if _fits(one, segments)), None)


def methods(path: str) -> tuple[str, ...]:
    """The methods that a path takes, in alphabetical order; empty for an unknown path."""
    segments = _bare(path).split("/")
    return tuple(sorted({one.method for one in endpoints() if _fits(one, segments)}))


def nearest(method: str, path: str) -> Endpoint | None:
    """The most alike endpoint, for a suggestion; None when nothing is alike. One of the same method is preferred."""
    bare = _bare(path)[:_LONGEST]
    # doubled, lacking and additional slashes and versions are the usual slips; the words between them tell
    wanted = "/".join(part for part in bare.split("/") if part)
    scored = [(_alike(wanted, one), one.method == method.upper(), one) for one in endpoints()]
    best = max(scored, key=lambda entry: entry[:2])
    return best[2] if best[0] >= 0.75 else None


def _alike(wanted: str, one: Endpoint) -> float:
    mine, theirs = one.path.lstrip("/").split("/"), wanted.split("/")
    if len(mine) == len(theirs):  # only the fixed segments tell
        theirs = [b for a, b in zip(mine, theirs, strict=True) if not a.startswith("{")]
        mine = [a for a in mine if not a.startswith("{")]
    matcher = difflib.SequenceMatcher(None, "/".join(mine), "/".join(theirs), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= 0.75 else 0.0


@cache
def _by_length() -> dict[tuple[str, int], list[Endpoint]]:
    found: dict[tuple[str, int], list[Endpoint]] = {}
    for one in endpoints():
        found.setdefault((one.method, one.path.count("/") + 1), []).append(one)
    return found


def _fits(one: Endpoint, segments: list[str]) -> bool:
    mine = one.path.split("/")
    return len(mine) == len(segments) and all(
        part == given or (part.startswith("{") and given not in ("", ".", "..")) for part, given in zip(mine, segments, strict=True)
    )


def _bare(path: str) -> str:
    return path.partition("?")[0].partition("#")[0]

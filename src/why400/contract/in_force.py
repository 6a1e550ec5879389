"""Which contract is in force: the packaged one, or one that the user has built from it (`why400 contract build`).

A built contract is one JSON file in the user's data folder, or where WHY400_CONTRACT says; `WHY400_CONTRACT=packaged` keeps to the packaged
one. It holds what was merged into this very packaged contract: after an upgrade of why400 it rests until it is built again.
"""

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from why400.errors import FormatError, UsageError

DATA = Path(__file__).parent.parent / "data"
Part = Literal["schemas", "bodies", "endpoints", "models", "betas"]
_BASE = ("facts.json", "endpoints.json", "schemas/messages.json", "schemas/count_tokens.json", "schemas/batches.json",
         "schemas/complete.json", "schemas/other.json")  # fmt: skip


class About(msgspec.Struct, frozen=True):
    """What a built contract was made from."""

    built: date
    sdk: str
    """As "anthropic 2.12.0"."""
    openapi: str
    """The day of the OpenAPI document, or its file's name."""
    models: str | None
    """Where the list of models is from; None: no list was given."""
    base: str
    """Mark of the packaged contract that it was laid over."""
    changed: tuple[Part, ...]
    """The parts that differ from the packaged contract; only these are used."""


class BuiltContract(msgspec.Struct, frozen=True):
    """A built contract, its parts decoded when they are asked for."""

    about: About
    schemas: msgspec.Raw
    """The request schemas of the Messages API."""
    bodies: msgspec.Raw
    """The bodies of all other endpoints."""
    endpoints: msgspec.Raw
    models: msgspec.Raw
    models_evidence: msgspec.Raw
    betas: msgspec.Raw


def packaged_mark() -> str:
    """What tells one packaged contract from another."""
    import zlib  # here: only who has built a contract needs it

    total = 0
    for name in _BASE:
        total = zlib.crc32((DATA / name).read_bytes(), total)
    return f"{total:08x}"


def version_numbers(sdk: str) -> tuple[int, ...]:
    """The numbers of a version such as "anthropic 2.12.0"; none where it is written otherwise."""
    parts = sdk.rpartition(" ")[2].split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()


def where() -> Path | None:
    """The file of the built contract, whether there is one or not; None where the packaged one is asked for."""
    named = os.environ.get("WHY400_CONTRACT")
    if named:
        return None if named == "packaged" else Path(named)
    home = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    if home and Path(home).is_absolute():  # XDG: a relative path counts as none
        return Path(home) / "why400" / "contract.json"
    user = os.path.expanduser("~")  # noqa: PTH111  # unlike Path.home() it never raises
    return Path(user) / ".local" / "share" / "why400" / "contract.json"


@cache
def found() -> BuiltContract | None:
    """The built contract that is there, in force or not. Raises UsageError or FormatError where it cannot be read."""
    path = where()
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if os.environ.get("WHY400_CONTRACT"):
            raise UsageError(f"no such contract: {path} (WHY400_CONTRACT); make it with `why400 contract build --out {path}`") from None
        return None
    except OSError as exc:
        raise UsageError(f"the built contract {path} cannot be read: {exc.strerror}; WHY400_CONTRACT=packaged goes without") from None
    return decode(data, str(path))


def decode(data: bytes, name: str) -> BuiltContract:
    """A built contract from its file. Raises FormatError where it is none."""
    try:
        return msgspec.json.decode(data, type=BuiltContract)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError(f"{name} is no contract that `why400 contract build` has written ({exc}); `--reset` takes it away") from None


@cache
def in_force() -> BuiltContract | None:
    """The built contract where it is used; None: the packaged one is."""
    built = found()
    return built if built is not None and built.about.base == packaged_mark() else None


def part(name: Part) -> msgspec.Raw | None:
    """One part of the built contract; None where the packaged one is to be taken."""
    built = in_force()
    return getattr(built, name) if built is not None and name in built.about.changed else None


def facts(section: str) -> msgspec.Raw | None:
    """One section of the facts, by the name that `_facts` gives it; None where the packaged one is to be taken."""
    match section:
        case "models" | "betas":
            return part(section)
        case "models_evidence":
            return built.models_evidence if (built := in_force()) is not None and "models" in built.about.changed else None
        case _:
            return None


def schemas_differ() -> bool:
    """Whether other request schemas of the Messages API than the packaged ones are in force: the generated views know only those."""
    built = in_force()
    return built is not None and "schemas" in built.about.changed

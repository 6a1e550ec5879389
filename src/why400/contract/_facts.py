"""The hand-kept facts as they were built: one file, its sections decoded when they are asked for.

The TOML files beside this module are what people edit; `tools/build_facts.py` turns them into `data/facts.json`, because reading
TOML at start-up costs ten times as much as decoding JSON.
"""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from why400.contract import in_force

T = TypeVar("T")


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a fact is said, when, and how far to trust it."""

    source: tuple[str, ...]
    """Ids of measured cases, rule records, corpus texts, recordings, SDK files; or addresses of pages."""
    date: str
    """Year, year-month or day of the source."""
    certainty: str
    """observed | documented | derived | inferred | disputed"""
    note: str | None = None


@cache
def _sections() -> dict[str, msgspec.Raw]:
    built = Path(__file__).parent.parent / "data" / "facts.json"
    return msgspec.json.decode(built.read_bytes(), type=dict[str, msgspec.Raw])


def section(name: str, kind: type[T]) -> T:
    """Decode one section of the facts in force; callers keep what they get."""
    refreshed = in_force.facts(name)
    return msgspec.json.decode(_sections()[name] if refreshed is None else refreshed, type=kind)

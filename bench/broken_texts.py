"""Broken texts with the place of each fault and what was meant: planted ones by seed, and real ones marked by hand.

A fault is located when a tool reports a place at most `NEAR` characters from it. Where something is missing, any place from the end of the last
token before it to the beginning of the next counts; for a text that is cut off, its end; for what stands in front of the JSON, its beginning;
else the first character that is wrong. What was meant is the text before the fault was planted; `meant` holds more than one value only where the
fault destroys what was there (a key without its value, half of an emoji).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.planting_around import PLANTERS
from bench.small_bodies import Written, around, small_body, tokens

NEAR = 2
EACH = 20
"""Texts of a kind: half for development, half held out."""
HALVES = ("development", "held out")

_REAL = Path(__file__).with_name("broken_real.toml")
_MARK = re.compile(r"⟦(.*?)→(.*?)⟧|⟨(.*?)→(.*?)⟩", re.DOTALL)


@dataclass(frozen=True)
class Broken:
    """A broken text."""

    kind: str
    half: str
    text: bytes
    faults: tuple[tuple[int, int], ...]
    """Each with the first and the last place that is right, in characters."""
    meant: tuple[object, ...]
    source: str = ""


def planted() -> Iterator[Broken]:
    """`EACH` texts of every kind, the same on every machine."""
    for kind, plant in PLANTERS.items():
        made = attempt = 0
        while made < EACH:
            half = HALVES[made % 2]
            rng = Random(f"{kind} {half} {attempt}")
            attempt += 1
            found = plant(rng, Written(tokens(small_body(rng)), indent=(None, 2, 0, 4)[made // 2 % 4]))
            if found is not None:
                made += 1
                text, faults, meant = found
                yield Broken(kind, half, text if isinstance(text, bytes) else text.encode(), tuple(faults), tuple(meant))


def real() -> Iterator[Broken]:
    """What people posted."""
    for number, entry in enumerate(tomllib.loads(_REAL.read_text(encoding="utf-8"))["text"]):
        marked = entry["broken"]
        broken, right, faults, at = "", "", [], 0
        for mark in _MARK.finditer(marked):
            plain = marked[at : mark.start()]
            counted = mark[1] is not None
            wrong, meant = (mark[1], mark[2]) if counted else (mark[3], mark[4])
            broken += plain
            if counted:
                faults.append((len(broken), bool(wrong)))
            broken, right, at = broken + wrong, right + plain + meant, mark.end()
        broken, right = broken + marked[at:], right + marked[at:]
        places = tuple((place, place) if wrong else around(broken, place) for place, wrong in faults)
        half = HALVES[Random(f"half {number}").random() < 0.5]
        yield Broken("real", half, broken.encode(), places, (json.loads(right),), entry["source"])

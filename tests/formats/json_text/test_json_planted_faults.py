"""Faults planted in realistic bodies are found where they were planted and mended to what was meant."""

import random
import sys

import orjson
import pytest
from json_bodies import LAYOUTS, body, tokens
from planters import PLANTERS

from why400.formats.json_text.faults import apply_edits
from why400.formats.json_text.repair import examine

ROUNDS = 150
NEAR = 2  # characters
# Kinds whose place or meaning the text leaves open.
AMBIGUOUS = {
    "missing_closing_quote_of_value": 0.90,
    "unescaped_quote": 0.93,
}


def is_near(planted, offset):
    """What is missing may stand on either side of white space."""
    between = planted.text[min(offset, planted.at) : max(offset, planted.at)]
    return len(between.strip()) <= NEAR


def rounds(name):
    rng = random.Random(name)
    for i in range(ROUNDS):
        planted = PLANTERS[name](rng, tokens(body(rng)), LAYOUTS[i % len(LAYOUTS)])
        if planted is not None:
            yield planted


@pytest.mark.parametrize("name", sorted(PLANTERS))
def test_planted_fault_is_found_in_place_and_mended(name):
    total = found = mended = 0
    misses = []
    for planted in rounds(name):
        examined = examine(planted.text)
        total += 1
        near = any(fault.kind == planted.kind and is_near(planted, fault.offset) for fault in examined.faults)
        same = examined.parsed and examined.value == planted.value
        found += near
        mended += same
        if not (near and same):
            misses.append((planted, examined.faults, examined.repaired))
        assert apply_edits(planted.text, [edit for fault in examined.faults for edit in fault.edits]) == examined.repaired
        if examined.parsed:
            assert orjson.loads(examined.repaired) == examined.value
            assert not examine(examined.repaired).faults
    sys.stdout.write(f"{name}: {found}/{total} in place, {mended}/{total} as meant\n")
    floor = AMBIGUOUS.get(name, 0.95)
    assert total >= ROUNDS / 3
    assert found >= floor * total, misses[:2]
    assert mended >= floor * total, misses[:2]

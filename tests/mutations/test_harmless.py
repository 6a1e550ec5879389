"""What the evidence says is accepted stays without an error, wherever it is put."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import why400

from .harmless import VARIATIONS, Vary
from .measure import shown
from .originals import bases
from .planted import AS_OF
from .test_mutators import evidence, without_shared

BASES = bases()
each = pytest.mark.parametrize("name", sorted(VARIATIONS))


def varied(vary: Vary, data: st.DataObject) -> tuple[dict[str, object], tuple[str, ...] | None]:
    """The variation of the first original, from a drawn one on, that it applies to; and the betas that are sent with it."""
    start = data.draw(st.integers(0, len(BASES) - 1))
    for original in (*BASES[start:], *BASES[:start]):
        body = vary(original.body, data.draw)
        if body is not None:
            return body, original.betas
    pytest.fail("applies to no original")


@each
@settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_accepted_is_no_error(name: str, data: st.DataObject) -> None:
    body, betas = varied(VARIATIONS[name][1], data)
    found = why400.check(body, api_version="2023-06-01", betas=betas, as_of=AS_OF)
    assert [shown(one) for one in found if one.severity == "error"] == [], json.dumps(body)[:2000]


@without_shared
@each
def test_evidence_of_a_variation_exists(name: str) -> None:
    assert [one for one in VARIATIONS[name][0] if one not in evidence()] == []

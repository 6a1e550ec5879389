"""A body cut off anywhere is a finding, never an exception."""

import json

import pytest

import why400
from tests.robustness.good import AS_OF, GOOD, GOOD_BYTES, assert_sound

CUTS = range(len(GOOD_BYTES))
PARTS = [CUTS[start::8] for start in range(8)]  # so that processes can share them


def test_the_whole_is_clean() -> None:
    assert why400.check(GOOD_BYTES, as_of=AS_OF) == []


@pytest.mark.parametrize("part", PARTS, ids=range(8))
def test_check_finds_every_cut(part: range) -> None:
    for cut in part:
        findings = why400.check(GOOD_BYTES[:cut], as_of=AS_OF)
        assert findings, cut
        assert findings[0].severity == "error", cut
        assert_sound(findings, GOOD)


@pytest.mark.parametrize("part", PARTS, ids=range(8))
def test_fix_returns_from_every_cut(part: range) -> None:
    for cut in part[::6]:
        for unsafe in (False, True):
            fixed = why400.fix(GOOD_BYTES[:cut], unsafe=unsafe, as_of=AS_OF)
            if not fixed.remaining:
                json.loads(fixed.request.body)


@pytest.mark.parametrize("part", PARTS, ids=range(8))
def test_explain_returns_from_every_cut_of_an_error(part: range) -> None:
    error = {"type": "error", "error": {"type": "invalid_request_error", "message": "max_tokens: Field required"}, "request_id": "req_011"}
    text = f"2026-11-23 ERROR Error code: 400 - {json.dumps(json.dumps(error))} for request {GOOD_BYTES.decode()}"
    for cut in range(part.start, len(text), 24):
        assert isinstance(why400.explain(text[:cut]), list)

"""The API accepted these requests, or refused them in these words: all that were measured on the direct API and can be run."""

import pytest

from tests.measured.cases import Case, read_cases

CASES = read_cases()
GOAL = 0.97

_WARNED = {
    "ba-item-model-unknown": "an id that the contract does not know may be newer than it",
    "ba-item-model-dated-alias": "likewise",
    "ba-sync-model-unknown": "likewise",
    "mo-claude-haiku-4-6": "likewise",
    "o55b-beta-unknown": "betas that no list names have been accepted too",
}
_STATE = "shows only at the batch itself: whether it is there, and whether it has ended"
_ACCOUNT = "shows only at the account: what it may use"
_NOT_SHOWN = {
    "ba-item-image-url-not-an-image": "what stands behind a URL shows only when it is fetched",
    "ba-delete-in-progress": _STATE,
    "ba-results-in-progress": _STATE,
    "ba-get-unknown-id": _STATE,
    "rx-long-context-beta-haiku": _ACCOUNT,
    "al-speed-no-access": _ACCOUNT,
}
UNREACHED = _WARNED | _NOT_SHOWN
"""Refused cases that no error is found in, and why."""
IDS = [case.id for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_as_the_api_answered(case: Case) -> None:
    said = case.verdict()
    if case.id in UNREACHED:
        assert said.startswith("MISSED"), f"no longer out of reach ({UNREACHED[case.id]}): {said}"
    else:
        assert said == "ok"


@pytest.mark.parametrize("case", [case for case in CASES if case.id in _WARNED], ids=lambda case: case.id)
def test_what_is_not_certain_warns(case: Case) -> None:
    warned = [finding for finding in case.check() if finding.rule in ("unknown-model", "unknown-beta")]
    assert warned
    if case.message is not None:
        assert case.message in [finding.api_error.message for finding in warned]


def test_share_of_what_is_reached() -> None:
    assert len(CASES) >= 470
    assert set(UNREACHED) <= set(IDS)
    refused = [case for case in CASES if not case.accepted]
    worded = [case for case in refused if case.message is not None]
    assert sum(case.id not in _NOT_SHOWN for case in refused) / len(refused) >= GOAL
    assert sum(case.id not in UNREACHED for case in worded) / len(worded) >= GOAL

"""The service accepted these requests, or refused them in these words."""

import pytest

from tests.recordings.exchanges import SHARED, Exchange, copied, shared

COPIED = list(copied())
NOT_SHOWN_BY_THE_REQUEST: dict[str, str] = {}


def false_alarms(exchanges: list[Exchange]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.id, finding.rule, finding.pointer, finding.api_error.message)
        for one in exchanges
        if one.status < 300
        for finding in one.check()
        if finding.severity == "error"
    ]


def test_no_error_on_an_accepted_request() -> None:
    accepted = [one for one in COPIED if one.status < 300]
    assert len(accepted) > 400
    assert false_alarms(accepted) == []


REFUSED = [one for one in COPIED if one.status >= 300]


@pytest.mark.parametrize("one", REFUSED, ids=[one.id for one in REFUSED])
def test_refused_request_is_predicted_in_the_recorded_words(one: Exchange) -> None:
    if one.id in NOT_SHOWN_BY_THE_REQUEST:
        pytest.skip(NOT_SHOWN_BY_THE_REQUEST[one.id])
    first = next((finding for finding in one.check() if finding.first), None)
    assert first is not None
    assert first.api_error.message == one.message


@pytest.mark.skipif(not SHARED.exists(), reason="the large recordings are only in the shared folder")
def test_no_error_on_any_shared_recording() -> None:
    assert false_alarms(list(shared())) == []

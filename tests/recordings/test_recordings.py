"""The service accepted these requests, or refused them in these words."""

import pytest

import why400
from tests.recordings.exchanges import SHARED, Exchange, copied, shared
from why400 import Finding

COPIED = list(copied())
UNKNOWN_MODEL = "the id may be newer than the contract: an id that it does not know gets a warning at most"
NOT_SHOWN_BY_THE_REQUEST = {
    "braintrust-sdk-python/py/src/braintrust/wrappers/cassettes/test_anthropic_client_error.yaml#0": UNKNOWN_MODEL,
    "pydantic-ai/tests/cassettes/test_model_name_suggestions/test_model_name_suggestion[anthropic].yaml#0": UNKNOWN_MODEL,
    "pydantic-ai/tests/models/cassettes/test_anthropic/test_anthropic_count_tokens_error.yaml#0": UNKNOWN_MODEL,
}


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
    findings = one.check()
    first = next((finding for finding in findings if finding.first), None)
    if one.id in NOT_SHOWN_BY_THE_REQUEST:
        assert first is None
        assert one.message in [finding.api_error.message for finding in findings]
        return
    assert first is not None
    assert first.api_error.message == one.message
    assert first.api_error.status == one.status


def sent_whole(one: Exchange) -> list[Finding]:
    """The findings in the request with its address and what headers the recording kept."""
    return why400.check(one.request, platform=one.platform, as_of=one.as_of)


PLATFORMS = [one for one in COPIED if one.platform != "anthropic"]


@pytest.mark.parametrize("one", [one for one in PLATFORMS if one.status >= 300], ids=lambda one: one.id)
def test_a_platform_is_known_by_the_address_alone(one: Exchange) -> None:
    first = next((finding for finding in sent_whole(one) if finding.first), None)
    assert first is not None
    assert first.api_error.message == one.message


def test_no_error_on_an_accepted_request_of_a_platform_sent_whole() -> None:
    accepted = [one for one in PLATFORMS if one.status < 300]
    assert len(accepted) > 80
    assert [(one.id, f.rule, f.pointer) for one in accepted for f in sent_whole(one) if f.severity == "error"] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the large recordings are only in the shared folder")
def test_no_error_on_any_shared_recording() -> None:
    assert false_alarms(list(shared())) == []

"""Requests out of other public test suites that were refused: what the check says first is what the service said.

`refused.jsonl` has the form of `public.jsonl`, and the answer's `message`.
"""

import json
from pathlib import Path

import pytest

import why400
from tests.recordings.exchanges import Exchange, exchange

ROWS = [json.loads(line) for line in (Path(__file__).parent / "refused.jsonl").read_text("utf-8").splitlines()]
REFUSED = [exchange({**row, "id": f"{row['repository']}/{row['path']}#{row['n']}"}) for row in ROWS]


def names_an_unknown_model(one: Exchange) -> bool:
    """Whether that is all that was wrong: the id may be newer than the contract, so that it gets a warning at most."""
    return one.status == 404 and one.message is not None and one.message.startswith("model: ")


@pytest.mark.parametrize("one", REFUSED, ids=[one.id for one in REFUSED])
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "body"])
def test_predicted_in_the_recorded_words(one: Exchange, whole: bool) -> None:
    endpoint = f"{one.request.method} /{one.request.url.split('/', 3)[3]}"
    if whole:
        findings = why400.check(one.request, as_of=one.as_of)
    else:
        findings = why400.check(one.request.body, endpoint=endpoint, platform=one.platform, as_of=one.as_of)
    assert one.message in [finding.api_error.message for finding in findings]
    first = next((finding for finding in findings if finding.first), None)
    if names_an_unknown_model(one):
        assert first is None
    else:
        assert first is not None
        assert (first.api_error.status, first.api_error.message) == (one.status, one.message)

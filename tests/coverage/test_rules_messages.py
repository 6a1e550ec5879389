"""Each documented constraint of the Messages API that a request can break is found in a request that breaks it."""

import json
from pathlib import Path

import pytest

import why400
from tests.coverage.messages_cases import CASES, CODES, NOT_SHOWN
from tests.coverage.requests import Case

RECORDS = Path(__file__).parents[3] / "shared" / "evidence" / "rules-messages.jsonl"


def _name(case: Case) -> str:
    return f"{case.record}-{case.level}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_found_where_it_is(case: Case) -> None:
    said = case.verdict()
    if case.missed:
        assert said.startswith("MISSED"), f"no longer out of reach ({case.missed}): {said}"
    else:
        assert said == "ok"


@pytest.mark.parametrize(("code", "rule"), CODES.items(), ids=list(CODES))
def test_code_of_an_answer(code: str, rule: str) -> None:
    error = {"type": "invalid_request_error", "message": "A sentence that nobody has seen.", "details": {"error_code": code}}
    found = why400.explain(json.dumps({"type": "error", "error": error, "request_id": "req_1"}))
    assert found[0].rule == rule


def test_no_record_is_both_shown_and_not() -> None:
    assert not {case.record for case in CASES} & NOT_SHOWN.keys()


@pytest.mark.skipif(not RECORDS.exists(), reason="the evidence is not beside the project")
def test_every_record_has_a_case_or_a_reason() -> None:
    records = {json.loads(line)["id"] for line in RECORDS.read_text().splitlines()}
    assert {case.record for case in CASES} | NOT_SHOWN.keys() == records

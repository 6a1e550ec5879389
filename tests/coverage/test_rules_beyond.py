"""Each record beyond the core Messages API is found in the smallest request that shows it, at its place, in its words."""

from pathlib import Path

import pytest

from tests.coverage.beyond_cases import CASES, OPEN, why_not
from tests.coverage.requests import Case, where
from why400 import Request, check
from why400.contract import endpoints

IDS = Path(__file__).parents[1] / "contract/evidence_ids.txt"
HEADERS = {"x-api-key": "REDACTED", "anthropic-version": "2023-06-01", "content-type": "application/json"}
WITH_SCHEMA = ("/v1/messages", "/v1/messages/count_tokens", "/v1/messages/batches", "/v1/complete")


def _records() -> set[str]:
    return {line.split()[1] for line in IDS.read_text().splitlines() if line.startswith("rules-beyond ")}


def _known(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=OPEN[case.record], strict=False)] if case.record in OPEN else []


@pytest.mark.parametrize("case", [pytest.param(case, marks=_known(case), id=f"{n}-{case.record}") for n, case in enumerate(CASES)])
def test_found(case: Case) -> None:
    """At least as strongly as the evidence allows, at the place, in the words that were observed."""
    assert case.verdict() == "ok"


def test_every_record_has_its_case_or_its_reason() -> None:
    """No record is forgotten, and no reason is given for what is no record."""
    shown = {case.record for case in CASES}
    assert shown <= _records()
    assert {one for one in _records() - shown if why_not(one) is None and one not in OPEN} == set()


def _path(endpoint: endpoints.Endpoint) -> str:
    path = endpoint.path
    for param in endpoint.params:
        path = path.replace(f"{{{param.name}}}", f"{param.prefix or 'x'}01AbCd")
    return path


def _query(endpoint: endpoints.Endpoint) -> str:
    needed = [f"{param.name}=2026-10-01{'T00:00:00Z' if param.name == 'starting_at' else ''}" for param in endpoint.query if param.required]
    if endpoint.path.endswith("usage_report/claude_code"):
        needed = ["starting_at=2026-10-01"]
    if {"date", "starting_date"} <= {param.name for param in endpoint.query}:
        needed = ["date=2026-10-01"]
    return f"?{'&'.join(needed)}" if needed else ""


def _sent(endpoint: endpoints.Endpoint) -> dict[str, str]:
    betas = [beta.split()[0] for beta in endpoint.betas]
    return {**HEADERS, **({"anthropic-beta": ",".join(betas)} if betas else {})}


ENDPOINTS = [one for one in endpoints.endpoints() if not (one.method == "POST" and one.path in WITH_SCHEMA)]


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=str)
def test_a_right_call_of_any_endpoint_is_clean(endpoint: endpoints.Endpoint) -> None:
    """Method, ids, betas and query as they should be."""
    found = check(Request(endpoint.method, f"https://api.anthropic.com{_path(endpoint)}{_query(endpoint)}", _sent(endpoint)))
    assert [one for one in found if one.severity == "error"] == []
    assert [one.rule for one in found if one.where in ("path", "method", "query", "header")] == []


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=str)
def test_slips_in_any_address_are_seen(endpoint: endpoints.Endpoint) -> None:
    """A wrong method, a doubled or missing version, an id of another kind, a forgotten beta."""

    def rules(path: str, method: str = endpoint.method, headers: dict[str, str] | None = None) -> list[tuple[str, str]]:
        given = check(Request(method, f"https://api.anthropic.com{path}", headers or _sent(endpoint)))
        return [(one.rule, where(one)) for one in given]

    path = _path(endpoint)
    assert ("path-not-found", "path") in rules("/v1" + path)
    assert ("path-not-found", "path") in rules(path.removeprefix("/v1"))
    assert ("path-not-found", "path") in rules("/" + path)
    assert ("method-not-allowed", "method") in rules(path, "PATCH")
    if endpoint.betas:
        assert ("endpoint-beta-missing", "header anthropic-beta") in rules(path, headers=HEADERS)
    for param in endpoint.params:
        if param.prefix:
            other = endpoint.path.replace(f"{{{param.name}}}", "zz_1").replace("{", "x").replace("}", "")
            assert "wrong-id-kind" in [rule for rule, _ in rules(other)]


@pytest.mark.parametrize(
    "path",
    ["/v1/chat/completions", "/chat/completions", "/v1/responses", "/v1/completions", "/v1/message", "/v1/mesages", "/V1/messages", "/v1", "/",
     "/v1/messages/batch", "/v1/messages/count-tokens", "/anthropic/v1/messages", "/v1/batches", "/api/v1/messages", "/v1/messages/"],
)  # fmt: skip
def test_other_paths_say_which_is_meant(path: str) -> None:
    """The mend names the endpoint that is nearest."""
    found = check(Request("POST", f"https://api.anthropic.com{path}", HEADERS, b"{}"))
    mends = [one.fix.title for one in found if one.rule == "path-not-found" and one.fix is not None]
    assert len(mends) == 1
    assert "POST /v1/messages" in mends[0] or "POST /v1/complete" in mends[0]

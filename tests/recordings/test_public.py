"""Requests out of other public test suites that were answered 200, and the vendor's published examples: none has an error-level finding,
in whatever form it is handed in.

`public.jsonl` says of each where it comes from; for a page of the documentation `recorded` is the day of the copy that was read. Long texts are
cut, large media are left out, examples are told in our own words; what the service judges is as it was sent.
"""

import json
from pathlib import Path

import pytest

import why400
from tests.recordings.exchanges import Exchange, exchange
from why400 import Finding

ROWS = [json.loads(line) for line in (Path(__file__).parent / "public.jsonl").read_text("utf-8").splitlines()]


def recorded(row: dict) -> Exchange:
    return exchange({**row, "id": f"{row['repository']}/{row['path']}#{row['n']}", "message": None})


PUBLIC = [recorded(row) for row in ROWS]
IDS = [one.id for one in PUBLIC]


def errors(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(one.rule, one.pointer, one.api_error.message) for one in findings if one.severity == "error"]


def test_many_suites_and_only_accepted_requests() -> None:
    assert len({row["repository"] for row in ROWS}) >= 16
    assert len(ROWS) >= 130
    assert {one.status for one in PUBLIC} == {200}


def endpoint(one: Exchange) -> str:
    return f"{one.request.method} /{one.request.url.split('/', 3)[3]}"


@pytest.mark.parametrize("one", PUBLIC, ids=IDS)
def test_bare_body(one: Exchange) -> None:
    found = why400.check(one.request.body, endpoint=endpoint(one), platform=one.platform, as_of=one.as_of)
    assert errors(found) == []


@pytest.mark.parametrize("one", PUBLIC, ids=IDS)
def test_whole_request(one: Exchange) -> None:
    assert errors(why400.check(one.request, as_of=one.as_of)) == []


SAID = [one for one in PUBLIC if one.platform == "anthropic" and "2" in (one.request.header("anthropic-beta") or "")]


@pytest.mark.parametrize("one", SAID, ids=[one.id for one in SAID])
def test_body_with_the_betas_that_were_sent(one: Exchange) -> None:
    betas = (one.request.header("anthropic-beta") or "").replace(" ", "").split(",")
    found = why400.check(one.request.body, endpoint=endpoint(one), betas=betas, api_version="2023-06-01", as_of=one.as_of)
    assert errors(found) == []

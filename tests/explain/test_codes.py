"""`details.error_code` decides where a sentence is not known."""

import json
from collections import Counter

import pytest

import why400
from why400.rules.catalogue import catalogue
from why400.rules.says import Says

CODES = [(code, entry.slug) for entry in catalogue().values() for code in entry.codes]


def body(code: str) -> str:
    error = {"type": "invalid_request_error", "message": "A sentence that nobody has seen.", "details": {"error_code": code}}
    return json.dumps({"type": "error", "error": error, "request_id": "req_011CUzbiD3p8rokhqWtP6EWX"})


def test_no_code_has_two_rules() -> None:
    assert [code for code, count in Counter(code for code, _ in CODES).items() if count > 1] == []


@pytest.mark.parametrize(("code", "slug"), CODES)
def test_a_code_leads_to_its_rule(code: str, slug: str) -> None:
    (found,) = why400.explain(body(code))
    assert (found.rule, found.match, found.certain) == (slug, "exact", "certain")


def test_an_unknown_code_is_named() -> None:
    (found,) = why400.explain(body("brand_new_code"))
    assert found.rule is None
    assert "brand_new_code" in found.cause


@pytest.mark.parametrize("stop", ["", "."])
def test_slots_are_read_with_and_without_the_final_stop(stop: str) -> None:
    for template in ("Model {name:word} is not available", "Model {name:word} is not available."):
        assert Says(template).captures(f"Model claude-x is not available{stop}") == {"name": "claude-x"}

"""What all outputs say alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import every_sample, finding, run_of, screen
from why400.render.run import Passed, Unusable, by_source, clean, cleaned, place_of

SECRET = "sk-ant-" + "api03-" + "q" * 40 + "zzzz"


@pytest.mark.parametrize(
    ("source", "file"),
    [
        ("a.json", "a.json"), ("./a.json", "a.json"), ("/repo/b/a.json", "b/a.json"), ("/elsewhere/a.json", "/elsewhere/a.json"),
        ("../a.json", "../a.json"), ("-", None),
    ],
)  # fmt: skip
def test_files_are_told_from_the_root(source: str, file: str | None) -> None:
    assert run_of().file(source) == file


def test_errors_come_before_warnings_and_what_the_api_reports_before_the_rest() -> None:
    first = finding("a", first=True)
    run = run_of(screen(finding("w", severity="warning"), finding("b")), screen(first))
    assert [one.cause for _, one in run.urgent_first()] == ["a", "b", "w"]
    assert run.summary() == "2 errors, 1 warning in 2 requests"


def test_requests_of_a_source_stay_together_and_unread_ones_have_a_place() -> None:
    screens = screen(source="b"), screen(source="a"), screen(source="b")
    run = run_of(*screens, unusable=(Unusable("c", "no"),), passed_over=(Passed("a", "no", 2), Passed("d", "no")))
    counts = [(one.name, len(one.screens), len(one.unusable), len(one.passed_over)) for one in by_source(run)]
    assert counts == [("b", 2, 0, 0), ("a", 1, 0, 1), ("c", 0, 1, 0), ("d", 0, 0, 1)]


def test_places_are_named_by_kind() -> None:
    places = {place_of(one, found) for one, found in every_sample().placed()}
    assert {"header content-type", "query parameter limit", "max_tokens", "requests.1.params.stream (row-2)"} <= places


@given(st.text())
def test_cleaned_text_can_be_encoded_and_shown(text: str) -> None:
    shown = clean(text)
    shown.encode()
    assert all(character in "\t\n\r" or (character >= " " and not "\x7f" <= character <= "\x9f") for character in shown)


def test_credentials_are_masked_at_any_depth() -> None:
    held = cleaned({"a": [{"b": f"x-api-key: {SECRET}"}, (SECRET, 1, None)]})
    assert SECRET not in str(held)
    assert "zzzz" in str(held)

"""JSON without credentials that stays JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.render.findings_json import masked, to_json

VALUE = "q" * 30 + "zzzz"
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@given(plain)
def test_what_holds_no_credential_stays_as_it_is(value: object) -> None:
    assert masked(value) == value


@pytest.mark.parametrize(
    "value",
    [
        {"x-api-key": VALUE}, {"a": [{"Authorization": f"Bearer {VALUE}"}]}, {"message": f'{{"x-api-key": "{VALUE}"}}'},
        {"message": f"authorization: {VALUE}"}, {"message": "sk-ant-" + "api03-" + VALUE}, {"cookie": [VALUE]}, {f"token {'sk-' + VALUE}": 1},
    ],
)  # fmt: skip
def test_credentials_are_masked_wherever_they_stand(value: object) -> None:
    printed = to_json(value)
    json.loads(printed)
    assert "q" * 8 not in printed
    assert "zzzz" in printed


@pytest.mark.parametrize("end", ["\\xyz", "\\\\yz", "\nxyz", '"xyz', "\\uyz"])
def test_a_mask_cuts_no_escape(end: str) -> None:
    for text in (f"authorization={'a' * 20}{end}", f"cookie: {'a' * 20}\t{'b' * 20}{end}"):
        assert json.loads(to_json({"a": text}))["a"].startswith(text[:7])


def test_what_a_user_has_nested_is_no_burden() -> None:
    value: object = "x-api-key=" + VALUE
    for _ in range(20_000):
        value = [value]
    found = masked(value)
    while isinstance(found, list):
        found = found[0]
    assert found == "x-api-key=…zzzz"


def test_halves_of_surrogate_pairs_are_escapes() -> None:
    assert json.loads(to_json({"a": "\ud800"})) == {"a": "\ud800"}

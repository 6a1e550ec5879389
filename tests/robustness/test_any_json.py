"""Any JSON value at any place of a good request: a list of findings, each sound."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import why400
from tests.robustness.good import AS_OF, GOOD, Keys, assert_sound, places, replaced

PLACES = list(places(GOOD))
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=20),
    st.sampled_from(["", " ", "user", "system", "text", "tool_use", "toolu_01", "base64", "\x00", "\U0001f6b2", "claude-opus-5", "1h"]),
)  # fmt: skip
NAMES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["type", "text", "role", "content", "id", "name", "input", "input_schema", "source", "data", "cache_control", "ttl", "a/b~c"]
    ),
)
NODES = st.sampled_from([at for at in PLACES if at])


def _borrowed(at: Keys) -> Any:
    found: Any = GOOD
    for key in at:
        found = found[key]
    return found


JSON = st.recursive(
    st.one_of(SCALARS, NODES.map(_borrowed)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=8,
)
FIXED: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    2**64 - 1,
    "",
    "x",
    [],
    {},
    [None],
    [[]],
    [{}],
    ["x"],
    {"type": "text"},
    {"type": None},
    {"": []},
)


@pytest.mark.parametrize("value", FIXED, ids=repr)
def test_every_place_takes_every_type(value: object) -> None:
    for at in PLACES:
        body = replaced(GOOD, at, value)
        assert_sound(why400.check(json.dumps(body), as_of=AS_OF), body)


@given(st.sampled_from(PLACES), JSON)
@settings(max_examples=300, deadline=None)
def test_any_value_at_any_place(at: Keys, value: object) -> None:
    body = replaced(GOOD, at, value)
    assert_sound(why400.check(json.dumps(body).encode(), as_of=AS_OF), body)


@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON), min_size=2, max_size=5))
@settings(max_examples=150, deadline=None)
def test_several_at_once(changes: list[tuple[Keys, object]]) -> None:
    body: object = GOOD
    for at, value in changes:
        try:
            body = replaced(body, at, value)
        except (TypeError, KeyError, IndexError):  # an earlier change took the place away
            continue
    assert_sound(why400.check(json.dumps(body).encode(), as_of=AS_OF), body)


@given(st.sampled_from(PLACES), JSON)
@settings(max_examples=150, deadline=None)
def test_fix_returns_and_never_breaks_the_json(at: Keys, value: object) -> None:
    body = json.dumps(replaced(GOOD, at, value)).encode()
    fixed = why400.fix(body, unsafe=True, as_of=AS_OF)
    json.loads(fixed.request.body)
    assert not [one.rule for one in fixed.applied if one.fix and any(edit.op == "text" for edit in one.fix.edits)], "it was JSON before"


@given(st.sampled_from(PLACES), JSON)
@settings(max_examples=150, deadline=None)
def test_a_dict_and_its_bytes_have_the_same_findings(at: Keys, value: object) -> None:
    body = replaced(GOOD, at, value)
    if isinstance(body, dict):
        as_bytes = why400.check(json.dumps(body).encode(), as_of=AS_OF)
        as_dict = why400.check(body, as_of=AS_OF)
        assert [(one.rule, one.pointer, one.path) for one in as_bytes] == [(one.rule, one.pointer, one.path) for one in as_dict]


@pytest.mark.parametrize("endpoint", ["POST /v1/messages/count_tokens", "POST /v1/messages/batches", "POST /v1/complete", "GET /v1/models"])
@pytest.mark.parametrize("platform", ["anthropic", "bedrock", "vertex"])
def test_every_place_on_other_endpoints(endpoint: str, platform: str) -> None:
    whole: object = (
        {"requests": [{"custom_id": "a", "params": GOOD}, {"custom_id": "a", "params": GOOD}]} if "batches" in endpoint else GOOD
    )
    every = list(places(whole))
    for index, at in enumerate(every[::3]):
        body = replaced(whole, at, FIXED[index % len(FIXED)])
        assert_sound(why400.check(json.dumps(body), endpoint=endpoint, platform=platform, as_of=AS_OF), body)


@pytest.mark.parametrize(
    "answer", [{}, {"role": "user"}, *({"role": "user", "content": one} for one in (None, 5, "x", True, {}, [], [5]))], ids=repr
)
def test_fix_with_an_answer_missing(answer: dict[str, object]) -> None:
    """The mend puts a result into the answer, whatever stands there; it must not break the JSON and repair it again."""
    call = {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "f", "input": {}}]}
    body = {"model": "claude-sonnet-5", "max_tokens": 20, "messages": [{"role": "user", "content": "a"}, call, answer]}
    fixed = why400.fix(json.dumps(body), unsafe=True, as_of=AS_OF)
    assert not [one.rule for one in fixed.applied if one.fix and any(edit.op == "text" for edit in one.fix.edits)]
    assert len(json.loads(fixed.request.body)["messages"]) == 3


@pytest.mark.parametrize("url", ["http://[x", "https://api.anthropic.com]/v1/messages", "//[", "http://℀.com/v1/messages", ""])
def test_any_url_is_a_finding_at_most(url: str) -> None:
    request = why400.Request(url=url, headers={"anthropic-version": "2023-06-01", "x-api-key": "REDACTED"}, body=b"{}")
    assert isinstance(why400.check(request, as_of=AS_OF), list)

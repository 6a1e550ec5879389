"""What `fix` may touch in a body whose syntax is broken."""

import json

import pytest

from why400.check.engine import run_check
from why400.check.fix import fix
from why400.check.options import make_options, make_subject

OPTIONS = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
CUT = b'{"model": "claude-sonnet-5", "max_tokens": "16", "messages": [{"role": "user", "content": "Hi'
COMMA = b'{"model": "claude-sonnet-5" "max_tokens": "16", "messages": [{"role": "user", "content": "Hi"}]}'


@pytest.mark.parametrize(("body", "is_json"), [(CUT, False), (COMMA, False), (b"\xef\xbb\xbf{}", False), (b"{}", True), (b"7", True)])
def test_a_check_says_whether_places_are_those_of_the_body(body: bytes, is_json: bool) -> None:
    assert run_check(make_subject(body, OPTIONS), OPTIONS).is_json is is_json


def test_places_are_mended_only_once_the_syntax_is() -> None:
    """The mend of what is cut off is unsafe: without it the number stays as it is, too, for nobody knows where it would stand."""
    left = fix(CUT, as_of="2026-11-24")
    assert (left.request.body, left.applied) == (CUT, [])
    assert [one.rule for one in left.remaining] == ["json-truncated", "wrong-type"]
    done = fix(CUT, unsafe=True, as_of="2026-11-24")
    assert [one.rule for one in done.applied] == ["json-truncated", "wrong-type"]
    assert b'"max_tokens": 16,' in done.request.body


def test_a_safe_mend_of_the_syntax_comes_first() -> None:
    done = fix(COMMA, as_of="2026-11-24")
    assert [one.rule for one in done.applied] == ["missing-comma", "wrong-type"]
    assert done.request.body == COMMA.replace(b'5" "max', b'5", "max').replace(b'"16"', b"16")


def mended(*, unsafe: bool = False, **members: object) -> dict[str, object]:
    """The members as they are after all mends, in an otherwise good request."""
    base = {"model": "claude-haiku-4-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hi"}]}
    done = fix({**base, **members}, unsafe=unsafe, betas=["mcp-client-2025-11-20"], api_version="2023-06-01", as_of="2026-10-15")
    body = json.loads(done.request.body)
    return {name: value for name, value in body.items() if base.get(name) != value}


@pytest.mark.parametrize(
    "members",
    [
        {"inference_geo": 7},
        {"stop_sequences": {"a": 1}},
        {"messages": [{"role": "user", "content": {"a": 1}}]},
        {"metadata": {"user_id": ["u"]}},
    ],
)
def test_a_value_is_not_respelt_into_another_fault(members: dict[str, object]) -> None:
    """ "7" is no region, and a list of something that is no block is no content."""
    assert mended(**members) == members


def test_what_may_stand_in_a_list_is_put_into_one() -> None:
    block = {"type": "text", "text": "Hi"}
    assert mended(messages=[{"role": "user", "content": block}]) == {"messages": [{"role": "user", "content": [block]}]}


def test_a_member_is_renamed_only_to_one_that_could_hold_its_value() -> None:
    toolset = {"type": "mcp_toolset", "mcp_server_name": "s"}
    server = {"type": "url", "url": "https://example.com/", "name": "s"}
    left = mended(unsafe=True, mcp_servers=[{**server, "headers": {"a": "b"}}], tools=[toolset])
    assert left["mcp_servers"] == [server]
    tool = {"name": "f", "parameters": {"type": "object"}}
    assert mended(tools=[tool]) == {"tools": [{"name": "f", "input_schema": {"type": "object"}}]}
    assert mended(tools=[{"name": "f", "parameters": "{}"}]) == {"tools": [{"name": "f", "parameters": "{}"}]}


def test_the_one_possible_value_is_added() -> None:
    assert mended(tools=[{"type": "bash_20250124"}]) == {"tools": [{"type": "bash_20250124", "name": "bash"}]}
    schema = {"properties": {"a": {"type": "string"}}}
    assert mended(tools=[{"name": "f", "input_schema": schema}]) == {"tools": [{"name": "f", "input_schema": {**schema, "type": "object"}}]}
    assert mended(tools=[{"name": "f", "schema": {}}]) == {"tools": [{"name": "f", "input_schema": {"type": "object"}}]}


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (b'{"model": "m", "foo": 1, "model": "n"}', b'{"model": "m", "model": "n"}'),
        (b'{"foo": 1, "model": "m", "bar": 1, "foo": 2, "baz": 3}', b'{"model": "m"}'),
        (b'{"model": "m", "bar": [1] , "baz": 2, "model": "n"}', b'{"model": "m", "model": "n"}'),
    ],
)
def test_a_member_between_two_of_one_name_is_taken_away_alone(body: bytes, left: bytes) -> None:
    """The neighbours in the text are others than the order of the parsed keys says: the text once doubled with every round."""
    assert fix(body, unsafe=True, as_of="2026-11-24").request.body == left

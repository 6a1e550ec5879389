"""The list of endpoints: matching, arguments and suggestions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.robustness.counted import calls
from tools.build_endpoints import build, main, sent_whole
from tools.build_schemas import installed_sdk
from why400.contract.build.source_tree import SourceTree
from why400.contract.endpoints import endpoints, match, methods, nearest

EVIDENCE = Path(__file__).parents[3] / "shared/evidence/endpoints.json"


@pytest.mark.parametrize(
    ("method", "path", "found"),
    [
        ("POST", "/v1/messages", "POST /v1/messages"),
        ("post", "/v1/messages?beta=true", "POST /v1/messages"),
        ("GET", "/v1/messages/batches/msgbatch_1/results", "GET /v1/messages/batches/{message_batch_id}/results"),
        ("POST", "/v1/messages/batches", "POST /v1/messages/batches"),
        ("POST", "/v1/messages/count_tokens", "POST /v1/messages/count_tokens"),
    ],
)
def test_matches(method, path, found):
    assert str(match(method, path)) == found


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "//v1/messages"), ("GET", "/v1/messages"), ("POST", "/v1/message"), ("GET", "/v1/files/"), ("GET", "/v1/files/..")],
)
def test_does_not_match(method, path):
    assert match(method, path) is None


def test_fixed_segments_win_over_variable_ones():
    for one in endpoints():
        path = one.path.replace("{", "x").replace("}", "x")
        assert len(match(one.method, path).params) <= len(one.params)
        assert str(match(one.method, one.path)) == str(one)


def test_arguments_by_name():
    found = match("GET", "/v1/messages/batches/msgbatch_1/results?x=1")
    assert found.arguments("/v1/messages/batches/msgbatch_1/results?x=1") == {"message_batch_id": "msgbatch_1"}
    assert found.params[0].prefix == "msgbatch_"


def test_names_the_methods_of_a_path():
    assert methods("/v1/messages/batches") == ("GET", "POST")
    assert methods("/v1/nothing") == ()


@pytest.mark.parametrize(
    ("method", "path", "found"),
    [
        ("POST", "//v1/messages", "POST /v1/messages"),
        ("GET", "/v1/messages", "POST /v1/messages"),
        ("POST", "/v1/message", "POST /v1/messages"),
        ("POST", "/messages", "POST /v1/messages"),
        ("POST", "/v1/v1/messages", "POST /v1/messages"),
        ("POST", "/v1/messages/count-tokens", "POST /v1/messages/count_tokens"),
        ("GET", "/v1/file/file_1", "GET /v1/files/{file_id}"),
        ("POST", "/v1/chat/completions", "None"),
        ("POST", "/", "None"),
    ],
)
def test_suggests(method, path, found):
    assert str(nearest(method, path)) == found


@given(st.text(max_size=60), st.text(max_size=8))
def test_never_fails(path, method):
    match(method, path)
    methods(path)
    nearest(method, path)


def test_a_suggestion_for_a_huge_path_costs_no_more_than_for_a_long_one():
    long, huge = "/v1/messages" * 20, "/v1/messages" * 50_000
    nearest("POST", long)  # what is loaded once is none of the cost
    assert calls(lambda: nearest("POST", huge)) == calls(lambda: nearest("POST", long))


def test_betas_and_bodies():
    agents = match("POST", "/v1/agents")
    assert agents.betas == ("managed-agents-2026-04-01",)
    assert {"model", "name"} <= set(agents.body.required)
    assert match("POST", "/v1/files").body.content_type == "multipart/form-data"


def test_an_entry_is_built_without_prose():
    entry = {
        "method": "GET", "path": "/v1/things/{id}", "in_sdk": True, "beta_header": {"required": ["b-2026-01-01"]},
        "path_params": [{"name": "id", "id_prefix": "the id of a thing"}], "request_body": None,
        "query": [{"name": "order", "type": "Literal['asc', 'desc']", "required": False},
                  {"name": "ids", "type": "nullable[List[str]]", "required": True, "max_items": 100}],
        "source": "s", "source_date": "2026-11",
    }  # fmt: skip
    [built] = build({"sdk_version": "1", "generated": "2026-11-24", "endpoints": [entry]}, frozenset())["endpoints"]
    assert built["params"] == [{"name": "id", "prefix": None}]
    assert built["query"][0] == {"name": "order", "type": "string", "values": ["asc", "desc"]}
    assert built["query"][1] == {"name": "ids", "type": "array", "required": True, "max_items": 100}
    assert built["betas"] == ["b-2026-01-01"]


def test_an_argument_that_is_the_whole_body_has_no_name_on_the_wire():
    path = "/v1/organizations/claude_tag/bundles/{bundle_id}/targets"
    entry = {
        "method": "POST", "path": path, "in_sdk": True, "beta_header": None, "path_params": [], "query": [], "source": "s",
        "request_body": {"content_type": "application/json", "fields": [{"name": "target", "required": True}]}, "source_date": "2026-11",
    }  # fmt: skip
    source = {"sdk_version": "1", "generated": "2026-11-24", "endpoints": [entry]}
    whole = sent_whole(SourceTree(installed_sdk()))
    assert build(source, whole)["endpoints"][0]["body"]["fields"] == []
    assert build(source, frozenset())["endpoints"][0]["body"]["fields"] == ["target"]


def test_the_committed_list_is_what_the_source_builds():
    if not EVIDENCE.exists():
        pytest.skip("needs ../shared/evidence/endpoints.json")
    assert main(["--endpoints", str(EVIDENCE), "--check"]) == 0


def test_building_without_a_source_is_skipped(capsys):
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().out

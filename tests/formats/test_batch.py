"""Batches, one request a line: what becomes of the lines, and that findings stand where the fault stands in the file."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.cli.source_lines import in_source
from why400.errors import FormatError
from why400.explain import explain
from why400.formats.batch import parse, recognises
from why400.formats.read import read_all, recognise
from why400.formats.read_input import ReadInput, requests_of
from why400.model import Finding

SAMPLES = Path(__file__).parent / "samples"
NOTHING_SAID = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
PARAMS = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hé\nllo"}]}


def line(custom_id: str, **changes: object) -> str:
    return json.dumps({"custom_id": custom_id, "params": {**PARAMS, **changes}}, ensure_ascii=False)


def bedrock(record: str, **changes: object) -> str:
    own = {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 16, "messages": PARAMS["messages"], **changes}
    return json.dumps({"recordId": record, "modelInput": own}, ensure_ascii=False)


def call(custom_id: str, url: str = "/v1/messages", **changes: object) -> str:
    return json.dumps({"custom_id": custom_id, "method": "POST", "url": url, "body": {**PARAMS, **changes}})


def found(data: bytes) -> list[tuple[ReadInput, list[Finding]]]:
    """Each request with its findings, placed in the file."""
    out = []
    for one in read_all(data, source="x"):
        assert one.kind == "batch"
        checked = run_check(make_subject(one.request, NOTHING_SAID), NOTHING_SAID)
        out.append((one, in_source(checked.findings, data, one)))
    return out


def at(data: bytes, finding: Finding) -> str:
    """What stands in the file where the finding points."""
    assert finding.line is not None
    assert finding.column is not None
    return data.decode().split("\n")[finding.line - 1][finding.column - 1 :]


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\n\n  \n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_become_the_one_request_that_creates_the_batch(break_: str, mark: str) -> None:
    """Every line is an item, byte for byte, in a request without anything to fault."""
    rows = [line("a"), line("b"), line("c")]
    data = (mark + break_.join(rows) + break_).encode()
    ((one, findings),) = found(data)
    assert (one.request.method, one.request.url) == ("POST", "https://api.anthropic.com/v1/messages/batches")
    assert json.loads(one.request.body) == {"requests": [json.loads(row) for row in rows]}
    assert all(row.encode() in one.request.body for row in rows)
    assert findings == []


def test_each_fault_is_shown_in_its_line() -> None:
    """Rules on items, on the batch as a whole, and on parameters, each at its place in the file."""
    data = "\n".join([line("a", max_tokens="16"), "", line("a", stream=True), line("é c", frob=1), json.dumps({"custom_id": "d"})]).encode()
    ((_, findings),) = found(data)
    places = {one.rule: (one.line, at(data, one)) for one in findings}
    assert places["wrong-type"] == (1, '"16", "messages": [{"role": "user", "content": "Hé\\nllo"}]}}')
    assert places["batch-custom-id-duplicate"][0] == 3
    assert places["batch-custom-id-duplicate"][1].startswith('"a", "params"')
    assert places["batch-item-streams"] == (3, "true}}")
    assert places["pattern-mismatch"][0] == 4
    assert places["pattern-mismatch"][1].startswith('"é c"')
    assert places["field-unknown"] == (4, "1}}")
    assert places["field-missing"][0] == 5
    duplicate = next(one for one in findings if one.rule == "batch-custom-id-duplicate")
    assert (duplicate.also[0].line, duplicate.also[0].column) == (1, 15)
    wrong = next(one for one in findings if one.rule == "wrong-type")
    assert (wrong.pointer, wrong.api_error.when) == ("/requests/0/params/max_tokens", "batch-item")


@settings(deadline=None)
@given(
    st.lists(
        st.builds(line, st.sampled_from(["a", "b", "c d", "x" * 65]), max_tokens=st.sampled_from([16, "16", -1]), stream=st.booleans())
        | st.sampled_from(["{}", '{"custom_id": 1}', '{"params": {}, "custom_id": "z"}', line("q", model="claude-2.1")]),
        min_size=1,
        max_size=6,
    )
)
def test_lines_are_judged_as_the_batch_is(rows: list[str]) -> None:
    """The same findings, in the same order, as in the body that creates the batch; none without a place."""
    rows = [line("first"), *rows]
    ((_, findings),) = found("\n".join(rows).encode())
    own = make_options(endpoint="/v1/messages/batches", platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
    direct = run_check(make_subject(b'{"requests": [' + ", ".join(rows).encode() + b"]}", own), own).findings
    assert [(one.rule, one.pointer, one.severity) for one in findings] == [(one.rule, one.pointer, one.severity) for one in direct]
    assert all(one.line is not None for one in findings)


@pytest.mark.parametrize(
    ("rows", "rule", "place"),
    [
        ([line("a"), line("b")[:-1], line("c")], "missing-closing-bracket", (2, len(line("b")))),
        ([line("a") + ",", line("b")], "extra-comma", (1, len(line("a")) + 1)),
        ([line("a"), line("b") + ","], "trailing-comma", (2, len(line("b")) + 1)),
        ([line("a"), line("b").replace(', "max', ' "max')], "missing-comma", (2, line("b").index(', "max') + 1)),
        ([line("a"), line("b")[:-6]], "json-truncated", (2, len(line("b")) - 5)),
    ],
)
def test_a_broken_line_is_faulted_where_it_breaks(rows: list[str], rule: str, place: tuple[int, int]) -> None:
    """The commas that the reader puts between lines are never what is pointed at, and never what is wrong."""
    data = ("\n".join(rows) + "\n").encode()
    ((_, findings),) = found(data)
    assert (findings[0].rule, (findings[0].line, findings[0].column)) == (rule, place)
    sound = "\n".join([line("a"), line("b"), line("c")]).encode()
    assert found(sound)[0][1] == []


def test_a_list_of_items() -> None:
    """Items kept in a JSON array, or one item over several lines."""
    data = json.dumps([json.loads(line("a")), json.loads(line("b", max_tokens="16"))], indent=2).encode()
    ((one, findings),) = found(data)
    assert one.request.body == b'{"requests":' + data + b"}"
    assert [(finding.rule, at(data, finding)) for finding in findings] == [("wrong-type", '"16",')]
    data = json.dumps(json.loads(line("a", max_tokens="16")), indent=2).encode()
    ((_, findings),) = found(data)
    assert [(finding.rule, at(data, finding)) for finding in findings] == [("wrong-type", '"16",')]


def test_lines_for_bedrock_are_requests_of_their_own() -> None:
    """Checked as Bedrock has it; lines for other models are passed over; what the job hides (the model) is not faulted."""
    rows = [bedrock("r-1"), bedrock("r-2", max_tokens="16"), json.dumps({"recordId": "r-3", "modelInput": {"inputText": "Hi"}})]
    data = "\n".join(rows).encode()
    (first, none), (second, one) = found(data)
    assert none == []
    assert json.loads(first.request.body) == json.loads(rows[0])["modelInput"]
    assert [(finding.rule, finding.line, at(data, finding)[:4]) for finding in one] == [("wrong-type", 2, '"16"')]
    assert (first.label, second.label) == ("line 1 (recordId r-1)", "line 2 (recordId r-2)")
    body = json.loads(bedrock("r"))
    del body["modelInput"]["anthropic_version"]
    ((_, missing),) = found(json.dumps(body).encode())
    assert [finding.rule for finding in missing] == ["platform-version-missing"]


def test_lines_with_a_url() -> None:
    """Those to Claude are checked as what they are; those to another API are named."""
    data = "\n".join([call("a"), call("b", max_tokens=-1)]).encode()
    (_, none), (second, one) = found(data)
    assert none == []
    assert second.label == "line 2 (custom_id b)"
    assert [(finding.rule, finding.line, at(data, finding)[:2]) for finding in one] == [("number-out-of-range", 2, "-1")]
    with pytest.raises(FormatError, match=r"x: a batch for another API \(/v1/chat/completions\)"):
        read_all(call("a", "/v1/chat/completions").encode(), source="x")


def test_other_models_of_bedrock_are_refused() -> None:
    """A batch without any line for Claude has nothing to check."""
    data = json.dumps({"recordId": "r", "modelInput": {"inputText": "Hi"}}).encode()
    with pytest.raises(FormatError, match="no line's modelInput is a request to Claude"):
        read_all(data, source="x")


def test_results_are_no_requests_and_are_explained() -> None:
    """`check` names what they are and the command for them; `explain` finds the error of each line."""
    data = (SAMPLES / "batch_results.jsonl").read_bytes()
    rows = data.splitlines(keepends=True)
    for text in (data, rows[0], rows[1]):
        assert recognise(text) == "error"
        with pytest.raises(FormatError, match=r"results of a batch, not its requests \(try `why400 explain out.jsonl`\)"):
            read_all(text, source="out.jsonl")
        with pytest.raises(FormatError, match=r"why400 explain out\.jsonl"):
            parse(text, "out.jsonl")
    explained = explain(data)
    assert [(one.rule, one.first_line) for one in explained] == [("wrong-type", 1), ("messages-empty", 3)]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(PARAMS),
        json.dumps({"requests": [json.loads(line("a"))]}),
        json.dumps({"tools": [], **PARAMS}),
        json.dumps({"custom_id": "player:skip", "type": 2}),
        json.dumps({"params": {"a": 1}, "id": 3, "method": "tools/call"}),
        json.dumps({"url": "https://api.example.com", "custom_id": "TASK-1"}),
        json.dumps({"type": "error", "error": {"message": "custom_id params"}}),
        "curl https://api.anthropic.com/v1/messages -d '" + line("a") + "'",
        "POST /v1/messages/batches HTTP/1.1\n\n" + line("a"),
        "2026-11-24 12:00:00 INFO " + line("a"),
    ],
)
def test_others_are_not_taken_for_batches(data: str) -> None:
    """Bodies, other objects with such members, commands and logs."""
    assert not recognises(data.encode())


@given(st.lists(st.sampled_from([line("a"), bedrock("b"), call("c"), "", "{", '"', "]", "null", "{}"]), max_size=6), st.data())
def test_nothing_but_a_format_error(rows: list[str], more: st.DataObject) -> None:
    """Whatever the lines are and wherever they are cut; and every offset of a body is one in the file or none."""
    data = "\n".join(rows).encode()
    data = data[: more.draw(st.integers(0, len(data)))]
    recognises(data)
    with contextlib.suppress(FormatError):
        for one in requests_of(parse(data, "x")):
            for offset in range(len(one.request.body)):
                place = one.source_offset(offset)
                assert place is None or 0 <= place <= len(data)

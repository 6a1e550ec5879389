"""The tools that an MCP server lists, as tools of a Messages request."""

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
from why400.formats.mcp_tools import MODEL, parse, recognises
from why400.formats.read import read_all
from why400.model import Finding

SAMPLES = Path(__file__).parent / "samples"
LISTED = (SAMPLES / "mcp_tools_list.json").read_bytes()  # what the MCP SDK for Python 2.3 listed
TOOLS = json.loads(LISTED)
GOOD = {"name": "add", "title": "Add", "description": "Adds.", "inputSchema": {"type": "object"}, "annotations": {"readOnlyHint": True}}
SAID = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")


def findings(data: bytes, options: object = SAID) -> list[Finding]:
    (one,) = read_all(data, source="x")
    assert (one.kind, one.label) == ("mcp", "tools/list")
    return in_source(run_check(make_subject(one.request.body, SAID), SAID).findings, data, one)


def at(data: bytes, finding: Finding) -> str:
    assert finding.line is not None
    assert finding.column is not None
    return data.decode().split("\n")[finding.line - 1][finding.column - 1 :]


@pytest.mark.parametrize(
    "data",
    [
        LISTED,
        json.dumps({"tools": TOOLS, "nextCursor": "x"}, indent=2).encode(),
        json.dumps({"jsonrpc": "2.0", "id": 1, "result": {"tools": TOOLS}}).encode(),
        b"\xef\xbb\xbf" + json.dumps({"result": {"tools": TOOLS}, "jsonrpc": "2.0", "id": "1"}).encode(),
        (SAMPLES / "mcp_tools_event.txt").read_bytes(),
    ],
)
def test_every_form_of_the_list(data: bytes) -> None:
    """Bare, in an object, in a JSON-RPC answer, in an event of a stream: the same tools, and nothing to fault."""
    (one,) = read_all(data, source="x")
    body = json.loads(one.request.body)
    assert body["model"] == MODEL
    wanted = [{"name": tool["name"], "description": tool["description"], "input_schema": tool["inputSchema"]} for tool in TOOLS]
    assert body["tools"] == wanted
    assert findings(data) == []


@pytest.mark.parametrize("wrap", [lambda tools: tools, lambda tools: {"jsonrpc": "2.0", "id": 1, "result": {"tools": tools}}])
@pytest.mark.parametrize("indent", [None, 2])
def test_faults_are_shown_in_the_list(wrap: object, indent: int | None) -> None:
    """Names, schemas, descriptions, what is missing and what stands twice, each at its place in the server's answer."""
    tools = [
        {**GOOD, "name": "é weather!"},
        {**GOOD, "name": "b", "inputSchema": {"type": "object", "properties": {"a": {"type": "strng"}}}},
        {**GOOD, "name": "c", "description": 5},
        {**GOOD, "name": "c"},
        {"name": "d", "description": "without a schema"},
    ]
    data = json.dumps(wrap(tools), indent=indent, ensure_ascii=False).encode()  # type: ignore[operator]
    places = {one.rule: at(data, one) for one in findings(data)}
    assert places["pattern-mismatch"].startswith('"é weather!"')
    assert places["tool-schema-invalid"].startswith('"strng"')
    assert places["wrong-type"].startswith("5")
    assert places["tool-names-duplicate"].startswith('"c"')
    missing = next(one for one in findings(data) if one.rule == "field-missing")
    assert missing.path == "tools.4.custom.input_schema"
    assert at(data, missing).startswith("{")
    offset = len("\n".join(data.decode().split("\n")[: (missing.line or 1) - 1])) + (missing.column or 1)
    assert data.decode()[offset:].lstrip().lstrip("{").lstrip().startswith('"name": "d"')


@settings(deadline=None)
@given(
    st.lists(st.fixed_dictionaries({}, optional={name: st.sampled_from([GOOD.get(name), 1, None, [], {}]) for name in GOOD}), max_size=4)
)
def test_nothing_is_found_in_what_the_reader_added(tools: list[dict[str, object]]) -> None:
    """Every finding is about the tools, and points at the server's text."""
    data = json.dumps({"tools": [GOOD, *tools]}, indent=1).encode()
    for one in findings(data):
        assert (one.pointer or "").startswith("/tools")
        assert one.line is not None


def test_every_byte_of_a_tool_has_its_place() -> None:
    """What is taken over is found again in the source; what is added has no place there."""
    data = json.dumps({"result": {"tools": TOOLS}}, indent=1, ensure_ascii=False).encode()
    (one,) = read_all(data, source="x")
    taken = 0
    for offset, byte in enumerate(one.request.body):
        place = one.source_offset(offset)
        if place is not None:
            taken += 1
            assert data[place] == byte
    assert taken > sum(len(tool["description"]) + len(tool["name"]) for tool in TOOLS)


@pytest.mark.parametrize(
    "data",
    [
        {"tools": [GOOD], "model": "m", "messages": []},
        {"tools": [{"name": "a", "input_schema": {}}]},
        {"tools": []},
        {"name": "a", "inputSchema": {}},
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
        {"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "no inputSchema"}},
        {"result": {"content": [{"text": '"inputSchema"'}]}},
        [{"role": "user", "content": "inputSchema"}],
        "inputSchema",
    ],
)
def test_others_are_none(data: object) -> None:
    """Bodies (whose own mistake it is to write `inputSchema`), other answers, one tool alone."""
    assert not recognises(json.dumps(data).encode())
    with pytest.raises(FormatError, match="x: no tools/list result"):
        parse(json.dumps(data).encode(), "x")


@pytest.mark.parametrize("twice", [b'"name": "b", "name": "c"', b'"\\u006eame": "b", "name": "c"', b'"na\xffme": "b"'])
def test_a_member_that_can_be_read_in_two_ways_is_refused(twice: bytes) -> None:
    """Rather than checked as one of them."""
    data = b'{"tools": [{"name": "a", "inputSchema": {"type": "object"}}, {' + twice + b', "inputSchema": {}}]}'
    with pytest.raises(FormatError, match="a tools/list result with a repeated key"):
        parse(data, "x")


@given(st.integers(0, 900), st.sampled_from([b"", b'"', b"{", b"]", b"\xff"]))
def test_nothing_but_a_format_error(cut: int, more: bytes) -> None:
    """Wherever the list is cut, and whatever is put there."""
    for data in (LISTED[:cut] + more + LISTED[cut:], LISTED[:cut] + more):
        recognises(data)
        with contextlib.suppress(FormatError):
            parse(data, "x")

"""Requests in blocks of code: between the fences of Markdown, and in the cells of a notebook."""

import json
from pathlib import Path

import pytest
from checked_places import findings, places

from why400.check.fix import fix_source
from why400.check.options import make_options
from why400.errors import FormatError
from why400.formats.read import read, read_all, recognise
from why400.formats.read_input import ReadInput

SAMPLES = Path(__file__).parent / "samples"
ISSUE = (SAMPLES / "markdown_issue.md").read_bytes()
"""Written as an issue is; what is between its fences are a curl command, a call of the SDK, a body, an answer and no request."""
NOTEBOOK = (SAMPLES / "notebook_nbformat.json").read_bytes()
"""Written by nbformat 5.10."""
BODY = '{"model": "claude-sonnet-5", "max_tokens": 1, "messages": []}'
CURL = f"curl https://api.anthropic.com/v1/messages -d '{BODY}'"
MORE = "more\n" * 300
PYTHON = "client.messages.create(model='m', max_tokens=1, messages=[])"


def cells(*sources: str | list[str], **more: object) -> bytes:
    made = [{"cell_type": "code", "source": source, "outputs": []} for source in sources]
    return json.dumps({**more, "cells": made, "nbformat": 4, "nbformat_minor": 5}).encode()


def mended(data: bytes, number: int) -> tuple[bytes, bool]:
    """The text with the safe mends of one of its requests, and whether they could not be written."""

    def again(text: bytes) -> ReadInput:
        return read(text, source="x").requests[number]

    options = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
    done = fix_source(data, again(data), again, options, unsafe=False)
    return done.data, done.unwritten


def test_each_block_of_an_issue_is_read_or_passed_over() -> None:
    found = read(ISSUE, source="issue.md")
    assert [(one.kind, one.label) for one in found.requests] == [("curl", "line 6"), ("snippet", "line 23"), ("json", "line 34")]
    assert [one.text for one in found.passed_over] == [
        "issue.md: line 44: no request in this block (it is an error body of an API: try `why400 explain`)",
        "issue.md: line 50: no request in this block",
    ]


def test_places_in_markdown_are_those_of_the_file() -> None:
    assert [places(ISSUE, number) for number in range(3)] == [
        {"wrong-type": '"1024",'},
        {"wrong-type": '"0",'},
        {"messages-empty": "[]"},
    ]
    assert findings(ISSUE, 1)[0].line == 25


def test_what_is_mended_in_markdown_stands_in_its_block() -> None:
    after, unwritten = mended(ISSUE, 0)
    assert (after, unwritten) == (ISSUE.replace(b'"1024"', b"1024"), False)
    assert mended(ISSUE, 1) == (ISSUE, True)  # code is not the body that is sent
    broken = ISSUE.replace(b'"messages": []\n', b'"messages": [{"role": "user", "content": "x"}],\n')
    assert mended(broken, 2)[0] == broken.replace(b"}],\n}", b"}]\n}")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"# Title\n\n~~~\n{CURL}\n{CURL}\n~~~\n", ["command 1 (line 4)", "command 2 (line 5)"]),
        (f"1. First:\n\n   ```sh\n   {CURL}\n   ```\n\n2. Then\n", ["line 4"]),
        (f"````md\n```\nno\n```\n````\n\n```json\n\n{BODY}\n```", ["line 9"]),
        (f"```jsonl\n{BODY}\n{BODY}\n```\n", ["line 2", "line 3"]),
        (f"Left open:\n\n```\n{CURL}\n", ["line 4"]),
        (
            f"With\n```http\nPOST /v1/messages HTTP/1.1\nHost: api.anthropic.com\n\n{BODY}\n```\n{MORE}```\n{CURL}\n```\n",
            ["line 3", "line 309"],
        ),
        (f"x\n```sh\ncurl https://example.com -d 1\n```\n```sh\n{CURL}\n```\n", ["line 6"]),
    ],
    ids=["tildes", "in a list", "longer fences", "one body a line", "left open", "far down", "elsewhere"],
)
def test_fences(text: str, labels: list[str]) -> None:
    assert [one.label for one in read(text.encode(), source="x").requests] == labels


@pytest.mark.parametrize(
    "text",
    [
        f'import anthropic\nPROMPT = """\n```json\n{BODY}\n```\n"""\nclient.messages.create(model="m", max_tokens=1, messages=[], system=PROMPT)\n',
        f'curl https://api.anthropic.com/v1/messages -d @- <<\'EOF\'\n{{"model": "m", "system": "\n```\n{CURL}\n```\n"}}\nEOF\n',
        f'{{"model": "m", "messages": [{{"role": "user", "content": "\n```\n{CURL}\n```\n"}}]}}',
    ],
    ids=["Python", "curl", "JSON"],
)
def test_fences_inside_another_request_are_its_text(text: str) -> None:
    found = read(text.encode(), source="x").requests
    assert len(found) == 1
    assert b"```" in found[0].request.body


def test_markdown_without_a_request_is_refused_as_before() -> None:
    for text in (
        b"# Notes\n\n```sh\npip install anthropic\n```\n",
        b'# Notes\n\n```json\n{"name": "x", "version": "1"}\n```\n',
        b'# Notes\n\n```json\n{"error": {"type": "invalid_request_error", "message": "m"}, "type": "error"}\n```\n',
    ):
        assert recognise(text) != "request"
        with pytest.raises(FormatError, match="not a request that I can read"):
            read(text, source="x")


def test_variables_of_a_block_hold_for_those_behind_it() -> None:
    """The last that gave a value counts; what a function has, or what is changed, is not known."""
    text = """
```python
MODEL = "a"
messages = [{"role": "user", "content": "1"}]
limit = 1
limit += 1
def f():
    inner = 5
```
```python
MODEL = "b"
client.messages.create(model=MODEL, max_tokens=1, messages=messages)
```
```python
client.messages.create(model=MODEL, max_tokens=2, messages=[])
```
```python
client.messages.create(model=MODEL, max_tokens=limit, messages=[])
client.messages.create(model=MODEL, max_tokens=inner, messages=[])
```
"""
    found = read(text.encode(), source="x")
    bodies = [json.loads(one.request.body) for one in found.requests]
    assert [(body["model"], body["max_tokens"], len(body["messages"])) for body in bodies] == [("b", 1, 1), ("b", 2, 0)]
    assert ["`limit`" in found.passed_over[1].text, "`inner`" in found.passed_over[2].text] == [True, True]


def test_more_blocks_than_are_read_is_said() -> None:
    found = read(f"x\n```sh\n{CURL}\n```\n".encode() * 103, source="x")
    assert len(found.requests) == 100
    assert [one.text for one in found.passed_over] == ["x: line 403: more than 100 blocks that are requests: give the rest by itself"]


def test_the_cells_of_a_notebook_are_read_as_one_program() -> None:
    found = read(NOTEBOOK, source="a.ipynb")
    assert [(one.kind, one.label) for one in found.requests] == [
        ("snippet", "cell 4, line 2"),
        ("curl", "cell 6, line 2"),
        ("snippet", "cell 7, line 2"),
    ]
    assert [json.loads(one.request.body)["messages"][0]["content"] for one in found.requests] == ["Grüße", "it's", "Again"]
    said = [one.text for one in found.passed_over]
    assert said[0].startswith("a.ipynb: cell 5, line 2: `question` is a variable")
    assert said[1].startswith("a.ipynb: cell 7, line 3: this part of the Python cannot be read (")
    assert said[2].startswith("a.ipynb: the body is not in the command but comes from a file")
    assert said[2].endswith(" (cell 8, line 1)")
    lines = NOTEBOOK.decode().split("\n")
    assert [lines[(one.line or 0) - 1].strip(' ",')[:12] for one in found.passed_over] == ["return clien", 'print \\"done', "!curl https:"]


def test_places_in_a_notebook_are_those_of_the_file() -> None:
    assert [places(NOTEBOOK, number) for number in (0, 1)] == [
        {"wrong-type": '\\"1000\\",\\n",'},
        {"wrong-type": '\\"5\\",\\n",'},
    ]


def test_what_is_mended_in_a_notebook_stands_in_its_cell() -> None:
    after, unwritten = mended(NOTEBOOK, 1)
    assert (after, unwritten) == (NOTEBOOK.replace(b'\\"max_tokens\\": \\"5\\"', b'\\"max_tokens\\": 5'), False)
    assert mended(NOTEBOOK, 0) == (NOTEBOOK, True)


def test_what_is_written_to_a_cell_is_escaped_as_its_string_is() -> None:
    body = '{"model": "claude-sonnet-5", "max_completion_tokens": 1, "messages": [{"role": "user", "content": "x"}]}'
    command = f"curl https://api.anthropic.com/v1/messages -d '{body}'"
    after, unwritten = mended(cells(["%%bash\n", command]), 0)
    assert not unwritten
    assert json.loads(after)["cells"][0]["source"] == ["%%bash\n", command.replace("max_completion_tokens", "max_tokens")]


def test_notebooks_in_other_forms() -> None:
    """Colab puts the metadata first; a source may be one string; an error in an output makes it no error."""
    data = cells(f"{PYTHON}\n%timeit 1", metadata={"colab": {"error": "invalid_request_error"}})
    assert [one.label for one in read(data, source="x").requests] == ["cell 1, line 1"]
    with pytest.raises(FormatError, match="x: no code cell sends a request"):
        read(cells("print(1)"), source="x")
    body = {"model": "m", "max_tokens": 1, "messages": [], "metadata": json.loads(data)}
    assert read(json.dumps(body).encode(), source="x").requests[0].kind == "json"


def test_a_cell_without_a_source_is_an_empty_one() -> None:
    """Found by hypothesis: the place of the source was looked up where there is none."""
    cell = {"cell_type": "code", "source": "import anthropic\nanthropic.Anthropic().messages.create(model='m', max_tokens=1, messages=[])"}
    notebook = {"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "metadata": {}}, cell]}
    [one] = read_all(json.dumps(notebook).encode(), source="x", as_="notebook")
    assert json.loads(one.request.body) == {"model": "m", "max_tokens": 1, "messages": []}

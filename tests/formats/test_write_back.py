"""Changes of a body are carried out in the source around it, and read again as they were meant."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.check.source_edits import spliced
from why400.formats.read import read_all
from why400.formats.write_back import written_back

BODY = '{"model": "m", "text": "it is", "n": [1, 2]}'
URL = "https://api.anthropic.com/v1/messages"
SOURCES = {
    "json": BODY.encode(),
    "http": f"POST /v1/messages HTTP/1.1\r\nHost: x\r\ncontent-length: {len(BODY)}\r\n\r\n{BODY}".encode(),
    "curl": f"curl {URL} \\\n -d '{BODY}' -H 'a: b'".encode(),
}


@pytest.mark.parametrize("kind", SOURCES)
@given(data=st.data())
def test_what_is_written_reads_back(kind: str, data: st.DataObject) -> None:
    source = SOURCES[kind]
    found = read_all(source, source="x")[0]
    body = found.request.body
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), min_size=2, max_size=4, unique=True)))
    words = st.sampled_from([b"", b"xy", "é…".encode(), b'"', b"[1]"])
    step = [(cuts[at], cuts[at + 1], data.draw(words)) for at in range(0, len(cuts) - 1, 2)]
    after = written_back(source, found, step)
    assert after is not None
    assert read_all(after, source="x", as_=kind)[0].request.body == spliced(body, step)
    assert after.startswith(source[: found.source_offset(0)].partition(b"content-length")[0])


def test_content_length_stays_right_only_where_it_was() -> None:
    right = SOURCES["http"]
    wrong = right.replace(str(len(BODY)).encode(), b"7")
    for source, said in ((right, len(BODY) + 2), (wrong, 7)):
        after = written_back(source, read_all(source, source="x")[0], [(0, 0, b"  ")])
        assert after is not None
        assert f"content-length: {said}\r\n".encode() in after


def test_quotes_of_a_shell_are_kept_shut() -> None:
    source = f"curl {URL} -d '{BODY}'".encode()
    found = read_all(source, source="x")[0]
    after = written_back(source, found, [(24, 29, b"it's")])
    if found.encoding == "shell-single":
        assert after is not None
        assert json.loads(read_all(after, source="x")[0].request.body)["text"] == "it's"

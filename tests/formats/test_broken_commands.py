"""Commands and code that are cut off, mixed up or no such thing: FormatError or a reading, and nothing else."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.read import read_all, recognise

SAMPLES = Path(__file__).parent / "samples"
KINDS = ("curl", "http", "powershell", "httpie", "snippet", "markdown", "notebook")
COMMANDS = [
    case["command"].encode() for name in ("curl", "httpie") for case in json.loads((SAMPLES / f"{name}_commands.json").read_text())["cases"]
]
FILES = [
    path.read_bytes()
    for path in sorted(SAMPLES.iterdir())
    if path.name.startswith(("powershell_", "snippet_", "http_trace", "markdown_", "notebook_"))
]
PARTS = [
    b"",
    b"'",
    b'"',
    b"`",
    b"\\",
    b"^",
    b"$'",
    b"$(",
    b"@'\n",
    b"<<EOF",
    b"\n",
    b":",
    b"\xff",
    b"\0",
    b"{",
    b")",
    b"/*",
    b"<#",
    b"###\n",
    b"${",
    b"\r\n",
    b"[" * 300,
]


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")), st.sampled_from(KINDS))
def test_any_bytes(data: bytes, kind: str) -> None:
    """Taken for what they are not."""
    recognise(data)
    with contextlib.suppress(FormatError):
        read_all(data, source="x", as_=kind)


@given(st.sampled_from(COMMANDS + FILES), st.data())
def test_cut_and_mixed(sample: bytes, draw: st.DataObject) -> None:
    """Cut off, and with something put in: read as what it seems, and as each kind."""
    at = draw.draw(st.integers(0, len(sample)))
    behind = draw.draw(st.sampled_from([sample[at:], b"", sample[at + 1 :]]))
    broken = sample[:at] + draw.draw(st.sampled_from(PARTS)) + behind
    recognise(broken)
    for kind in (None, draw.draw(st.sampled_from(KINDS))):
        with contextlib.suppress(FormatError):
            for one in read_all(broken, source="x", as_=kind, load=lambda name: b"{}"):
                places = [one.source_offset(offset) for offset in range(len(one.request.body) + 1)]
                assert all(place is None or 0 <= place <= len(broken) for place in places)


@pytest.mark.parametrize("sample", COMMANDS + FILES, ids=range(len(COMMANDS + FILES)))
def test_samples_are_recognised(sample: bytes) -> None:
    """Each as its own kind, without being told."""
    assert recognise(sample) == "request"
    assert read_all(sample, source="x", load=lambda name: b"{}")

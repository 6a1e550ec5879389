"""The reader says what the real curl sends: samples/curl_commands.json was noted with it (record_curl.py)."""

import json
from pathlib import Path

import pytest

from why400.formats.read import read_all

NOTED = json.loads((Path(__file__).parent / "samples/curl_commands.json").read_text())
FILES = {name: content.encode() for name, content in NOTED["files"].items()}
KEPT = ("content-type", "x-api-key", "x-note", "authorization")


def test_there_are_enough() -> None:
    """Forty commands at least, each of which sent something."""
    assert len(NOTED["cases"]) >= 40
    assert all(case["sent"] for case in NOTED["cases"])


@pytest.mark.parametrize("case", NOTED["cases"], ids=[case["command"][:60] for case in NOTED["cases"]])
def test_as_curl_sends_it(case: dict[str, object]) -> None:
    """Method, target, the headers that matter, and the body, byte for byte; for each request of the text."""
    command = str(case["command"]).encode()
    read = [one.request for one in read_all(command, source="x", load=FILES.__getitem__)]
    said = [
        {
            "method": request.method,
            "target": request.url.removeprefix("http://api.local"),
            "headers": {name.lower(): value for name, value in request.header_pairs if name.lower() in KEPT},
            "body": request.body.decode("latin-1"),
        }
        for request in read
    ]
    assert said == case["sent"]


@pytest.mark.parametrize("case", NOTED["cases"], ids=[case["command"][:60] for case in NOTED["cases"]])
def test_places_are_of_the_same_bytes(case: dict[str, object]) -> None:
    """A byte with a place in the command, or in the file that it names, stands there, or at the backslash that makes it."""
    command = str(case["command"]).encode()
    for one in read_all(command, source="x", load=FILES.__getitem__):
        for offset, byte in enumerate(one.request.body):
            place = one.source_offset(offset)
            if place is not None and "urlencode" not in str(case["command"]) and "$'" not in str(case["command"]):
                assert (one.file.data if one.file is not None else command)[place] in (byte, ord("\\")), (offset, place)

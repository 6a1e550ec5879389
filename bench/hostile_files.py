"""Files in which a body stands in escapes and folded lines: what it costs to read them, and to find the way back."""

from __future__ import annotations

from collections.abc import Callable

from why400.formats.read import read_all

_URL = b"https://api.anthropic.com/v1/messages"


def json_string(count: int) -> bytes:
    """A JSON string of escapes."""
    return b'"' + rb"\"\n" * count + b'"'


def har(count: int) -> bytes:
    """One entry, whose body is full of escapes."""
    body = rb"{\"messages\": [" + rb"\"it's \\\"\u00e9\\\"\"," * count + rb"\"a\"]}"
    sent = b'{"method": "POST", "url": "' + _URL + b'", "headers": [], "postData": {"text": "' + body + b'"}}'
    return b'{"log": {"entries": [{"request": ' + sent + b', "response": {"status": 200}}]}}'


def json_cassette(count: int) -> bytes:
    """One interaction of vcrpy's, in JSON, whose body is full of escapes."""
    body = rb"{\"messages\": [" + rb"\"it's \\\"\u00e9\\\"\"," * count + rb"\"a\"]}"
    sent = b'{"method": "POST", "uri": "' + _URL + b'", "headers": {}, "body": "' + body + b'"}'
    return b'{"version": 1, "interactions": [{"request": ' + sent + b', "response": {"status": {"code": 200}}}]}'


def yaml_cassette(count: int) -> bytes:
    """The same in YAML: quotes that are doubled, and lines that are folded."""
    body = b'{"messages": [' + b'"it\'\'s \\"\xc3\xa9\\"",\n      ' * count + b'"a"]}'
    sent = b"    body: '" + body + b"'\n    headers: {}\n    method: POST\n    uri: " + _URL
    return b"interactions:\n- request:\n" + sent + b"\n  response:\n    status: {code: 200}\nversion: 1\n"


def read_and_go_back(data: bytes) -> int | None:
    """Reads the one request, and gives the place of its body's last byte."""
    (one,) = read_all(data, source="x")
    return one.source_offset(len(one.request.body) - 1)


READ: dict[str, Callable[[int], bytes]] = {
    "a HAR's body in escapes": har,
    "a cassette's body in JSON's escapes": json_cassette,
    "a cassette's body in YAML's folds": yaml_cassette,
}

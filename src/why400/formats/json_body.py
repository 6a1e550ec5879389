"""A JSON body alone, sound or broken."""

import re

import orjson

from why400.formats.read_input import ReadInput
from why400.model import Request

_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x00]*")
_START = re.compile(
    rb"""\{
    | \[ \s* (?: [\[\{"'\]] | -?\d | true\b | false\b | null\b | \Z )
    | "(?:[^"\\\n]|\\.){0,4096}" \s* (?: : | \Z )
    | '\w{1,64}' \s* :
    | (?: -?\d[\d.eE+-]{0,400} | true | false | null ) \s* \Z
    | // [^\n]{0,400} \n \s* \{
    | /\* (?:(?!\*/)[\s\S]){0,2000} \*/ \s* \{
    """,
    re.VERBOSE,
)
# `[2026-11-23 …`, `[12:30:01] …`, `[0001] text`: a log's line, not an array.
_LOG = re.compile(rb"\[\s*\d[\d:./T \-,+Z]*\]\s*[A-Za-z\[]|\[\s*\d{4}-\d\d-\d\d[T ]")
_UTF16 = (b"\xff\xfe{\x00", b"\xfe\xff\x00{", b"{\x00", b"\x00{")


def recognises(data: bytes) -> bool:
    """Whether the data begins as JSON, or as what is left of it, would."""
    if data.startswith(_UTF16):
        return True
    lead = _LEAD.match(data)
    at = lead.end() if lead else 0
    head = data[at : at + 8192]
    return _START.match(head) is not None and _LOG.match(head) is None


def parse(data: bytes, source: str, load: object = None) -> list[ReadInput]:
    """The data as the body of a `POST /v1/messages`, or as one body a line; every byte is kept."""
    del source, load
    lines = _bodies(data)
    if lines is None:
        return [ReadInput(Request(body=data), "json", body_only=True, body_offset=0)]
    return [
        ReadInput(Request(body=data[start:end]), "json", body_only=True, body_offset=start, body_end=end, label=f"line {number}")
        for number, start, end in lines
    ]


def _bodies(data: bytes) -> list[tuple[int, int, int]] | None:
    """The lines, each with its number, that are bodies by themselves; None unless there are two, and the first two are sound."""
    first = data.find(b"\n")
    if first < 0 or not _is_body(data[:first]):
        return None
    lines: list[tuple[int, int, int]] = []
    start = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            if len(lines) == 1 and not _is_body(line):
                return None
            lines.append((number, start, start + len(line.rstrip(b"\r"))))
        start += len(line) + 1
    return lines if len(lines) > 1 else None


def _is_body(line: bytes) -> bool:
    try:
        value = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return False
    return isinstance(value, dict) and ("messages" in value or "prompt" in value)

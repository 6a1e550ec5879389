"""A JSON body alone, sound or broken."""

import re

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
    """The data as the body of a `POST /v1/messages`; every byte is kept."""
    del source, load
    return [ReadInput(Request(body=data), "json", body_only=True, body_offset=0)]

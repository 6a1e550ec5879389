"""A raw HTTP request: request line, headers, an empty line, the body."""

import re

from why400.errors import FormatError
from why400.formats.read_input import ReadInput
from why400.model import Request

_METHODS = rb"GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"
_REQUEST_LINE = re.compile(
    rb"([A-Za-z]{1,20})[ \t]+(\S+)[ \t]+HTTP/\d(?:\.\d)?[ \t]*(?:\r?\n|\Z)"
    rb"|(" + _METHODS + rb")[ \t]+((?:/|https?://)\S*)[ \t]*(?:\r?\n|\Z)"
)
_PSEUDO = re.compile(rb":(method|authority|path|scheme|protocol)[ \t]*:[ \t]*([^\r\n]*?)[ \t]*(?:\r?\n|\Z)", re.IGNORECASE)
_LINE = re.compile(rb"([^\n]*?)\r?(?:\n|\Z)")
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*")
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LOCAL = ("localhost", "127.", "[::1]", "0.0.0.0")  # noqa: S104  recognised, not bound


def recognises(data: bytes) -> bool:
    """Whether the data begins with a request line, or with the pseudo headers that HTTP/2 has in its place."""
    lead = _LEAD.match(data)
    at = lead.end() if lead else 0
    return _REQUEST_LINE.match(data, at) is not None or _PSEUDO.match(data, at) is not None


def parse(data: bytes, source: str, load: object = None) -> list[ReadInput]:
    """The request; lines may end in CRLF or LF. Raises FormatError where a line is no header.

    The body is what follows the empty line. A `Content-Length` cuts off only white space behind it (the line break
    that an editor adds); a wrong one changes nothing.
    """
    del load
    lead = _LEAD.match(data)
    at = lead.end() if lead else 0
    pseudo: dict[str, str] = {}
    first = _REQUEST_LINE.match(data, at)
    if first:
        pseudo = {"method": _text(first[1] or first[3]), "path": _text(first[2] or first[4])}
        at = first.end()
    headers: list[tuple[str, str]] = []
    while at < len(data):
        special = _PSEUDO.match(data, at)
        if special:
            pseudo[special[1].decode().lower()] = _text(special[2])
            at = special.end()
            continue
        found = _LINE.match(data, at)
        assert found is not None  # the pattern matches anything
        line = found[1]
        if not line.strip():
            at = found.end()
            break
        if line[:1] in b" \t" and headers:
            name, value = headers[-1]
            headers[-1] = (name, f"{value} {_text(line.strip())}")
        else:
            name, colon, value = _text(line).partition(":")
            if not colon or not _TOKEN.fullmatch(line.partition(b":")[0].strip()):
                number = data.count(b"\n", 0, at) + 1
                raise FormatError(f"{source}: line {number} is no HTTP header (`Name: value`); an empty line ends the headers")
            headers.append((name.strip(), value.strip()))
        at = found.end()
    if "method" not in pseudo and "path" not in pseudo:
        raise FormatError(f"{source}: no HTTP request line (`POST /v1/messages HTTP/1.1`) at the top")
    body = _body(data[at:], headers)
    request = Request(method=pseudo.get("method", "POST").upper(), url=_url(pseudo, headers), headers=headers, body=body)
    return [ReadInput(request, "http", body_only=False, body_offset=at)]


def _body(rest: bytes, headers: list[tuple[str, str]]) -> bytes:
    length = next((value for name, value in headers if name.lower() == "content-length"), "")
    if length.isascii() and length.isdigit() and len(length) < 16:
        size = int(length)
        if size < len(rest) and not rest[size:].strip():
            return rest[:size]
    return rest


def _url(pseudo: dict[str, str], headers: list[tuple[str, str]]) -> str:
    target = pseudo.get("path", "/v1/messages")
    if target.lower().startswith(("http://", "https://")):
        return target
    host = pseudo.get("authority") or next((value for name, value in headers if name.lower() == "host"), "")
    host = host or "api.anthropic.com"
    scheme = pseudo.get("scheme") or ("http" if host.startswith(_LOCAL) else "https")
    return f"{scheme}://{host}{target if target.startswith('/') else '/' + target}"


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")

"""Raw HTTP requests: request line, headers, an empty line, the body; also several in one `.http` file, and curl's traces."""

import re
import zlib

from why400.errors import FormatError
from why400.formats.pieces import Piece, joined, offsets
from why400.formats.read_input import Encoding, Outcome, PassedOver, ReadInput
from why400.model import Request

_METHODS = rb"GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"
_REQUEST_LINE = re.compile(
    rb"([A-Za-z]{1,20})[ \t]+(\S+)[ \t]+HTTP/\d(?:\.\d)?[ \t]*(?:\r?\n|\Z)"
    rb"|(" + _METHODS + rb")[ \t]+((?:/|https?://|\{\{)\S*)[ \t]*(?:\r?\n|\Z)"
)
_PSEUDO = re.compile(rb":(method|authority|path|scheme|protocol)[ \t]*+:[ \t]*+((?:[^\r\n]*[^\r\n \t])?)[ \t]*+(?:\r?\n|\Z)", re.IGNORECASE)
_LINE = re.compile(rb"([^\n]*?)\r?(?:\n|\Z)")
# Blank lines, and what editors' HTTP clients take for comments and variables.
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t\r]*\n)*(?:[ \t]*(?:(?:#|//|@\w)[^\n]{0,1000})?\r?\n){0,200}")
_SEPARATOR = re.compile(rb"(?m)^###[^\n]*(?:\n|\Z)")
_RESPONSE = re.compile(rb"\s*HTTP/\d(?:\.\d)? \d{3}\b")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHUNK_END = re.compile(rb"\r?\n")
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_PLACEHOLDER = re.compile(r"(?:Bearer )?\{\{[^{}]{1,100}\}\}")
_LOCAL = ("localhost", "127.", "[::1]", "0.0.0.0")  # noqa: S104  recognised, not bound
_UNPACKED_AT_MOST = 300_000_000  # bytes: more than any endpoint takes

Headers = list[tuple[str, str]]


def recognises(data: bytes) -> bool:
    """Whether the data begins with a request line, with the pseudo headers that HTTP/2 has in its place, or as a trace of curl."""
    lead = _LEAD.match(data)
    at = lead.end() if lead else 0
    return _REQUEST_LINE.match(data, at) is not None or _PSEUDO.match(data, at) is not None or _is_trace(data)


def _is_trace(data: bytes, *, verbose: bool = False) -> bool:
    """Whether it is what curl says of a request; `verbose`: of any, though its body be left out."""
    if data[:2] not in (b"* ", b"> ") and b"=> Send header" not in data[:16_384]:
        return False
    from why400.formats import curl_trace  # here: to recognise other texts needs none of it

    return curl_trace.recognises(data) or (verbose and curl_trace.is_verbose(data))


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The requests; lines may end in CRLF or LF. One with a line that is no header is passed over.

    The body is what follows the empty line. A `Content-Length` cuts off white space behind it (the line break that an
    editor adds) and an answer; a wrong one changes nothing. Chunks are put together; a body packed as deflate, br or
    zstd is unpacked where the module for it is installed, one packed as gzip stays as it is.
    """
    del load
    if _is_trace(data, verbose=True):
        return _traced(data, source)
    parts = _parts(data)
    found: list[Outcome] = []
    for at, end in parts:
        line = data.count(b"\n", 0, at) + 1
        try:
            one = _one(data, at, end, source, cut=len(parts) > 1 or end < len(data))
            found.append(_labelled(one, f"line {line}") if len(parts) > 1 else one)
        except FormatError as exc:
            found.append(PassedOver(exc, line))
    return found


def _parts(data: bytes) -> list[tuple[int, int]]:
    """Where the requests begin and end: `###`, with a request or nothing behind it, stands between two."""
    lead = _LEAD.match(data)
    parts = [(lead.end() if lead else 0, len(data))]
    for mark in _SEPARATOR.finditer(data, parts[0][0]):
        lead = _LEAD.match(data, mark.end())
        at = lead.end() if lead else mark.end()
        if _REQUEST_LINE.match(data, at):
            parts[-1] = (parts[-1][0], mark.start())
            parts.append((at, len(data)))
        elif parts[-1][1] == len(data) and not data[mark.end() :].strip():
            parts[-1] = (parts[-1][0], mark.start())
    return parts


def _labelled(one: ReadInput, label: str) -> ReadInput:
    from msgspec.structs import replace  # here: one request needs no label

    return replace(one, label=label)


def _one(data: bytes, at: int, end: int, source: str, *, cut: bool) -> ReadInput:
    """The request between two offsets; `cut`: blanks before a separator are none of the body."""
    pseudo, headers, at = _head(data, at, end, source)
    rest = data[at:end].rstrip() if cut else data[at:end]
    if _value(headers, "transfer-encoding").lower() == "chunked" and (chunks := _chunks(rest, at)) is not None:
        body, places = joined(chunks), offsets(chunks)
        return ReadInput(_request(pseudo, headers, body), "http", body_only=False, body_map=places, encoding="none")
    body = _body(rest, headers)
    unpacked = _unpacked(body, _value(headers, "content-encoding").lower())
    if unpacked is not None:
        return ReadInput(_request(pseudo, headers, unpacked), "http", body_only=False, encoding="none")
    packed = body[:2] == b"\x1f\x8b"
    encoding: Encoding = "none" if packed else "verbatim"
    return ReadInput(
        _request(pseudo, headers, body),
        "http",
        body_only=False,
        body_offset=None if packed else at,
        body_end=at + len(body),
        encoding=encoding,
    )


def _traced(data: bytes, source: str) -> list[Outcome]:
    """What a trace of curl says that was sent."""
    from why400.formats import curl_trace

    found: list[Outcome] = []
    for head, pieces, start in curl_trace.requests(data):
        line = data.count(b"\n", 0, start) + 1
        if pieces is None:
            where = f"{source}: line {line}"
            exc = FormatError(f"{where}: `curl -v` does not print the body: check the command itself, or run it with `--trace-ascii -`")
            found.append(PassedOver(exc, line))
            continue
        try:
            pseudo, headers, _ = _head(head, 0, len(head), source)
        except FormatError as exc:
            found.append(PassedOver(exc, line))
            continue
        body = joined(pieces)
        found.append(
            ReadInput(
                _request(pseudo, headers, body),
                "http",
                body_only=False,
                body_map=offsets(pieces),
                encoding="none",
                label=f"line {line}",
            )
        )
    if not found:
        raise FormatError(f"{source}: no request in the trace of curl (`=> Send header`)")
    only = found[0]
    return [_labelled(only, "")] if len(found) == 1 and isinstance(only, ReadInput) else found


def _head(data: bytes, at: int, end: int, source: str) -> tuple[dict[str, str], Headers, int]:
    """Method and target, the headers, and where the body begins."""
    pseudo: dict[str, str] = {}
    first = _REQUEST_LINE.match(data, at, end)
    if first:
        pseudo = {"method": _text(first[1] or first[3]), "path": _text(first[2] or first[4])}
        at = first.end()
    headers: Headers = []
    while at < end:
        special = _PSEUDO.match(data, at, end)
        if special:
            pseudo[special[1].decode().lower()] = _text(special[2])
            at = special.end()
            continue
        found = _LINE.match(data, at, end)
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
            value = value.strip()
            # What an editor's HTTP client fills in is as unknown as a variable of a shell.
            headers.append((name.strip(), "$" + value.strip("{} ") if _PLACEHOLDER.fullmatch(value) else value))
        at = found.end()
    if "method" not in pseudo and "path" not in pseudo:
        raise FormatError(f"{source}: no HTTP request line (`POST /v1/messages HTTP/1.1`) at the top")
    return pseudo, headers, at


def _request(pseudo: dict[str, str], headers: Headers, body: bytes) -> Request:
    return Request(method=pseudo.get("method", "POST").upper(), url=_url(pseudo, headers), headers=headers, body=body)


def _body(rest: bytes, headers: Headers) -> bytes:
    length = _value(headers, "content-length")
    if length.isascii() and length.isdigit() and len(length) < 16:
        size = int(length)
        if size < len(rest) and (not rest[size:].strip() or _RESPONSE.match(rest, size)):
            return rest[:size]
    return rest


def _chunks(rest: bytes, begin: int) -> list[Piece] | None:
    """The chunks with their places; None for a body that does not stand in chunks. What is cut off is left out."""
    found: list[Piece] = []
    at = 0
    while mark := _CHUNK.match(rest, at):
        size = int(mark[1], 16)
        if size == 0:
            return found
        found.append((rest[mark.end() : mark.end() + size], begin + mark.end()))
        gap = _CHUNK_END.match(rest, mark.end() + size)
        if gap is None:
            return found if mark.end() + size >= len(rest) else None
        at = gap.end()
    return found or None


def _unpacked(body: bytes, coding: str) -> bytes | None:
    """The body without its deflate, br or zstd; None where it is none of them, does not unpack, or the module is missing."""
    if coding not in ("deflate", "br", "zstd") or body.lstrip()[:1] in (b"{", b"["):
        return None
    try:
        if coding == "deflate":
            return zlib.decompressobj().decompress(body, _UNPACKED_AT_MOST)
        from importlib import import_module  # neither is needed for anything else

        if coding == "br":
            return bytes(import_module("brotli").decompress(body))
        return bytes(import_module("zstandard").ZstdDecompressor().decompress(body, max_output_size=_UNPACKED_AT_MOST))
    except Exception:  # each module has errors of its own; what does not unpack stays as it is
        return None


def _value(headers: Headers, wanted: str) -> str:
    return next((value for name, value in headers if name.lower() == wanted), "").strip()


def _url(pseudo: dict[str, str], headers: Headers) -> str:
    target = pseudo.get("path", "/v1/messages")
    if target.lower().startswith(("http://", "https://")):
        return target
    if target.startswith("{{"):  # `{{baseUrl}}/v1/messages`
        target = target.partition("}}")[2] or "/v1/messages"
    host = pseudo.get("authority") or _value(headers, "host")
    host = host if host and "{{" not in host else "api.anthropic.com"
    scheme = pseudo.get("scheme") or ("http" if host.startswith(_LOCAL) else "https")
    return f"{scheme}://{host}{target if target.startswith('/') else '/' + target}"


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")

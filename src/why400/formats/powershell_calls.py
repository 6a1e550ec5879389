"""The requests that a PowerShell script sends, as far as its literals say them."""

import re
from urllib.parse import quote_plus

from why400.errors import FormatError, UsageError
from why400.formats import literal
from why400.formats.curl import Load
from why400.formats.literal import Node
from why400.formats.pieces import Piece, joined, offsets
from why400.formats.powershell_files import file_name
from why400.formats.powershell_script import Script
from why400.formats.read_input import BodyFile, Encoding, Outcome, PassedOver, ReadInput
from why400.formats.unfilled import require_filled
from why400.model import Request

_OURS = re.compile(r"anthropic|claude|/v1/(?:messages|complete|models|files|skills)\b|rawPredict|/invoke", re.IGNORECASE)
_FORM = "application/x-www-form-urlencoded"


def read(data: bytes, source: str, load: Load | None, command: re.Pattern[bytes]) -> list[Outcome]:
    """The requests of its calls; of many, those that are none for an API of Claude are left out.

    A call whose body is made of what only running the script would tell is passed over.
    """
    script = Script(data, source)
    calls = script.calls(command)
    if not calls:
        raise FormatError(f"{source}: no Invoke-RestMethod or Invoke-WebRequest with a URL is in the script")
    ours = {start for start, given in calls if not isinstance(given, FormatError) and _OURS.search(_plain(given.get("uri")) or "")}
    out: list[Outcome] = []
    for start, given in calls:
        line = data.count(b"\n", 0, start) + 1
        if isinstance(given, FormatError):
            out.append(PassedOver(given, line))
        elif not ours or start in ours or _plain(given.get("uri")) is None:
            try:
                out.append(_request(script, line, f"line {line}" if len(calls) > 1 else "", given, load))
            except (FormatError, UsageError) as exc:
                out.append(PassedOver(exc, line))
    return out


def _plain(node: Node | None) -> str | None:
    return literal.plain(node) if node is not None else None


def _request(script: Script, line: int, label: str, given: dict[str, Node], load: Load | None) -> ReadInput:
    source = script.source
    url = _plain(given.get("uri"))
    if url is None:
        raise FormatError(f"{source}: line {line}: the URL is no literal: give `--as json` the body alone")
    method = (_plain(given.get("method")) or "GET").upper()
    headers = _headers(given.get("headers"))
    content_type = _plain(given.get("contenttype"))
    names = {name.lower() for name, _ in headers}
    if content_type is not None:
        headers = [*((name, value) for name, value in headers if name.lower() != "content-type"), ("Content-Type", content_type)]
    file = _file(script, given, load, line)
    pieces, encoding, end = ([(file.data, 0)], "verbatim", None) if file is not None else _body(script, given, line)
    if pieces and content_type is None and "content-type" not in names and method != "GET":
        headers.append(("Content-Type", _FORM))
    if method == "GET" and pieces:
        url += ("&" if "?" in url else "?") + joined(pieces).decode("utf-8", "replace")
        pieces, file = [], None
    return ReadInput(
        Request(method, url if "://" in url else f"https://{url.lstrip('/')}", headers, joined(pieces)),
        "powershell",
        body_only=False,
        body_map=offsets(pieces),
        body_end=end,
        encoding=encoding,
        label=label,
        file=file,
    )


def _headers(node: Node | None) -> list[tuple[str, str]]:
    """The headers; where they are no literal nothing is known of them."""
    pairs = literal.header_pairs(node)
    # Browsers copy HTTP/2's pseudo headers along.
    dropped = ("authority", "method", "path", "scheme")
    return [(name, value) for name, value in pairs if name.lower() not in dropped]


def _file(script: Script, given: dict[str, Node], load: Load | None, line: int) -> BodyFile | None:
    """The file that is the body."""
    named, body = _plain(given.get("infile")), given.get("body")
    name = file_name(named) if named is not None else script.file_of(body) if body is not None else None
    if name is None:
        return None
    if load is None:
        raise FormatError(f"{script.source}: line {line}: the body comes from a file: try `why400 check {name}`")
    return BodyFile(name, load(name))


def _body(script: Script, given: dict[str, Node], line: int) -> tuple[list[Piece], Encoding, int | None]:
    node = given.get("body")
    if node is None:
        return [], "none", None
    script.require_known(node)
    if node.decoded is not None:
        if node.start in script.unfilled:
            require_filled(joined(node.decoded), f"{script.source}: line {line}")
        verbatim = node.text.startswith(b'"') and len(node.decoded) == 1 and node.decoded[0][1] >= 0
        last = node.decoded[-1] if node.decoded else (b"", -1)
        return node.decoded, "verbatim" if verbatim else "none", last[1] + len(last[0]) if verbatim else None
    if node.kind == "object":  # a hashtable that is not made JSON is sent as a form
        text = "&".join(
            f"{quote_plus(literal.plain_key(key))}={quote_plus(_as_text(item))}" for key, item in zip(node.keys, node.items, strict=True)
        )
        return [(text.encode(), -1)], "none", None
    return [(_as_text(node).encode(), -1)], "none", None


def _as_text(node: Node) -> str:
    """What .NET makes of a value where text is wanted."""
    if node.kind == "object":
        return "System.Collections.Hashtable"
    return "System.Object[]" if node.kind == "array" else (literal.plain(node) or "")

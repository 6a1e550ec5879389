"""The calls in JavaScript and TypeScript that send a request to the API."""

import re

from why400.errors import FormatError
from why400.formats import literal
from why400.formats.literal import Node
from why400.formats.pieces import Piece
from why400.formats.read_input import Encoding, Outcome, PassedOver, ReadInput
from why400.formats.sdk_call import OURS, http_input, sdk_input, text_pieces
from why400.formats.snippet_js import Program

_SDK = re.compile(
    rb"(?:(\.\s*beta)\s*)?\.\s*messages\s*\.\s*(create|stream|countTokens|count_tokens|parse|toolRunner|batches\s*\.\s*create)\s*(?:<[\w.]{1,80}>)?\s*\("
)
_CALL = re.compile(_SDK.pattern + rb"|(?<![\w$.])(?:(fetch)|axios(?:\s*\.\s*(post|put|get|delete|request))?)\s*\(")
_COMMENT = re.compile(rb"[^\n]*?(?<!:)//[^\n]*|\s*\*[^\n]*")
_BARE_URL = re.compile(rb"`\$\{[\w.$]{1,80}\}([^`$\s]{1,300})`")


def read(data: bytes, source: str) -> list[Outcome]:
    """The requests of all calls, in order; those to other hosts are left out, and those that are no literals are passed over."""
    program = Program(data, source)
    found: list[Outcome] = []
    behind = 0
    for call in _CALL.finditer(data):
        line_start = data.rfind(b"\n", 0, call.start()) + 1
        if call.start() < behind or _COMMENT.fullmatch(data, line_start, call.start()):
            continue
        try:
            arguments = program.arguments(call.end())
            behind = arguments[-1].end if arguments else call.end()
            one = _request(call, arguments, data, source)
        except FormatError as exc:
            found.append(PassedOver(exc, data.count(b"\n", 0, call.start()) + 1))
            continue
        if one is not None:
            found.append(one)
    return found


def _request(call: re.Match[bytes], arguments: list[Node], data: bytes, source: str) -> ReadInput | None:
    if call[2] is None:
        return _fetch(arguments, data, source) if call[3] else _axios(call[4], arguments, data, source)
    if not arguments or (arguments[0].kind == "object" and arguments[0].get("model", "messages", "requests") is None):
        return None
    return _sdk(re.sub(rb"\s", b"", call[2]).decode().lower(), arguments, data, source, beta=call[1] is not None)


def _sdk(name: str, arguments: list[Node], data: bytes, source: str, *, beta: bool) -> ReadInput:
    params = arguments[0]
    if params.kind != "object":
        literal.require_known(params, data, source)
    options = arguments[1] if len(arguments) > 1 else None
    extra = options.get("headers") if options is not None else None
    if extra is not None and extra.kind == "object":
        params.keys.append(Node("scalar", extra.start, extra.start, b'"extra_headers"', decoded=[(b"extra_headers", -1)]))
        params.items.append(extra)
    return sdk_input(name, params, data, source, beta=beta)


def _url(node: Node | None) -> str | None:
    """The URL, if it is one of ours; what stands for a host in a template is left out."""
    if node is None:
        return None
    text = literal.plain(node)
    if text is None:
        bare = _BARE_URL.fullmatch(node.text)
        text = bare[1].decode("utf-8", "replace") if bare else None
    return text if text is not None and OURS.search(text) else None


def _fetch(arguments: list[Node], data: bytes, source: str) -> ReadInput | None:
    url = _url(arguments[0] if arguments else None)
    if url is None:
        return None
    options = arguments[1] if len(arguments) > 1 else Node("object", 0, 0)
    if options.kind != "object":
        literal.require_known(options, data, source)
    given = options.get("method")
    body = options.get("body")
    pieces = text_pieces(body, data, source, arguments[0].start) if body is not None and body.text != b"null" else []
    headers = literal.header_pairs(options.get("headers"))
    if pieces and not any(name.lower() == "content-type" for name, _ in headers) and options.get("headers") is not None:
        headers.append(("content-type", "text/plain;charset=UTF-8"))
    end, encoding = _place(body)
    method = (literal.plain(given) or "POST") if given is not None else "GET"
    return http_input(url, method, headers, pieces, data, arguments[0].start, body_end=end, encoding=encoding)


def _place(body: Node | None) -> tuple[int | None, Encoding]:
    """Where a body that is one string literal ends, and how it stands there."""
    if body is None or body.items or not body.text.startswith(b'"'):
        return None, "none"
    return body.end - 1, "json-string"


def _axios(method: bytes | None, arguments: list[Node], data: bytes, source: str) -> ReadInput | None:
    verb = (method or b"request").decode()
    if verb == "request":
        config = arguments[0] if arguments and arguments[0].kind == "object" else None
        url = _url(config.get("url")) if config else None
        given = config.get("data") if config else None
        verb = (literal.plain(config.get("method") or Node("scalar", 0, 0, b"GET")) or "POST") if config else ""
    else:
        url = _url(arguments[0] if arguments else None)
        sends = verb in ("post", "put")
        given = arguments[1] if sends and len(arguments) > 1 else None
        at = 2 if sends else 1
        config = arguments[at] if len(arguments) > at else None
    if url is None:
        return None
    headers = literal.header_pairs(config.get("headers") if config is not None and config.kind == "object" else config)
    pieces: list[Piece] = []
    if given is not None:
        literal.require_known(given, data, source)
        pieces = given.decoded if given.decoded is not None else literal.rendered(given)
        if not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("content-type", "application/x-www-form-urlencoded" if given.decoded is not None else "application/json"))
    return http_input(url, verb, headers, pieces, data, arguments[0].start)

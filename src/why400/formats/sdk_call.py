"""Requests from calls in a program: those of the official SDKs, and those that any HTTP client makes."""

import re
from urllib.parse import quote

from why400.errors import FormatError
from why400.formats import literal
from why400.formats.literal import Node
from why400.formats.pieces import Piece, joined, offsets
from why400.formats.read_input import Encoding, ReadInput
from why400.model import Request

_PATHS = {"create": "", "stream": "", "parse": "", "tool_runner": "", "toolrunner": "", "count_tokens": "/count_tokens",
          "counttokens": "/count_tokens", "batches.create": "/batches"}  # fmt: skip
_OF_THE_CLIENT = frozenset({"timeout", "extra_headers", "extra_query", "extra_body", "betas", "max_iterations", "output_format_class"})
_BASE_URL = re.compile(rb"""\bbase_?url\s*[=:]\s*["'](https?://[^"'\s]{1,300})["']""", re.IGNORECASE)
_CLOUD = re.compile(rb"\b(?:Async)?Anthropic(Bedrock|Vertex)\s*\(")
_VERSIONS = {b"Bedrock": b'"bedrock-2023-05-31"', b"Vertex": b'"vertex-2023-10-16"'}
OURS = re.compile(r"anthropic|claude|/v1/(?:messages|complete|models|files|skills)\b|rawPredict|/invoke", re.IGNORECASE)


def sdk_input(call: str, params: Node, data: bytes, source: str, *, beta: bool) -> ReadInput:
    """The request of an SDK's call; `call` is the method's name behind `messages.`. Raises FormatError for what is no literal."""
    line = data.count(b"\n", 0, params.start) + 1
    body = Node("object", params.start, params.end)
    headers = [("x-api-key", "REDACTED"), ("anthropic-version", "2023-06-01"), ("content-type", "application/json")]
    sent_betas = params.get("betas")
    for key, item in zip(params.keys, params.items, strict=True):
        name = literal.plain_key(key)
        if name == "extra_headers":
            own = literal.header_pairs(item)  # they take the place of those that the client sends by itself
            headers = [*(pair for pair in headers if pair[0] not in {given.lower() for given, _ in own}), *own]
        elif name == "extra_body" and item.kind == "object":
            body.keys += item.keys
            body.items += item.items
        elif name not in _OF_THE_CLIENT:
            body.keys.append(key)
            body.items.append(item)
    if sent_betas is not None:
        names = [literal.plain(item) for item in sent_betas.items]
        known = sent_betas.kind == "array" and all(name is not None for name in names)
        headers.append(("anthropic-beta", ",".join(str(name) for name in names) if known else "REDACTED"))
    literal.require_known(body, data, source)
    if call == "stream" and body.get("stream") is None:
        _add(body, b"stream", b"true")
    url = _sdk_url(call, body, headers, data, beta=beta)
    pieces = literal.rendered(body)
    return ReadInput(
        Request("POST", url, headers, joined(pieces)),
        "snippet",
        body_only=False,
        body_map=offsets(pieces),
        encoding="none",
        label=f"line {line}",
    )


def _sdk_url(call: str, body: Node, headers: list[tuple[str, str]], data: bytes, *, beta: bool) -> str:
    """Where the client sends it; the ones for Bedrock and Vertex put the model into the URL."""
    cloud = _CLOUD.search(data)
    model = literal.plain(body.get("model") or Node("unknown", 0, 0))
    if cloud and model is not None and not _PATHS[call]:
        _remove(body, "model")
        streams = call == "stream" or literal.plain(body.get("stream") or Node("unknown", 0, 0)) == "true"
        if cloud[1] == b"Bedrock":
            _remove(body, "stream")
        if body.get("anthropic_version") is None:
            _add(body, b"anthropic_version", _VERSIONS[cloud[1]])
        headers[:2] = [("authorization", "REDACTED")]
        if cloud[1] == b"Bedrock":
            end = "invoke-with-response-stream" if streams else "invoke"
            return f"https://bedrock-runtime.us-east-1.amazonaws.com/model/{quote(model, safe=':')}/{end}"
        end = "streamRawPredict" if streams else "rawPredict"
        return f"https://aiplatform.googleapis.com/v1/projects/PROJECT/locations/global/publishers/anthropic/models/{model}:{end}"
    base = _BASE_URL.search(data)
    host = base[1].decode("utf-8", "replace").rstrip("/") if base else "https://api.anthropic.com"
    return f"{host}/v1/messages{_PATHS[call]}{'?beta=true' if beta else ''}"


def _add(body: Node, name: bytes, value: bytes) -> None:
    """A member that the client adds: it has no place in the source."""
    body.keys.append(Node("scalar", -1, -1, b'"' + name + b'"', decoded=[(name, -1)]))
    body.items.append(Node("scalar", -1, -1, value))


def _remove(body: Node, name: str) -> None:
    kept = [number for number, key in enumerate(body.keys) if literal.plain_key(key) != name]
    body.keys, body.items = [body.keys[number] for number in kept], [body.items[number] for number in kept]


def http_input(
    url: str,
    method: str,
    headers: list[tuple[str, str]],
    body: list[Piece],
    data: bytes,
    start: int,
    *,
    body_end: int | None = None,
    encoding: Encoding = "none",
) -> ReadInput:
    """The request of an HTTP client's call at `start`."""
    line = data.count(b"\n", 0, start) + 1
    if url.startswith("/"):
        url = f"https://api.anthropic.com{url}"
    return ReadInput(
        Request(method.upper(), url, headers, joined(body)),
        "snippet",
        body_only=False,
        body_map=offsets(body),
        body_end=body_end,
        encoding=encoding,
        label=f"line {line}",
    )


def text_pieces(node: Node | None, data: bytes, source: str, start: int) -> list[Piece]:
    """The bytes of a body that is given as a string. Raises FormatError where it is no literal."""
    if node is None:
        return []
    literal.require_known(node, data, source)
    if node.decoded is None:
        line = data.count(b"\n", 0, start) + 1
        raise FormatError(
            f"{source}: line {line}: the body is no text: it has to be written as JSON (JSON.stringify, json.dumps) to be sent"
        )
    return node.decoded

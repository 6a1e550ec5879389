"""Things that are given for a request and are none: answers, pages, logs, notes."""

import re
from typing import Final, Literal

import msgspec

_HEAD: Final = 4_096
_PARSED: Final = 2_000_000  # a larger document is not parsed to find out
_HTTP_ANSWER = re.compile(rb"\s*(?:<\s*)?HTTP/\d(?:\.\d)?\s+\d{3}\b")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ERROR_OBJECT = re.compile(rb"""\s*\{\s*\\?["']?(?:type\\?["']?\s*(?::|=>)\s*\\?["']error\\?["']|error\\?["']?\s*(?::|=>))""")
_BATCH_RESULT = re.compile(
    rb'(?:\xef\xbb\xbf)?\s{0,200}\{\s{0,20}"custom_id"\s{0,20}:\s{0,20}"[^"\n]{0,400}"\s{0,20},\s{0,20}"result"\s{0,20}:'
)
_EVENT = re.compile(rb"\s*(?:event:[ \t]*\w+\s+data:|data:[ \t]*(?:\{|\[DONE\]))")
# The long ones are compiled when they are first used (`re` keeps them): a request needs none of them.
_SIGNS: Final = rb"""\b(?:api|http|server|status)[ _-]?error\b | \berror(?:\s+code)?\s*[:=\[(] | \bexception\b | \btraceback\b
    | \w(?:Error|Exception|Failure)\b | \b\w{2,40}_error\b | \binvalid_request | \b(?:status|code)\W{1,4}[45]\d\d\b
    | \b(?:400\s+bad|401\s+unauth|403\s+forb|404\s+not|413\s|429\s|500\s+int|502\s+bad|503\s+serv|529\b)
    | \b(?:overloaded|rate[ _-]?limit(?:ed)?|input\ should\ be|field\ required|extra\ inputs\ are\ not)\b
    | \b(?:messages|tools|system)\.\d{1,6}(?:\.[\w.]{1,200})?:\s | ECONNRE | \berror\b | \bfailed\b"""
_LOOSELY: Final = re.VERBOSE | re.IGNORECASE
_LOG_LINE: Final = (
    rb"(?m)^\W{0,3}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b"
    rb"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\{\"(?:level|time|timestamp|ts|msg|severity)\")"
)
_PROGRAM: Final = rb"""\s*(?:(?:\#|//)[^\n]{0,300}\n\s*){0,20}
    (?:import\s+(?:[\w.]+;?\s*\n|["'({*]|\w+\ (?:as|from)\ ) | from\s+[\w.]+\s+import\s | package\s+\w+;?\s*\n | using\s+[\w.]+;
    | require(?:_relative)?[\s(]+["'] | <\?php\b | use\s+\w+(?:;|\\) | (?:\w{1,40}\s)?client\s{0,4}:?=)"""
_OF_AN_SDK: Final = rb"anthropic|claude"
_WIRE: Final = rb"\bhttpcore2?\.\w+\W{1,4}send_request_body\.\w+|HTTP Request: POST https?://\S{1,200}/v1/messages"

_BLANK: Final = b" \t\r\n\v\f\xef\xbb\xbf"
_JSON_STARTS: Final = (b"{", b"[", b'"', b"'")
# A request has one of these; an answer does not.
_REQUEST_KEY = re.compile(rb"""["'](?:messages|requests|prompt|max_tokens)["']\s{0,20}:""")
# Kinds of errors, as the API and the platforms spell them: `overloaded_error`, `ValidationException`.
_CODE: Final = rb"\b[a-z]{2,30}(?:_[a-z]{2,30}){0,3}_error\b|\b[A-Z][A-Za-z]{2,40}(?:Exception|Error)\b|\bAPI Error\b"
_ANSWER_KEYS: Final = frozenset({"stop_reason", "stopReason", "input_tokens", "inputTokens"})

What = Literal[
    "error body",
    "batch results",
    "answer",
    "page",
    "http answer",
    "log",
    "wire log",
    "event stream",
    "program",
    "error text",
    "text",
    "binary",
    "empty",
]

WORDS: Final[dict[str, str]] = {
    "error body": "it is an error body of an API",
    "batch results": "it is the results of a batch, not its requests",
    "answer": "it is an answer of the API, not the request that led to it",
    "page": "it is an HTML page",
    "http answer": "it is an HTTP response",
    "log": "it is a log",
    "wire log": "it is a log of httpx or httpcore, which print no bodies: set ANTHROPIC_LOG=debug to have them",
    "event stream": "it is a stream of events, which the API answered",
    "program": "it is a program without a call that I can read: print the request, or set ANTHROPIC_LOG=debug, and check what that shows",
    "error text": "plain text without JSON, HTTP or curl",
    "text": "plain text without JSON, HTTP or curl",
    "binary": "it is binary data",
    "empty": "it is empty",
}
_EXPLAINED: Final = frozenset({"error body", "batch results", "page", "http answer", "log", "wire log", "event stream", "error text"})


def is_explained(what: What) -> bool:
    """Whether `why400 explain` is the command for it."""
    return what in _EXPLAINED


def answer_kind(data: bytes) -> What | None:
    """What a text that begins as JSON, HTML or HTTP does is, if it is an answer; None if it may be a request."""
    head = data[:_HEAD]
    if _BATCH_RESULT.match(head):
        return "batch results"
    if _HTTP_ANSWER.match(head):
        return "http answer"
    if _PAGE.match(head):
        return "page"
    if head.lstrip(_BLANK)[:1] not in _JSON_STARTS or _REQUEST_KEY.search(data):
        return None
    if _ERROR_OBJECT.match(head):
        return "error body"
    if len(data) <= _PARSED:
        found = _json_answer(data)
        if found is not None:
            return found
    return "error body" if re.search(_CODE, head) else None


def _json_answer(data: bytes) -> What | None:
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return "log" if data.count(b"\n") and re.match(_LOG_LINE, data) else None
    if isinstance(value, str):
        return "error text" if " " in value and re.search(_SIGNS, data[:_HEAD], _LOOSELY) else None
    if not isinstance(value, dict):
        return None
    if value.get("type") == "error" or isinstance(value.get("error"), (dict, str)):
        return "error body"
    if not value.keys().isdisjoint(_ANSWER_KEYS):
        return "answer"
    message = next((value[name] for name in ("message", "Message", "detail") if name in value), None)
    if isinstance(message, str) and "model" not in value and len(value) <= 6:
        return "error body"
    return "log" if re.match(_LOG_LINE, data) else None


def text_kind(data: bytes) -> What:
    """What a text that no format recognises is."""
    head = data[:65_536]
    if not head.strip(b" \t\r\n\v\f\0\xef\xbb\xbf"):
        return "empty"
    if b"\0" in head[:1024] and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return "binary"
    if _EVENT.match(head):
        return "event stream"
    lines = sum(1 for _, _found in zip(range(2), re.finditer(_LOG_LINE, head), strict=False))
    if lines == 2 or (lines and re.match(_LOG_LINE, head)):
        return "wire log" if re.search(_WIRE, head) else "log"
    if re.match(_PROGRAM, head, re.VERBOSE) and re.search(_OF_AN_SDK, head, re.IGNORECASE):
        return "program"
    return "error text" if re.search(_SIGNS, head, _LOOSELY) else "text"

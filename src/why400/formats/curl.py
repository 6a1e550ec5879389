"""A plain curl command."""

import re
from base64 import b64encode
from collections.abc import Callable
from urllib.parse import quote_from_bytes

from why400.errors import FormatError
from why400.formats import shell_words
from why400.formats.read_input import OffsetMap, ReadInput
from why400.formats.shell_words import Word
from why400.model import Request

Load = Callable[[str], bytes]
"""Gives the content of a file that a command names (`-d @body.json`)."""

_START = re.compile(rb"[ \t]*(?:[$%>#][ \t]+)?(?:[A-Za-z_]\w{0,63}=\S{0,400}[ \t]+){0,5}curl(?:\.exe)?(?=[ \t\r\n\\^`])")
_BEFORE = re.compile(rb"[ \t]*(?:#|```|export\s|set\s|[A-Za-z_]\w{0,63}=|\$env:)")

_DATA = {"-d": "data", "--data": "data", "--data-ascii": "data", "--data-raw": "raw", "--data-binary": "binary",
         "--data-urlencode": "urlencode", "--json": "json"}  # fmt: skip
_ALIASES = {"-X": "--request", "-H": "--header", "-u": "--user", "-A": "--user-agent", "-e": "--referer",
            "-b": "--cookie", "-G": "--get", "-I": "--head", "-F": "--form", "-T": "--upload-file"}  # fmt: skip
# Options with a value that say nothing about the request.
_WITH_VALUE = frozenset(
    [
        "-o",
        "--output",
        "-w",
        "--write-out",
        "-m",
        "--max-time",
        "-x",
        "--proxy",
        "-E",
        "--cert",
        "-K",
        "--config",
        "-c",
        "--cookie-jar",
        "-C",
        "--continue-at",
        "-D",
        "--dump-header",
        "-P",
        "-Q",
        "-r",
        "--range",
        "-t",
        "-U",
        "--proxy-user",
        "-y",
        "-Y",
        "-z",
        "--connect-timeout",
        "--retry",
        "--retry-delay",
        "--retry-max-time",
        "--cacert",
        "--capath",
        "--key",
        "--cert-type",
        "--key-type",
        "--pass",
        "--resolve",
        "--connect-to",
        "--interface",
        "--limit-rate",
        "--max-filesize",
        "--max-redirs",
        "--proxy-header",
        "--stderr",
        "--trace",
        "--trace-ascii",
        "--unix-socket",
        "--keepalive-time",
        "--noproxy",
        "--dns-servers",
        "--ciphers",
        "--tls-max",
        "--expect100-timeout",
        "--oauth2-bearer",
        "--variable",
        "--aws-sigv4",
        "--form-string",
        "--socks5",
        "--socks5-hostname",
        "--abstract-unix-socket",
        "--doh-url",
        "--happy-eyeballs-timeout-ms",
        "--url-query",
        "--rate",
        "--create-file-mode",
        "--etag-save",
        "--etag-compare",
        "--output-dir",
        "--login-options",
    ]
)
_KNOWN_VALUE = frozenset(_DATA) | frozenset(_ALIASES) - {"-G", "-I"} | _WITH_VALUE
_LONG_VALUE = frozenset({"--request", "--header", "--user", "--user-agent", "--referer", "--cookie", "--form",
                         "--upload-file", "--url"}) | _KNOWN_VALUE  # fmt: skip


def recognises(data: bytes) -> bool:
    """Whether the first line that is no comment, assignment or fence begins a curl command."""
    return _find(data) is not None


def _find(data: bytes) -> int | None:
    """The offset behind the word `curl`."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    for _ in range(60):
        found = _START.match(data, at)
        if found:
            return found.end()
        end = data.find(b"\n", at)
        if end < 0 or end - at > 10_000 or (data[at:end].strip() and not _BEFORE.match(data, at)):
            return None
        at = end + 1
    return None


class _Options:
    """What the options of a command come to."""

    def __init__(self) -> None:
        self.method = ""
        self.urls: list[str] = []
        self.headers: list[tuple[str, str]] = []
        self.removed: set[str] = set()
        self.credentials = ""
        self.data: list[tuple[str, Word]] = []
        self.as_query = False
        self.head = False
        self.form = False
        self.upload = False


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """The request that the command would send.

    `load` reads the files that the command takes its body from; without it, and for what only a shell can fill in,
    FormatError says which file to check instead. Variables stay as they are written: `$ANTHROPIC_API_KEY` is a value
    that is not known.
    """
    start = _find(data)
    if start is None:
        raise FormatError(f"{source}: no curl command at the top")
    command = shell_words.split(data, start, source)
    options = _options(command.words)
    if not options.urls:
        raise FormatError(f"{source}: the curl command names no URL")
    pieces: list[tuple[bytes, int]] = []
    for number, (kind, word) in enumerate(options.data):
        if number and kind != "json":
            pieces.append((b"&", word.start))
        pieces += _content(kind, word, command.here, source, load)
    body = b"".join([piece for piece, _ in pieces])
    url, method = _as_url(options.urls[0]), options.method
    if options.as_query and options.data:
        url += ("&" if "?" in url else "?") + body.decode("utf-8", "replace")
        body, pieces = b"", []
    sends = bool(options.data) and not options.as_query
    if not method:
        method = "HEAD" if options.head else "PUT" if options.upload else "POST" if sends or options.form else "GET"
    request = Request(method=method, url=url, headers=_headers(options, sends), body=body)
    return [ReadInput(request, "curl", body_only=False, body_map=_offsets(pieces))]


def _options(words: list[Word]) -> _Options:
    options = _Options()
    at = 0
    only_urls = False
    while at < len(words):
        word, text = words[at], _text(words[at].value)
        at += 1
        if only_urls or not text.startswith("-") or text == "-":
            options.urls.append(text)
        elif text == "--":
            only_urls = True
        elif text.startswith("--"):
            takes = text in _LONG_VALUE
            if takes and at == len(words):
                break
            _apply(options, text, words[at] if takes else word)
            at += takes
        else:
            at = _short(options, word, text, words, at)
    return options


def _short(options: _Options, word: Word, text: str, words: list[Word], at: int) -> int:
    """Short options may be put together, and a value may follow without a blank: `-sSXPOST`, `-d'{}'`."""
    for index in range(1, len(text)):
        name = "-" + text[index]
        if name not in _KNOWN_VALUE:
            _apply(options, _ALIASES.get(name, name), word)
            continue
        value: Word | None
        if index + 1 < len(text):
            value = Word(word.start, word.after(len(text[: index + 1].encode())), word.substitutes)
        else:
            value = words[at] if at < len(words) else None
            at += 1
        if value is not None:
            _apply(options, _ALIASES.get(name, name), value)
        break
    return at


def _apply(options: _Options, name: str, word: Word) -> None:
    if name in _DATA:
        options.data.append((_DATA[name], word))
        return
    value = _text(word.value)
    match name:
        case "--request":
            options.method = value
        case "--url":
            options.urls.insert(0, value)
        case "--header":
            _header(options, value)
        case "--user-agent" | "--referer" | "--cookie":
            options.headers.append((name[2:], value))
        case "--user":
            options.credentials = value
        case "--oauth2-bearer":
            options.headers.append(("Authorization", f"Bearer {value}"))
        case "--get":
            options.as_query = True
        case "--head":
            options.head = True
        case "--form":
            options.form = True
        case "--upload-file":
            options.upload = True


def _header(options: _Options, text: str) -> None:
    name, colon, value = text.partition(":")
    if colon and value.strip():
        options.headers.append((name.strip(), value.strip()))
    elif colon:  # `Name:` takes a header away that curl would add
        options.removed.add(name.strip().lower())
    elif text.rstrip().endswith(";"):  # `Name;` sends it empty
        options.headers.append((text.rstrip()[:-1].strip(), ""))


def _headers(options: _Options, sends: bool) -> list[tuple[str, str]]:
    """The headers given, and those that curl adds by itself and that matter here."""
    headers = list(options.headers)
    names = {name.lower() for name, _ in headers} | options.removed
    if options.credentials and "authorization" not in names:
        headers.append(("Authorization", "Basic " + b64encode(options.credentials.encode()).decode()))
    as_json = any(kind == "json" for kind, _ in options.data)
    if "content-type" not in names:
        if options.form:
            headers.append(("Content-Type", "multipart/form-data"))
        elif sends:
            headers.append(("Content-Type", "application/json" if as_json else "application/x-www-form-urlencoded"))
    if as_json and "accept" not in names:
        headers.append(("Accept", "application/json"))
    return headers


def _content(kind: str, word: Word, here: tuple[bytes, int] | None, source: str, load: Load | None) -> list[tuple[bytes, int]]:
    """The pieces of one data option's content, with their places in the source (-1: not in it)."""
    value = word.value
    if value.startswith(b"@") and kind in ("data", "binary", "json", "urlencode"):
        name = _text(value[1:])
        if name == "-" and here is not None:
            pieces = [here]
        elif load is not None:
            pieces = [(load(name), -1)]
        else:
            raise FormatError(
                f"{source}: the body is not in the command but comes from "
                + ("standard input: check it by itself" if name == "-" else f"a file: try `why400 check {name}`")
            )
        return pieces if kind == "binary" or kind == "json" else _without_line_breaks(pieces)
    if word.substitutes and value.lstrip().startswith(b"$("):
        raise FormatError(f"{source}: the body is what another command prints ({_text(value[:60])}): check it by itself")
    if kind == "urlencode":
        before, equals, content = value.rpartition(b"=")
        return [((before + equals).lstrip(b"=") + quote_from_bytes(content, safe="").encode(), word.start)]
    return list(word.pieces)


def _without_line_breaks(pieces: list[tuple[bytes, int]]) -> list[tuple[bytes, int]]:
    """`-d @file` drops line breaks and NULs, as curl does."""
    return [(run[0], at + run.start() if at >= 0 else -1) for piece, at in pieces for run in re.finditer(rb"[^\r\n\0]+", piece)]


def _offsets(pieces: list[tuple[bytes, int]]) -> OffsetMap | None:
    if not pieces or any(at < 0 for _, at in pieces):
        return None
    starts: list[int] = []
    sources: list[int] = []
    total = 0
    for piece, at in pieces:
        starts.append(total)
        sources.append(at)
        total += len(piece)
    return OffsetMap(tuple(starts), tuple(sources))


def _as_url(text: str) -> str:
    """curl takes a URL without a scheme as http; one that begins with a variable is left alone."""
    return text if "://" in text or text.startswith("$") else f"http://{text}"


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

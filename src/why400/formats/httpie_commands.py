"""The requests of HTTPie commands: a body given whole, or as request items."""

import re
from base64 import b64encode
from urllib.parse import quote_plus

from why400.errors import FormatError, UsageError
from why400.formats import shell_words
from why400.formats.command_lines import Finder
from why400.formats.curl import Load
from why400.formats.httpie_items import Items, read_items
from why400.formats.literal import rendered
from why400.formats.pieces import Piece, joined, offsets
from why400.formats.read_input import BodyFile, Encoding, Outcome, PassedOver, ReadInput
from why400.formats.shell_words import Command, Word
from why400.formats.unfilled import require_filled
from why400.model import Request

_NAMES_WITH_VALUE = (
    "--boundary --pretty --style -s --response-charset --response-mime --format-options --print -p --history-print -P --output -o "
    "--session --session-read-only --auth-type -A --proxy --max-redirects --max-headers --timeout --verify --ssl --ciphers --cert "
    "--cert-key --cert-key-pass"
)
_WITH_VALUE = frozenset(_NAMES_WITH_VALUE.split())
_VERB = re.compile(r"[A-Za-z]+")
_OURS = re.compile(r"anthropic|claude|/v1/(?:messages|complete|models|files|skills)\b", re.IGNORECASE)
_FILE_NAME_END = re.compile(rb"https$|xhs$")


class _Line:
    """What the words of a command come to."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.form = False
        self.multipart = False
        self.raw: Word | None = None
        self.auth: tuple[str, str] = ("", "basic")
        self.scheme = "http"


def read(data: bytes, source: str, load: Load | None, finder: Finder) -> list[Outcome]:
    """The requests that the commands would send; of many, those that are none for an API of Claude are left out.

    A command whose body comes from what only a shell knows, or of which HTTPie itself would refuse an item, is passed over.
    """
    commands = list(finder.commands(data, lambda start: shell_words.split(data, start, source)))
    if not commands:
        raise FormatError(f"{source}: no HTTPie command at the top")
    ours = {
        start
        for start, command in commands
        if isinstance(command, Command) and any(_OURS.search(_text(word.value)) for word in command.words)
    }
    out: list[Outcome] = []
    line, counted = 1, 0
    for number, (start, command) in enumerate(commands, 1):
        line, counted = line + data.count(b"\n", counted, start), start
        if isinstance(command, FormatError):
            out.append(PassedOver(command, line))
        elif start in ours or not ours:
            label = f"command {number} (line {line})" if len(commands) > 1 else ""
            secure = _FILE_NAME_END.search(data[max(0, start - 5) : start]) is not None
            try:
                out.append(_request(command, label, source, load, secure=secure))
            except (FormatError, UsageError) as exc:
                out.append(PassedOver(exc, line))
    return out


def _request(command: Command, label: str, source: str, load: Load | None, *, secure: bool) -> ReadInput:
    where = f"{source}, {label}" if label else source
    line = _options(command.words)
    line.scheme = "https" if secure else line.scheme
    words = line.words
    method = ""
    if words and len(words) > 1 and _VERB.fullmatch(_text(words[0].value)) and "localhost" not in _text(words[0].value):
        method, words = _text(words[0].value).upper(), words[1:]
    if not words:
        raise FormatError(f"{where}: the command names no URL")
    items = read_items(words[1:], where, load)
    file = _file(command, where, load) if line.raw is None and items.body is None and command.here is None else None
    pieces, encoding, end = ([(file.data, 0)], "verbatim", None) if file is not None else _body(line, items, command, where)
    headers = _headers(line, items, sends=bool(pieces) or items.body is not None)
    url = _as_url(_text(words[0].value), line.scheme)
    if items.query:
        url += ("&" if "?" in url else "?") + "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in items.query)
    return ReadInput(
        Request(method or ("POST" if pieces else "GET"), url, headers, joined(pieces)),
        "httpie",
        body_only=False,
        body_map=offsets(pieces),
        body_end=end,
        encoding=encoding,
        label=label,
        file=file,
    )


def _options(words: list[Word]) -> _Line:
    line = _Line()
    waiting = iter(words)
    for word in waiting:
        text = _text(word.value)
        if not text.startswith("-") or text == "-":
            line.words.append(word)
            continue
        name, equals, value = text.partition("=") if text.startswith("--") else (text[:2], text[2:3], text[2:])
        if name in ("--raw", "--auth", "-a", "--default-scheme"):
            given = Word(word.start, word.after(len(name) + 1), word.substitutes, word.quotes, word.end) if equals else next(waiting, None)
            if name == "--raw":
                line.raw = given
            elif given is not None and name == "--default-scheme":
                line.scheme = _text(given.value)
            elif given is not None:
                line.auth = (value if equals else _text(given.value), line.auth[1])
        elif name in ("--auth-type", "-A"):
            following = None if equals else next(waiting, None)
            line.auth = (line.auth[0], value if equals else _text(following.value) if following else "basic")
        elif name in _WITH_VALUE and not equals:
            next(waiting, None)
        elif name in ("--form", "--multipart") or (not text.startswith("--") and "f" in text):
            line.form = True
            line.multipart = line.multipart or name == "--multipart"
    return line


def _body(line: _Line, items: Items, command: Command, source: str) -> tuple[list[Piece], Encoding, int | None]:
    """The body, how it stands in the source, and where it ends there."""
    whole = line.raw or (command.here if items.body is None else None)
    if whole is not None and whole.quotes & {"double", "expanded", "plain"}:
        require_filled(whole.expanding, source)
    if line.raw is not None:
        return list(line.raw.pieces), _quoted(line.raw), line.raw.end if line.raw.end >= 0 else None
    if items.body is not None:
        if line.form:
            text = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in items.fields)
            return ([] if line.multipart else [(text.encode(), -1)]), "none", None
        return rendered(items.body), "none", None
    if command.here is not None:
        return command.here.pieces, _quoted(command.here), None
    return [], "none", None


def _file(command: Command, source: str, load: Load | None) -> BodyFile | None:
    """The file that is the body."""
    if command.from_file is None:
        return None
    name = _text(command.from_file.value)
    if load is None or "$" in name:
        raise FormatError(f"{source}: the body is not in the command but comes from a file: try `why400 check {name}`")
    return BodyFile(name, load(name))


def _quoted(word: Word) -> Encoding:
    if word.quotes == {"here"}:
        return "verbatim"
    return (
        "shell-double" if word.quotes == {"double"} else "shell-single" if "single" in word.quotes and "ansi" not in word.quotes else "none"
    )


def _headers(line: _Line, items: Items, *, sends: bool) -> list[tuple[str, str]]:
    """The headers given, and those that HTTPie adds and that matter here."""
    headers = list(items.headers)
    names = {name.lower() for name, _ in headers} | items.removed
    user, kind = line.auth
    if user and "authorization" not in names:
        value = f"Bearer {user}" if kind == "bearer" else "Basic " + b64encode((user if ":" in user else f"{user}:").encode()).decode()
        headers.append(("Authorization", value))
    if sends and "content-type" not in names:
        form = "multipart/form-data" if line.multipart else "application/x-www-form-urlencoded; charset=utf-8"
        headers.append(("Content-Type", form if line.form else "application/json"))
    return headers


def _as_url(text: str, scheme: str) -> str:
    """Without a scheme it is http (https for `https` and `xhs`); `:8080/x` is on this machine."""
    if "://" in text or text.startswith("$"):
        return text
    if text.startswith(":"):
        rest = text[1:]
        return f"{scheme}://localhost{rest if rest.startswith('/') or not rest else ':' + rest}"
    return f"{scheme}://{text}"


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

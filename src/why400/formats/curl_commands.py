"""The requests of curl commands, for a POSIX shell, for cmd.exe or for PowerShell."""

import re
from urllib.parse import quote_from_bytes

from why400.errors import FormatError, UsageError
from why400.formats import powershell_words, shell_words, windows_cmd
from why400.formats.command_lines import Finder
from why400.formats.curl import Load
from why400.formats.curl_options import Options, add_header_lines, headers_of, read_options
from why400.formats.pieces import Piece, joined, offsets
from why400.formats.read_input import BodyFile, Encoding, Outcome, PassedOver, ReadInput
from why400.formats.shell_words import Command, Word
from why400.formats.unfilled import require_filled
from why400.model import Request

_BACKTICK_END = re.compile(rb"[ \t]`[ \t]*\r?\n")
_FROM_CAT = re.compile(rb"\$\((?:[ \t]*cat[ \t]+|<[ \t]*)([^\s)|;&$`]{1,400})[ \t]*\)")
_OURS = re.compile(
    r"anthropic|claude|/v1/(?:messages|complete|models|files|skills|organizations|agents|sessions|environments)\b|rawPredict|/invoke|/converse",
    re.IGNORECASE,
)


def read(data: bytes, source: str, load: Load | None, finder: Finder) -> list[Outcome]:
    """The requests that the commands would send; of many, those that are none for an API of Claude are left out.

    `load` reads the files that a command takes its body from; without it, and for what only a shell can fill in,
    the command is passed over, and what is said of it says which file to check instead. Variables stay as they are written: `$ANTHROPIC_API_KEY` is a value
    that is not known.
    """
    requests: list[tuple[int, Options, Command] | tuple[int, FormatError]] = []
    for start, command in finder.commands(data, lambda start: _split(data, start, source)):
        if isinstance(command, FormatError):
            requests.append((start, command))
        else:
            requests += [(start, options, command) for options in read_options(command.words)]
    if not requests:
        raise FormatError(f"{source}: no curl command at the top")
    ours = {number for number, one in enumerate(requests, 1) if len(one) == 3 and any(_OURS.search(url) for url in one[1].urls)}
    out: list[Outcome] = []
    line, counted = 1, 0
    for number, one in enumerate(requests, 1):
        line, counted = line + data.count(b"\n", counted, one[0]), one[0]
        if len(one) == 2:
            out.append(PassedOver(one[1], line))
        elif not ours or number in ours:
            label = f"command {number} (line {line})" if len(requests) > 1 else ""
            try:
                out.append(_request(one, label, source, load))
            except (FormatError, UsageError) as exc:
                out.append(PassedOver(exc, line))
    return out


def _split(data: bytes, start: int, source: str) -> Command:
    if windows_cmd.is_written_for(data, max(0, start - 4)):
        return windows_cmd.split(data, start)
    line_end = data.find(b"\n", start)
    if line_end > 0 and _BACKTICK_END.search(data, start, start + 4_096):
        return powershell_words.split(data, start, source)
    return shell_words.split(data, start, source)


def _request(one: tuple[int, Options, Command], label: str, source: str, load: Load | None) -> ReadInput:
    _, options, command = one
    where = f"{source}, {label}" if label else source
    if not options.urls:
        raise FormatError(f"{where}: the curl command names no URL")
    pieces: list[Piece] = []
    file: BodyFile | None = None
    for number, (kind, word) in enumerate(options.data):
        if number and kind != "json":
            pieces.append((b"&", -1))
        content, file = _content(kind, word, command, where, load)
        pieces += content if file is None or len(options.data) == 1 else [(piece, -1) for piece, _ in content]
    if options.upload is not None and not options.data:
        name = options.upload.value
        pieces, file = _stdin(command, where, load) if name in (b"-", b".") else _of_file(name, where, load)
    for name_ in options.header_files:
        add_header_lines(options, _loaded(name_.encode(), where, load).data)
    url, method = _as_url(options.urls[0]), options.method
    sends = bool(options.data) and not options.as_query
    query = list(options.query)
    if options.as_query and options.data:
        query.append(joined(pieces).decode("utf-8", "replace"))
        pieces, file = [], None
    if query:
        url += ("&" if "?" in url else "?") + "&".join(query)
    if not method:
        method = "HEAD" if options.head else "PUT" if options.upload else "POST" if sends or options.form else "GET"
    body = joined(pieces)
    if len(options.data) > 1:
        file = None  # the body stands in no single one
    return ReadInput(
        Request(method=method, url=url, headers=headers_of(options, sends), body=body),
        "curl",
        body_only=False,
        body_offset=0 if file is not None and body == file.data else None,
        body_map=offsets(pieces),
        body_end=_end(options, command) if pieces and file is None else None,
        encoding="verbatim" if file is not None else _encoding(options, command),
        label=label,
        file=file,
    )


def _content(kind: str, word: Word, command: Command, source: str, load: Load | None) -> tuple[list[Piece], BodyFile | None]:
    """The pieces of one data option's content, with their places (-1: none) in the file that they stand in; None: in the source."""
    value = word.value
    if kind == "urlencode":
        return _urlencoded(value, word.start, command, source, load), None
    if value.startswith(b"@") and kind != "raw":
        pieces, file = _stdin(command, source, load) if value == b"@-" else _of_file(value[1:], source, load)
        return (pieces if kind == "binary" or kind == "json" else _without_line_breaks(pieces)), file
    if word.substitutes and value.lstrip().startswith(b"$("):
        printed = _FROM_CAT.fullmatch(value.strip())
        if printed:
            file = _loaded(printed[1], source, load)
            return [(file.data.rstrip(b"\n"), 0)], file
        raise FormatError(f"{source}: the body is what another command prints ({_text(value[:60])}): check it by itself")
    if word.quotes & {"double", "expanded", "plain"} and "windows" not in word.quotes:
        require_filled(word.expanding, source)
    return list(word.pieces), None


def _stdin(command: Command, source: str, load: Load | None) -> tuple[list[Piece], BodyFile | None]:
    """What is written to curl's standard input, and the file that it comes from."""
    if command.here is not None:
        if command.here.quotes & {"double", "expanded", "plain"}:
            require_filled(command.here.expanding, source)
        return command.here.pieces, None
    if command.from_file is not None:
        return _of_file(command.from_file.value.removeprefix(b"@"), source, load)
    raise FormatError(f"{source}: the body is not in the command but comes from standard input: check it by itself")


def _of_file(name: bytes, source: str, load: Load | None) -> tuple[list[Piece], BodyFile]:
    file = _loaded(name, source, load)
    return [(file.data, 0)], file


def _loaded(name: bytes, source: str, load: Load | None) -> BodyFile:
    text = _text(name)
    if "$" in text or text.startswith("%"):
        raise FormatError(f"{source}: the body comes from a file that only the shell can name ({text}): check that file by itself")
    if load is None:
        raise FormatError(f"{source}: the body is not in the command but comes from a file: try `why400 check {text}`")
    return BodyFile(text, load(text))


def _urlencoded(value: bytes, start: int, command: Command, source: str, load: Load | None) -> list[Piece]:
    """`content`, `=content`, `name=content`, `@file`, `name@file`: only the content is encoded."""
    name, sign, content = value.partition(b"=")
    if not sign:
        name, sign, content = value.partition(b"@")
        if not sign:
            name, content = b"", value
        elif content == b"-":
            content = joined(_stdin(command, source, load)[0])
        else:
            content = _loaded(content, source, load).data
    encoded = quote_from_bytes(content, safe="").replace("%20", "+").encode()
    made = name + b"=" + encoded if name else encoded
    return [(made, start if made == value else -1)]  # encoded bytes stand nowhere in the source, and are more than those that do


def _without_line_breaks(pieces: list[Piece]) -> list[Piece]:
    """`-d @file` drops line breaks and NULs, as curl does."""
    return [(run[0], at + run.start() if at >= 0 else -1) for piece, at in pieces for run in re.finditer(rb"[^\r\n\0]+", piece)]


def _end(options: Options, command: Command) -> int | None:
    if not options.data:
        return None
    word = options.data[-1][1]
    if word.value == b"@-" and command.here is not None:
        return None  # a line break that curl drops may stand behind its last byte
    return word.end if word.end >= 0 else None


def _encoding(options: Options, command: Command) -> Encoding:
    """How the body stands in the source, if it comes from one place."""
    if len(options.data) != 1 or options.data[0][0] == "urlencode":
        return "none"
    word = options.data[0][1]
    if word.value == b"@-" and command.here is not None:
        word = command.here
    if word.quotes == {"here"}:
        return "verbatim"
    if word.quotes == {"double"}:
        return "shell-double"
    # `'…'\\''…'` and `'…'"$NAME"'…'`: most of it stands in single quotes.
    return "shell-single" if "single" in word.quotes and not word.quotes & {"ansi", "windows", "here", "powershell"} else "none"


def _as_url(text: str) -> str:
    """curl takes a URL without a scheme as http; one that begins with a variable is left alone."""
    return text if "://" in text or text.startswith(("$", "%")) else f"http://{text}"


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

"""What the options of a curl command come to."""

import re
from base64 import b64encode

from why400.formats.shell_words import Word

_DATA = {"-d": "data", "--data": "data", "--data-ascii": "data", "--data-raw": "raw", "--data-binary": "binary",
         "--data-urlencode": "urlencode", "--json": "json"}  # fmt: skip
_ALIASES = {"-X": "--request", "-H": "--header", "-u": "--user", "-A": "--user-agent", "-e": "--referer",
            "-b": "--cookie", "-G": "--get", "-I": "--head", "-F": "--form", "-T": "--upload-file"}  # fmt: skip
# Options with a value that say nothing about the request.
_OTHERS = (
    "-o --output -w --write-out -m --max-time -x --proxy -E --cert -K --config -c --cookie-jar -C --continue-at -D --dump-header -P -Q "
    "-r --range -t -U --proxy-user -y -Y -z --connect-timeout --retry --retry-delay --retry-max-time --cacert --capath --key --cert-type "
    "--key-type --pass --resolve --connect-to --interface --limit-rate --max-filesize --max-redirs --proxy-header --stderr --trace "
    "--trace-ascii --unix-socket --keepalive-time --noproxy --dns-servers --ciphers --tls-max --expect100-timeout --variable --aws-sigv4 "
    "--socks5 --socks5-hostname --abstract-unix-socket --doh-url --happy-eyeballs-timeout-ms --rate --create-file-mode --etag-save "
    "--etag-compare --output-dir --login-options --trace-config --ech --curves --tls13-ciphers --proto --proto-default --proto-redir "
    "--local-port --crlfile --pinnedpubkey --engine --service-name --netrc-file --hsts --alt-svc --ip-tos --vlan-priority"
)
_WITH_VALUE = frozenset(_OTHERS.split())
_SENDS = frozenset({"--request", "--header", "--user", "--user-agent", "--referer", "--cookie", "--form", "--form-string",
                    "--upload-file", "--url", "--url-query", "--oauth2-bearer"})  # fmt: skip
_SHORT_VALUE = frozenset(_DATA) | frozenset(_ALIASES) - {"-G", "-I"} | _WITH_VALUE
_LONG_VALUE = _SENDS | frozenset(_DATA) | _WITH_VALUE
_WINDOWS_VARIABLE = re.compile(r"%[A-Za-z_]\w{0,63}%")


class Options:
    """What the options of one request come to."""

    def __init__(self) -> None:
        self.method = ""
        self.urls: list[str] = []
        self.headers: list[tuple[str, str]] = []
        self.removed: set[str] = set()
        self.credentials = ""
        self.data: list[tuple[str, Word]] = []
        self.query: list[str] = []
        self.as_query = False
        self.head = False
        self.form = False
        self.upload: Word | None = None
        self.header_files: list[str] = []


def read_options(words: list[Word]) -> list[Options]:
    """The options of each request of a command: `--next` begins another."""
    options = Options()
    every = [options]
    at = 0
    only_urls = False
    while at < len(words):
        word, text = words[at], _text(words[at].value)
        at += 1
        if only_urls or not text.startswith("-") or text == "-":
            options.urls.append(text)
        elif text == "--":
            only_urls = True
        elif text in ("--next", "-:"):
            options = Options()
            every.append(options)
        elif text.startswith("--"):
            takes = text in _LONG_VALUE
            if takes and at == len(words):
                break
            _apply(options, text, words[at] if takes else word)
            at += takes
        else:
            at = _short(options, word, text, words, at)
    return every


def _short(options: Options, word: Word, text: str, words: list[Word], at: int) -> int:
    """Short options may be put together, and a value may follow without a blank: `-sSXPOST`, `-d'{}'`."""
    for index in range(1, len(text)):
        name = "-" + text[index]
        if name not in _SHORT_VALUE:
            _apply(options, _ALIASES.get(name, name), word)
            continue
        value: Word | None
        if index + 1 < len(text):
            value = Word(word.start, word.after(len(text[: index + 1].encode())), word.substitutes, word.quotes - {"plain"}, word.end)
        else:
            value = words[at] if at < len(words) else None
            at += 1
        if value is not None:
            _apply(options, _ALIASES.get(name, name), value)
        break
    return at


def _apply(options: Options, name: str, word: Word) -> None:
    if name in _DATA:
        options.data.append((_DATA[name], word))
        return
    value = _text(word.value)
    match name:
        case "--request":
            options.method = value
        case "--url":
            options.urls.append(value)
        case "--url-query":
            options.query.append(value.removeprefix("+"))
        case "--header":
            _header(options, value, windows="windows" in word.quotes)
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
        case "--form" | "--form-string":
            options.form = True
        case "--upload-file":
            options.upload = word


def _header(options: Options, text: str, *, windows: bool = False) -> None:
    if text.startswith("@"):
        options.header_files.append(text[1:])
        return
    name, colon, value = text.partition(":")
    if colon and value.strip():
        if windows:  # a variable of cmd.exe is as unknown as one of a shell
            value = _WINDOWS_VARIABLE.sub(lambda found: f"${found[0][1:-1]}", value)
        options.headers.append((name.strip(), value.strip()))
    elif colon:  # `Name:` takes a header away that curl would add
        options.removed.add(name.strip().lower())
    elif text.rstrip().endswith(";"):  # `Name;` sends it empty
        options.headers.append((text.rstrip()[:-1].strip(), ""))


def add_header_lines(options: Options, content: bytes) -> None:
    """The headers of a file that `-H @file` names, one a line."""
    for line in _text(content).splitlines():
        if line.strip():
            _header(options, line.lstrip("@"))


def headers_of(options: Options, sends: bool) -> list[tuple[str, str]]:
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


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

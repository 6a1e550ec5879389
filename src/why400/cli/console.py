"""Where commands write to and read from: styles, files, standard input, and what a mistake looks like."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from why400.errors import UsageError
from why400.render.style import Style
from why400.sanitize import mask

_UNPACKED_AT_MOST = 500_000_000  # bytes


class Parser(argparse.ArgumentParser):
    """An argument parser whose mistakes are one clear line."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(
            self.prog, width=_columns()
        )  # with a width it need not import `shutil`, which costs more than the rest

    def error(self, message: str) -> NoReturn:
        """Raises UsageError instead of printing the usage."""
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def style_of(stream: object) -> Style:
    """The style that the stream can show: colour and width of a terminal, plain text elsewhere."""
    terminal = bool(getattr(stream, "isatty", lambda: False)())
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
    width = min(120, max(60, _columns())) if terminal else 100
    return Style(width=width, colour=terminal and not os.environ.get("NO_COLOR"), ascii=not encoding.startswith("utf"))


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS", "")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        return 100


def say(text: str) -> None:
    """Prints a result to standard output."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Prints one line on what went wrong to standard error, without the credentials and control characters that it may quote."""
    sys.stderr.write(f"why400: {style_of(sys.stderr).plain(mask(text))}\n")


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises UsageError where there is none."""
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"no such file: {name}{_meant(path)}") from None
    except IsADirectoryError:
        raise UsageError(f"{name} is a directory: name the files in it") from None
    except (OSError, ValueError) as exc:
        raise UsageError(f"{name} cannot be read: {getattr(exc, 'strerror', None) or exc}") from None


def read_unpacked(name: str) -> bytes:
    """The same, of a gzip file what was packed: for what is only read. Raises UsageError where that is broken or huge."""
    data = read_input(name)
    if data[:2] != b"\x1f\x8b":
        return data
    import zlib  # few inputs are packed

    try:
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(data, _UNPACKED_AT_MOST)
    except zlib.error as exc:
        raise UsageError(f"{name} cannot be unpacked: {exc}") from None
    if not unpacker.eof:
        raise UsageError(f"{name} cannot be unpacked: it is cut off, or holds more than {_UNPACKED_AT_MOST // 1_000_000} MB")
    return text


def _meant(path: Path) -> str:
    from difflib import get_close_matches  # only after a slip of the fingers

    try:
        near = get_close_matches(path.name, [found.name for found in path.parent.iterdir()], 1, 0.6)
    except OSError:
        return ""
    return f" (did you mean {path.with_name(near[0])}?)" if near else ""


def inputs_or_stdin(names: Sequence[str]) -> Iterator[str]:
    """The inputs that were named; standard input where none was. Raises UsageError on a terminal that gives nothing."""
    yield from names or ["-"]


def invite(words: str) -> None:
    """Says on a terminal what is being waited for."""
    if sys.stdin.isatty():
        sys.stderr.write(f"{words}, then Ctrl-D\n")

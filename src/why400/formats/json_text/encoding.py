"""Texts in another encoding than UTF-8: which one it is, and the edits that turn it into UTF-8."""

import codecs
from dataclasses import dataclass

from why400.formats.json_text.faults import Edit

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAX_BAD_RUNS = 200_000
_BLOCK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Utf8Check:
    """What keeps a text from being UTF-8."""

    edits: tuple[Edit, ...] = ()
    """For each run of foreign bytes what they mean, read as CESU-8 surrogates or as Windows-1252."""
    tail: int | None = None
    """Where a character begins that the end of the text cuts off."""
    hopeless: bool = False
    """Too many foreign bytes for a text."""


def wide_encoding(text: bytes) -> tuple[str, int] | None:
    """Return the UTF-16 or UTF-32 encoding of a text and the length of its mark, or None."""
    for mark, name in _MARKS:
        if text.startswith(mark):
            return name, len(mark)
    head = text[:4]
    if len(head) == 4 and head[0] and not head[1] and not head[2] and not head[3]:
        return "utf-32-le", 0
    if len(head) == 4 and head[3] and not head[0] and not head[1] and not head[2]:
        return "utf-32-be", 0
    if len(head) >= 2 and head[0] and not head[1] and (len(head) < 4 or not head[3]):
        return "utf-16-le", 0
    if len(head) >= 2 and head[1] and not head[0] and (len(head) < 4 or (head[3] and not head[2])):
        return "utf-16-be", 0
    return None


class _TooManyError(Exception):
    """Stops the decoder at a text that is none."""


def is_utf8(text: bytes) -> bool:
    """Tell whether a text is UTF-8, without building the decoded text."""
    if text.isascii():
        return True
    view = memoryview(text)
    at, size = 0, len(text)
    try:
        while at < size:
            stop = at + _BLOCK_BYTES
            at += codecs.utf_8_decode(view[at:stop], "strict", stop >= size)[1]
    except UnicodeDecodeError:
        return False
    return True


def check_utf8(text: bytes) -> Utf8Check:
    """Find the bytes that are not UTF-8."""
    if is_utf8(text):
        return Utf8Check()
    runs: list[list[int]] = []
    tail: list[int] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        if error.end >= len(text) and error.reason == "unexpected end of data":
            tail.append(error.start)
        elif runs and runs[-1][1] == error.start:
            runs[-1][1] = error.end
        else:
            runs.append([error.start, error.end])
            if len(runs) > _MAX_BAD_RUNS:
                raise _TooManyError
        return "", error.end

    codecs.register_error("why400-note", note)
    try:
        text.decode("utf-8", "why400-note")
    except _TooManyError:
        return Utf8Check(hopeless=True)
    edits = tuple(Edit(start, end, _reading(text[start:end])) for start, end in runs)
    return Utf8Check(edits, tail[0] if tail else None)


def _reading(run: bytes) -> bytes:
    try:
        pairs = run.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        decoded = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in run)
        return decoded.encode()
    return pairs.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()

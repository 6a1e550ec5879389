"""Chats of aider: Markdown of what was shown (`.aider.chat.history.md`), in which no messages of the API stand; they are named, and refused."""

from why400.errors import FormatError
from why400.formats.curl import Load
from why400.formats.read_input import ReadInput

_START = b"# aider chat started at "


def recognises(data: bytes) -> bool:
    """Whether a chat begins here."""
    return data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START)


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """Always raises FormatError: what was sent is not in the file."""
    del data, load
    raise FormatError(
        f"{source}: a chat of aider, as Markdown of what was shown: no messages to the API stand in it "
        f"(an error that it shows: `why400 explain {source}`)"
    )

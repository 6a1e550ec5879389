"""Data exports of claude.ai: chats as they are shown, which no request was made of; they are named, and refused."""

import re

from why400.errors import FormatError
from why400.formats.curl import Load
from why400.formats.read_input import ReadInput

_HEAD = 1 << 16
_CHAT = re.compile(rb'"chat_messages"\s*:\s*\[')


def recognises(data: bytes) -> bool:
    """Whether chats of claude.ai begin here."""
    head = data[:_HEAD]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") and _CHAT.search(head) is not None and b'"uuid"' in head


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """Always raises FormatError: what was sent for such a chat is not in the export."""
    del data, load
    raise FormatError(
        f"{source}: a data export of claude.ai: chats as they are shown, not requests to the API; "
        "check what your own program sends, or a session file of Claude Code"
    )

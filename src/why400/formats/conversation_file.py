"""A saved conversation, whichever program keeps it."""

from collections.abc import Sequence

from why400.errors import FormatError
from why400.formats import claude_code, conversation_claude_ai, conversation_messages
from why400.formats.curl import Load
from why400.formats.read_input import Outcome


def recognises(data: bytes) -> bool:
    """Whether the data begins as one of the known programs' files."""
    return claude_code.recognises(data) or conversation_messages.recognises(data) or conversation_claude_ai.recognises(data)


def parse(data: bytes, source: str, load: Load | None = None) -> Sequence[Outcome]:
    """The request that the conversation's next turn sends. Raises FormatError where none is to be had."""
    if conversation_claude_ai.recognises(data) and not claude_code.recognises(data):
        return conversation_claude_ai.parse(data, source, load)
    if not data.strip():
        raise FormatError(f"{source}: it is empty")
    first = claude_code.recognises(data) or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"[", b'{"messages"'))
    if first and not conversation_messages.recognises(data):
        return claude_code.parse(data, source, load)
    return conversation_messages.parse(data, source, load)

"""A saved conversation, whichever program keeps it."""

from collections.abc import Callable, Sequence
from typing import Final

from why400.errors import FormatError
from why400.formats import (
    claude_code,
    conversation_aider,
    conversation_claude_ai,
    conversation_continue,
    conversation_goose,
    conversation_langchain,
    conversation_messages,
    conversation_opencode,
)
from why400.formats.curl import Load
from why400.formats.read_input import Outcome

Parse = Callable[[bytes, str, Load | None], Sequence[Outcome]]

_READERS: Final[tuple[tuple[Callable[[bytes], bool], Parse], ...]] = (
    (claude_code.recognises, claude_code.parse),
    (conversation_opencode.recognises, conversation_opencode.parse),
    (conversation_continue.recognises, conversation_continue.parse),
    (conversation_goose.recognises, conversation_goose.parse),
    (conversation_langchain.recognises, conversation_langchain.parse),
    (conversation_messages.recognises, conversation_messages.parse),
    (conversation_claude_ai.recognises, conversation_claude_ai.parse),
    (conversation_aider.recognises, conversation_aider.parse),
)
"""In the order in which they are tried."""


def recognises(data: bytes) -> bool:
    """Whether the data begins as one of the known programs' files."""
    return any(recognised(data) for recognised, _ in _READERS)


def parse(data: bytes, source: str, load: Load | None = None) -> Sequence[Outcome]:
    """The request that the conversation's next turn sends. Raises FormatError where none is to be had."""
    for recognised, read in _READERS:
        if recognised(data):
            return read(data, source, load)
    if not data.strip():
        raise FormatError(f"{source}: it is empty")
    is_list = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"[", b'{"messages"'))
    return conversation_messages.parse(data, source, load) if is_list else claude_code.parse(data, source, load)

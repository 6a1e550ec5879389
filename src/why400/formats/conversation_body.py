"""From the messages of a saved conversation to the request that the next turn sends, with the way back to the file.

What is taken from the file stands in the body byte for byte; what the next turn adds (model, brackets, a last user message) is not in it.
"""

import json
import re
from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec import Struct

from why400.errors import FormatError
from why400.formats.read_input import OffsetMap, ReadInput
from why400.model import Request

DEFAULT_MODEL = "claude-opus-5"
"""Where the file names none."""
_TOOL_NAME = re.compile(r"[a-zA-Z0-9_-]{1,128}")
_BLANK = b" \t\r\n"


class Part(Struct, frozen=True):
    """Content that one entry of the file gives to a message. Offsets are those of the file."""

    entry: int
    """The entry's number, from 0: a line, or an item of a list."""
    holder: tuple[int, int]
    """Where the message's object stands."""
    content: tuple[int, int]
    """Where its content stands; empty where it has none."""
    value: object
    """The content's value."""
    first: int = 0
    """The index in the entry of its first block; more than 0 where blocks before it are not sent."""
    whole: bool = True
    """Whether it is the entry's content as it stands; False: some of its blocks, with a byte more on each side for the brackets."""

    @property
    def blocks(self) -> int:
        """How many blocks it gives: a plain text is one."""
        return len(self.value) if isinstance(self.value, list) else 1


class SavedMessage(Struct):
    """One message of the next request."""

    role: str
    role_span: tuple[int, int]
    """Where the role stands in the file; empty where the file does not name it so."""
    parts: list[Part]

    def write(self, body: "Body") -> None:
        """Writes the message into the request."""
        first, last = self.parts[0], self.parts[-1]
        body.add(b"{", first.holder[0])
        body.add(b'"role": ')
        body.take(*self.role_span)
        if len(self.parts) > 1 or not first.whole:
            body.add(b', "content": ')
            body.add(b"[", first.content[0])
            written = False
            for part in self.parts:
                written = _write_part(body, part, written)
            body.add(b"]", last.content[1] - 1)
        elif first.content[1] > first.content[0]:
            body.add(b', "content": ')
            body.take(*first.content)
        body.add(b"}", last.holder[1] - 1)

    @property
    def blocks(self) -> list[object]:
        """The values of its blocks; a plain text as a text block."""
        found: list[object] = []
        for part in self.parts:
            found += part.value if isinstance(part.value, list) else [{"type": "text", "text": part.value}]
        return found


BARE_LIST = "entry [{}] of the list"
"""What an entry is called in a file that is nothing but a list of messages."""


class Saved(Struct):
    """The conversation that the next turn is added to."""

    messages: Sequence[SavedMessage]
    program: str
    """Whose file it is, in words."""
    model_span: tuple[int, int] | None = None
    """Where the file names the model that answered last."""
    recorded: date | None = None
    label: str = ""
    named: str = ""
    """What an entry is called, with {} for its number; empty where its line says it."""
    joined: bool = False
    """Whether a call and its result are one entry of the file, with one id."""
    no_messages: tuple[int, ...] = ()
    """Numbers, from 0, of entries that would be sent and are no messages."""
    _called_in: dict[str, list[int]] | None = None

    def called_in(self, name: str) -> list[int]:
        """The messages in which a tool call has that id, in order."""
        if self._called_in is None:
            self._called_in = {}
            for index, message in enumerate(self.messages):
                for block in message.blocks if message.role == "assistant" else ():
                    if isinstance(block, dict) and block.get("type") == "tool_use" and isinstance(call := block.get("id"), str):
                        self._called_in.setdefault(call, []).append(index)
        return self._called_in.get(name, [])


def lenient(text: bytes) -> object:
    """The value of JSON that may hold what only lenient parsers take (lone surrogates, NaN, raw control characters). Raises ValueError."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        pass
    try:
        return json.loads(text.decode("utf-8", "surrogatepass"), strict=False)
    except RecursionError:
        raise ValueError("nested too deep") from None


def whole_value(data: bytes, source: str, what: str) -> object:
    """The value of a file that is JSON as a whole; `what` it should be, in words. Raises FormatError where it is no JSON."""
    try:
        return lenient(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        raise FormatError(f"{source}: {what}, but not sound JSON: see `why400 check --as json {source}`") from None


def as_input(data: bytes, saved: Saved) -> ReadInput:
    """The request of the next turn."""
    body = Body(data)
    body.add(b'{"model": ')
    if saved.model_span is not None:
        body.take(*saved.model_span)
    else:
        body.add(json.dumps(DEFAULT_MODEL).encode())
    body.add(b', "max_tokens": 4096, "messages": [')
    for number, message in enumerate(saved.messages):
        if number:
            body.add(b", ")
        message.write(body)
    for text in _next_turn(saved.messages):
        body.add(text)
    body.add(b"]")
    body.add(_tools(saved.messages))
    body.add(b"}")
    request = Request(body=b"".join(body.pieces))
    offsets = OffsetMap(tuple(body.starts), tuple(body.sources))
    numbered = enumerate(saved.messages) if saved.named else ()
    begins = {part.holder[0]: _entry_name(saved, part.entry, number) for number, message in numbered for part in message.parts}
    return ReadInput(
        request,
        "conversation",
        body_only=True,
        body_map=offsets,
        encoding="none",
        label=saved.label,
        entries=tuple(sorted(begins.items())),
        recorded=saved.recorded,
    )


def _entry_name(saved: Saved, entry: int, message: int) -> str:
    """What an entry is called in the file; empty where that says no more than the path of the message does."""
    return "" if entry == message and saved.named in (BARE_LIST, "messages[{}]") else saved.named.format(entry)


class Body:
    """Pieces of the body, each with its place in the file; -1: it is not there."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pieces: list[bytes] = []
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.size = 0

    def add(self, text: bytes, source: int = -1) -> None:
        """Text that is written here; `source` is the place that it stands for."""
        if text:
            self.pieces.append(text)
            self.starts.append(self.size)
            self.sources.append(source)
            self.size += len(text)

    def take(self, start: int, end: int) -> None:
        """Bytes of the file."""
        self.add(self.data[start:end], start)

    def stand(self, text: bytes, source: int) -> None:
        """Text that is written here, of which only the first byte stands for a place."""
        self.add(text[:1], source)
        self.add(text[1:])


def _write_part(body: Body, part: Part, written: bool) -> bool:
    """One entry's blocks in a list that several entries give; whether something stands in the list now."""
    start, end = part.content
    if not isinstance(part.value, list):
        if written:
            body.add(b", ")
        body.add(b"{", start)
        body.add(b'"type": "text", "text": ')
        body.take(start, end)
        body.add(b"}", end)
        return True
    inner = body.data[start + 1 : end - 1]
    if not inner.strip(_BLANK):
        return written
    if written:
        body.add(b", ")
    body.take(start + 1, end - 1)
    return True


def _next_turn(messages: Sequence[SavedMessage]) -> list[bytes]:
    """What the program adds after an assistant message that ends the file: the results of open calls, and what the user says next."""
    if not messages or messages[-1].role != "assistant":
        return []
    asked = [block.get("id") for block in messages[-1].blocks if isinstance(block, dict) and block.get("type") == "tool_use"]
    calls = dict.fromkeys(call for call in asked if isinstance(call, str))
    results = [{"type": "tool_result", "tool_use_id": call, "content": "ok"} for call in calls]
    content = [*results, {"type": "text", "text": "Go on."}]
    return [b", ", json.dumps({"role": "user", "content": content}).encode()]


def _tools(messages: Sequence[SavedMessage]) -> bytes:
    """Definitions of the tools that results refer to: the file does not keep them, and a reference needs its tool."""
    names: dict[str, None] = {}
    for message in messages:
        for block in message.blocks:
            inner = block.get("content") if isinstance(block, dict) and block.get("type") == "tool_result" else None
            for item in inner if isinstance(inner, list) else ():
                name = item.get("tool_name") if isinstance(item, dict) and item.get("type") == "tool_reference" else None
                if isinstance(name, str) and _TOOL_NAME.fullmatch(name):
                    names[name] = None
    if not names:
        return b""
    return b', "tools": ' + json.dumps([{"name": name, "input_schema": {"type": "object"}} for name in names]).encode()

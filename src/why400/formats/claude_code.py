"""Session files of Claude Code: a JSON object a line, of which the last conversation is what the next turn sends.

The lines are a tree by `parentUuid`; the conversation is the way from its last leaf to its root, which a compaction sets anew. One reply
stands on a line for each of its blocks, with one message id; results of parallel calls hang on the line of their call.
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from why400.errors import FormatError
from why400.formats.conversation_body import Part, Saved, SavedMessage, as_input, lenient
from why400.formats.curl import Load
from why400.formats.json_text.positions import Span, locate
from why400.formats.read_input import Outcome, PassedOver

_HEAD = 1 << 18
_LINKED = frozenset({"user", "assistant", "system", "attachment", "progress"})
"""Kinds of lines that are nodes of the tree."""
_ERROR_TEXT = re.compile(r"API Error\b")


class Line(Struct):
    """One line that could be read."""

    number: int
    """From 0."""
    start: int
    end: int
    """Offsets in the file, without the line's break."""
    value: dict[str, object]

    def text(self, key: str) -> str | None:
        """The value of a member that is a text."""
        found = self.value.get(key)
        return found if isinstance(found, str) else None

    @property
    def message(self) -> dict[str, object]:
        """The message that it holds; empty where it holds none."""
        found = self.value.get("message")
        return found if isinstance(found, dict) else {}

    @property
    def speaks(self) -> bool:
        """Whether it is a message of the user's or the assistant's."""
        return self.value.get("type") in ("user", "assistant") and bool(self.message)

    @property
    def is_error_note(self) -> bool:
        """Whether it is the program's own note of a failed request, which is never sent."""
        if self.value.get("isApiErrorMessage") is True:
            return True
        return self.message.get("model") == "<synthetic>" and any(_ERROR_TEXT.match(text) for text in _texts(self.message))


class Session(Struct):
    """A session file, read."""

    lines: list[Line]
    chain: list[Line]
    """The active conversation, from its root: every line of it, also those that are not sent."""
    main: list[Line]
    """Those of them on the way from the leaf to the root by `parentUuid`."""
    unreadable: list[int]
    """Numbers, from 0, of lines that are no JSON objects; the program passes over them."""


def recognises(data: bytes) -> bool:
    """Whether the first lines are linked as a session's are."""
    head = data[:_HEAD]
    return (
        head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        and b'"parentUuid"' in head
        and b'"uuid"' in head
        and (b'"isSidechain"' in head or b'"sessionId"' in head)
    )


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The request that the session's next turn sends, and the lines that are no JSON objects. Raises FormatError where no message is to be sent."""
    del load
    saved, session = read_saved(data, source)
    words = "is no JSON object, and the program passes over it: the conversation is taken to go on without it"
    unreadable = [PassedOver(FormatError(f"{source}: line {number + 1} {words}"), number + 1) for number in session.unreadable]
    return [as_input(data, saved), *unreadable]


def read_saved(data: bytes, source: str) -> tuple[Saved, Session]:
    """The active conversation, and the lines it is made of. Raises FormatError where there is none."""
    session = read_session(data)
    sent = [line for line in session.chain if line.speaks and _is_sent(line)]
    messages = _messages(data, sent)
    if not messages:
        raise FormatError(f"{source}: a session file without a message that would be sent")
    label = f"session up to line {session.main[-1].number + 1}" if session.main else "session"
    return Saved(messages, "Claude Code", _model(data, sent), _day(sent), label), session


def read_session(data: bytes) -> Session:
    """The lines and the active conversation; no line is dropped for what its message holds."""
    lines: list[Line] = []
    unreadable: list[int] = []
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    number = 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        text = data[at:end]
        if text.strip():
            try:
                value = lenient(text)
            except ValueError:
                value = None
            if isinstance(value, dict):
                lines.append(Line(number, at, at + len(text.rstrip(b"\r")), value))
            else:
                unreadable.append(number)
        number, at = number + 1, end + 1
    main = _way(lines)
    return Session(lines, _with_parallel(lines, main), main, unreadable)


def _way(lines: list[Line]) -> list[Line]:
    """The lines from the root to the last leaf."""
    nodes = {uuid: line for line in lines if line.value.get("type") in _LINKED and (uuid := line.text("uuid"))}
    if not nodes:  # before lines were linked, their order was the conversation
        return [line for line in lines if line.speaks and line.value.get("isSidechain") is not True]
    parents = {uuid: line.text("parentUuid") for uuid, line in nodes.items()}
    _join_preserved(nodes, parents)
    inner = set(parents.values())
    best: tuple[bool, int, str] | None = None
    passed: set[str] = set()
    for uuid in nodes:
        leaf: str | None = uuid if uuid not in inner else None
        while leaf is not None and leaf in nodes and leaf not in passed:
            passed.add(leaf)
            value = nodes[leaf].value
            if nodes[leaf].speaks:
                is_main = value.get("isSidechain") is not True and not value.get("teamName")
                best = max(best or (False, -1, ""), (is_main, nodes[leaf].number, leaf))
                break
            leaf = parents[leaf]
    way: list[Line] = []
    passed = set()
    step: str | None = best[2] if best else None
    while step is not None and step in nodes and step not in passed:
        passed.add(step)
        way.append(nodes[step])
        if nodes[step].value.get("subtype") == "compact_boundary":
            break
        step = parents[step]
    way.reverse()
    return way


def _join_preserved(nodes: dict[str, Line], parents: dict[str, str | None]) -> None:
    """A compaction may keep a stretch of messages: it comes behind the summary, and what followed the summary behind it."""
    for line in nodes.values():
        about = line.value.get("compactMetadata") if line.value.get("subtype") == "compact_boundary" else None
        if not isinstance(about, dict):
            continue
        anchor, kept = _preserved(about, parents)
        if not kept or anchor not in nodes or anchor in kept or not nodes.keys() >= set(kept):
            continue
        for uuid, parent in parents.items():
            if parent == anchor and uuid not in kept:
                parents[uuid] = kept[-1]
        parents.update(zip(kept, [anchor, *kept], strict=False))


def _preserved(about: dict[str, object], parents: dict[str, str | None]) -> tuple[object, list[str]]:
    """The summary's line and the lines that are kept behind it; newer files list them, older ones name the first and the last."""
    listed, segment = about.get("preservedMessages"), about.get("preservedSegment")
    if isinstance(listed, dict) and isinstance(uuids := listed.get("uuids"), list):
        return listed.get("anchorUuid"), [uuid for uuid in uuids if isinstance(uuid, str)]
    if not isinstance(segment, dict):
        return None, []
    head, step = segment.get("headUuid"), segment.get("tailUuid")
    kept: list[str] = []
    seen: set[str] = set()
    while isinstance(step, str) and step in parents and step not in seen:
        seen.add(step)
        kept.append(step)
        if step == head:
            kept.reverse()
            return segment.get("anchorUuid"), kept
        step = parents[step]
    return None, []


def _with_parallel(lines: list[Line], main: list[Line]) -> list[Line]:
    """The way, with the calls and results of parallel calls that hang beside it: behind the last line of their reply."""
    on_way = {line.text("uuid") for line in main}
    last = {name: line for line in main if line.value.get("type") == "assistant" and (name := _message_id(line))}
    members: dict[str, list[Line]] = {}
    results: dict[str | None, list[Line]] = {}
    for line in lines:
        if line.value.get("type") == "assistant" and (name := _message_id(line)) in last and name:
            members.setdefault(name, []).append(line)
        elif line.value.get("type") == "user" and any(_is_result(block) for block in _blocks(line.message)):
            results.setdefault(line.text("parentUuid"), []).append(line)
    beside: dict[int, list[Line]] = {}
    for name, group in members.items():
        calls = [line for line in group if line.text("uuid") not in on_way]
        found = [
            line
            for member in group
            for line in results.get(member.text("uuid"), ())
            if member.text("uuid") and line.text("uuid") not in on_way
        ]
        if calls or found:
            beside[last[name].number] = [*calls, *found]
    return [line for step in main for line in (step, *beside.get(step.number, ()))]


def _messages(data: bytes, sent: list[Line]) -> list[SavedMessage]:
    messages: list[SavedMessage] = []
    ids: list[str | None] = []
    for line in sent:
        spans = locate(data[line.start : line.end], ("/message", "/message/role", "/message/content"))
        if "/message/role" not in spans:
            continue
        holder = _moved(spans["/message"], line.start)
        content = _moved(spans["/message/content"], line.start) if "/message/content" in spans else (holder[0], holder[0])
        part = Part(line.number, holder, content, line.message.get("content"))
        role = line.message.get("role")
        name = _message_id(line) if role == "assistant" else None
        same = _continued(messages, ids, role, name)
        if same is None:
            messages.append(SavedMessage(role if isinstance(role, str) else "", _moved(spans["/message/role"], line.start), [part]))
            ids.append(name)
        else:
            _join(same, part)
    return messages


def _continued(messages: list[SavedMessage], ids: list[str | None], role: object, name: str | None) -> SavedMessage | None:
    """The message that a line goes on with: the same reply, if only results stand between; or the user's own turn."""
    if role == "user":
        return messages[-1] if messages and messages[-1].role == "user" else None
    at = len(messages) - 1
    while name and at >= 0:
        if ids[at] == name:
            return messages[at]
        if messages[at].role != "user" or not all(_is_result(block) for block in messages[at].blocks):
            return None
        at -= 1
    return None


def _join(message: SavedMessage, part: Part) -> None:
    """Results go before what the user wrote while the tools ran."""
    place = len(message.parts)
    if message.role == "user" and _is_results(part):
        place = next((index for index, one in enumerate(message.parts) if not _is_results(one)), place)
    message.parts.insert(place, part)


def _is_results(part: Part) -> bool:
    return isinstance(part.value, list) and bool(part.value) and all(_is_result(block) for block in part.value)


def _is_result(block: object) -> bool:
    return isinstance(block, dict) and block.get("type") == "tool_result"


def _is_sent(line: Line) -> bool:
    if line.is_error_note:
        return False
    return line.value.get("isVisibleInTranscriptOnly") is not True or line.value.get("isCompactSummary") is True


def _model(data: bytes, sent: list[Line]) -> tuple[int, int] | None:
    for line in reversed(sent):
        model = line.message.get("model")
        if isinstance(model, str) and model != "<synthetic>":
            span = locate(data[line.start : line.end], ("/message/model",)).get("/message/model")
            return _moved(span, line.start) if span is not None else None
    return None


def _day(sent: list[Line]) -> date | None:
    for line in reversed(sent):
        try:
            return date.fromisoformat((line.text("timestamp") or "")[:10])
        except ValueError:
            continue
    return None


def _moved(span: Span, by: int) -> tuple[int, int]:
    return span.start + by, span.end + by


def _message_id(line: Line) -> str | None:
    found = line.message.get("id")
    return found if isinstance(found, str) and found else None


def _blocks(message: dict[str, object]) -> list[object]:
    found = message.get("content")
    return found if isinstance(found, list) else []


def _texts(message: dict[str, object]) -> Iterator[str]:
    content = message.get("content")
    if isinstance(content, str):
        yield content
    for block in _blocks(message):
        if isinstance(block, dict) and isinstance(text := block.get("text"), str):
            yield text

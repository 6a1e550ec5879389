"""Session files of Claude Code: lines are edited, taken out and put in so that the links between them stay whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import NAMESPACE_OID, uuid5

from why400.check.source_edits import Splice
from why400.conversations.store import MessageStore, edited, message_spans, with_splices
from why400.formats.claude_code import Line, read_saved
from why400.formats.json_text.positions import locate
from why400.model import Edit

_LINKS = ("parentUuid", "logicalParentUuid", "leafUuid", "sourceToolAssistantUUID")
_NOT_COPIED = frozenset(
    {"uuid", "parentUuid", "message", "toolUseResult", "sourceToolUseID", "sourceToolAssistantUUID", "promptId", "todos", "imagePasteIds"}
)


class SessionStore(MessageStore):
    """The lines of one session, and what is to be done with them."""

    def __init__(self, data: bytes, source: str, first_lines: dict[str, int] | None = None) -> None:
        self.data = data
        self.source = source
        self.saved, self.session = read_saved(data, source)
        self._by_number = {line.number: line for line in self.session.lines}
        self._first = first_lines if first_lines is not None else self._lines_by_uuid()
        self._spans = message_spans(self.saved)
        self._edits: dict[int, list[Edit]] = {}
        self._dropped: dict[str, str | None] = {}
        """By uuid, the parent of what is taken out."""
        self._dropped_lines: list[int] = []
        self._inserted: dict[int, list[list[object]]] = {}
        """By the number of the line that they come before."""
        self._needed = self._kept_uuids()

    def line(self, entry: int) -> int:
        """The line's number in the file that was given first."""
        return self._first.get(self._by_number[entry].text("uuid") or "", entry) + 1

    def origin(self, entry: int) -> int:
        """Its line: each entry has one of its own."""
        return self.line(entry)

    def change(self, entry: int, edits: Sequence[Edit]) -> None:
        """Edits of the message; the line's other members stay."""
        self._edits.setdefault(entry, []).extend(edits)

    def drop(self, entry: int) -> bool:
        """Takes the line out and hangs what hung on it on its parent; the last line of the conversation stays."""
        line = self._by_number[entry]
        uuid = line.text("uuid")
        if uuid is None or uuid in self._needed:
            return False
        self._dropped[uuid] = line.text("parentUuid")
        self._dropped_lines.append(entry)
        return True

    def insert(self, message: int, content: list[object]) -> None:
        """A line of its own before the message's first one on the way from leaf to root, or where that way goes on."""
        before = self._place(message)
        if before is None:
            part = self.saved.messages[message].parts[0]
            old = part.value if isinstance(part.value, list) else [{"type": "text", "text": part.value}]
            self.change(part.entry, [Edit("replace", "/content", [*content, *old])])
        else:
            self._inserted.setdefault(before, []).append(content)

    def _place(self, message: int) -> int | None:
        """The line before which something can be put in front of the message; None where lines are not linked."""
        way = [line.number for line in self.session.main]
        entries = {part.entry for part in self.saved.messages[message].parts}
        before = next((number for number in way if number in entries), None)
        if before is None and message:  # all its lines hang beside the way, on the calls of the message before
            calls = {part.entry for part in self.saved.messages[message - 1].parts}
            last = max((index for index, number in enumerate(way) if number in calls), default=len(way))
            before = way[last + 1] if last + 1 < len(way) else None
        uuid = self._by_number[before].text("uuid") if before is not None else None
        return before if uuid and (uuid not in self._needed or uuid == self.session.main[-1].text("uuid")) else None

    def changed(self) -> bytes:
        """The file with the changes."""
        splices: list[Splice] = []
        for entry, edits in self._edits.items():
            start, end = self._spans[entry]
            splices.append((start, end, edited(self.data[start:end], edits)))
        gone = {entry for entry in self._dropped_lines if entry not in self._edits}
        parents: dict[int, str] = {}
        for entry, contents in self._inserted.items():
            before = self._by_number[entry]
            parent = self._resolved(before.text("parentUuid"))
            for number, content in enumerate(contents):
                uuid = str(uuid5(NAMESPACE_OID, f"why400 {before.text('uuid')} {number} {json.dumps(content, default=str)}"))
                splices.append((before.start, before.start, _new_line(before, parent, uuid, content)))
                parent = uuid
            parents[entry] = parent or ""
        for line in self.session.lines:
            if line.number in gone:
                splices.append((line.start, self._line_end(line), b""))
            else:
                splices.extend(self._relinked(line, parents.get(line.number)))
        return with_splices(self.data, splices)

    def follow(self, data: bytes) -> SessionStore:
        """The store of the changed file."""
        return SessionStore(data, self.source, self._first)

    def keeps_its_end(self, other: object) -> bool:
        """Whether the last line is the same, every line's uuid is its own, and no link was broken."""
        if not isinstance(other, SessionStore) or not other.session.main:
            return False
        ends = [store.session.main[-1].text("uuid") for store in (self, other)]
        before, after = (self._broken(), other._broken())
        return ends[0] == ends[1] and other._repeated() <= self._repeated() and after <= before

    def _lines_by_uuid(self) -> dict[str, int]:
        return {uuid: line.number for line in self.session.lines if (uuid := line.text("uuid"))}

    def _repeated(self) -> int:
        uuids = [uuid for line in self.session.lines if (uuid := line.text("uuid"))]
        return len(uuids) - len(set(uuids))

    def _broken(self) -> set[str]:
        """Links that lead to no line."""
        known = self._lines_by_uuid().keys()
        return {parent for line in self.session.lines if (parent := line.text("parentUuid")) and parent not in known}

    def _kept_uuids(self) -> set[str]:
        """The end of the conversation, and what a compaction has listed as kept: such lines are neither taken out nor moved apart."""
        kept = {self.session.main[-1].text("uuid") or ""} if self.session.main else set()
        for line in self.session.lines:
            about = line.value.get("compactMetadata")
            for listed in about.values() if isinstance(about, dict) else ():
                for value in listed.values() if isinstance(listed, dict) else ():
                    kept.update(uuid for uuid in (value if isinstance(value, list) else [value]) if isinstance(uuid, str))
        return kept

    def _resolved(self, parent: str | None) -> str | None:
        for _ in range(len(self._dropped)):
            if parent is None or parent not in self._dropped:
                break
            parent = self._dropped[parent]
        return parent

    def _relinked(self, line: Line, parent: str | None) -> list[Splice]:
        """The line's links, where what they lead to is gone or something was put between."""
        wanted = {key: self._resolved(line.text(key)) for key in _LINKS if line.text(key) in self._dropped}
        if parent is not None:
            wanted["parentUuid"] = parent
        if not wanted:
            return []
        spans = locate(self.data[line.start : line.end], [f"/{key}" for key in wanted])
        return [
            (line.start + span.start, line.start + span.end, json.dumps(wanted[pointer[1:]]).encode()) for pointer, span in spans.items()
        ]

    def _line_end(self, line: Line) -> int:
        end = self.data.find(b"\n", line.end)
        return len(self.data) if end < 0 else end + 1


def _new_line(before: Line, parent: str | None, uuid: str, content: list[object]) -> bytes:
    own = {key: value for key, value in before.value.items() if key not in _NOT_COPIED}
    own["type"] = "user"
    value = {"parentUuid": parent, **own, "message": {"role": "user", "content": content}, "uuid": uuid}
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"

"""Saved streams of events: what is wrong with one as a stream, which no single error in it says.

An error event comes inside an answer that began with 200; a stream may break off, or hold events that do not fit together.
"""

import dataclasses
import json
import re
from collections.abc import Iterator

import msgspec

from why400.model import Diagnosis, Fix, Retry
from why400.model.diagnosis import Side
from why400.rules.catalogue import catalogue
from why400.rules.wording import DOCS

_HEAD = 1 << 16
_START = re.compile(rb'(?m)^(?:event:[ \t]*message_start[ \t]*\r?$|data:[ \t]*\{[ \t]*"type"[ \t]*:[ \t]*"message_start")')
_MOST = 20
"""Faults after which the rest of a stream is not told."""
_TOOL_INPUT = "sdk-tool-input-not-json"
_RAW_OUTPUT = "see what stands between you and the API: a proxy that changes or drops events"


class _Fault(msgspec.Struct):
    line: int
    message: str
    cause: str
    mend: str
    rule: str = "stream-malformed"
    side: Side = "network"


def in_stream(text: str | bytes, found: list[Diagnosis]) -> list[Diagnosis]:
    """What was found in the text, and what is wrong with the stream that it is; all as it was where it is none."""
    data = text if isinstance(text, bytes) else text[: _HEAD * 4].encode("utf-8", "surrogatepass")
    if not _START.search(data, 0, _HEAD):
        return found
    whole = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    reading = _Reading()
    for line, event, payload in _events(whole):
        reading.take(line, event, payload)
    reading.end(whole.count(b"\n") + 1)
    told = [one for one in found if not {one.first_line, one.last_line} <= reading.content_lines]
    out = [_noted(one, reading) for one in told]
    return out + [_diagnosis(fault) for fault in reading.faults[:_MOST]]


def _events(data: bytes) -> Iterator[tuple[int, str, bytes]]:
    """The events with the line of their data: name (empty where it has none) and data."""
    name, parts, first = "", [], 0
    for number, raw in enumerate(data.split(b"\n"), 1):
        line = raw.rstrip(b"\r")
        if line.startswith(b"event:"):
            name = line[6:].strip().decode("utf-8", "replace")
        elif line.startswith(b"data:"):
            first = first or number
            parts.append(line[5:].removeprefix(b" "))
        elif not line.strip():
            if parts:
                yield first, name, b"\n".join(parts)
            name, parts, first = "", [], 0
    if parts:
        yield first, name, b"\n".join(parts)


class _Reading:
    """The state of one stream after another."""

    def __init__(self) -> None:
        self.faults: list[_Fault] = []
        self.error_lines: set[int] = set()
        self.content_lines: set[int] = set()
        """Lines of events that hold what the model says: no error is to be read out of them."""
        self._broken: _Fault | None = None
        self._begun = self._done = False
        self._blocks: dict[object, list[str] | None] = {}
        """Open blocks by index; of a tool's, the pieces of its input."""
        self._half: list[tuple[int, object]] = []
        """Tool inputs that are no JSON, with their line and index."""
        self._stop_reason: object = None

    def take(self, line: int, event: str, payload: bytes) -> None:
        """One event."""
        if payload.strip() == b"[DONE]":
            return
        try:
            value = msgspec.json.decode(payload)
        except (msgspec.MsgspecError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self._broken = _Fault(line, "an event's data is not JSON", f"line {line}: the data of the event is no JSON object", _RAW_OUTPUT)
            self.faults.append(self._broken)
            return
        self._broken = None
        kind = value.get("type")
        if event and isinstance(kind, str) and event != kind:
            self._add(line, f"event {event} holds data of type {kind}", "name and type of an event are always the same")
        if kind != "error":
            self.content_lines.add(line)
        self._read(line, kind, value)

    def _read(self, line: int, kind: object, value: dict[str, object]) -> None:
        index = value.get("index")
        match kind:
            case "message_start":
                if self._begun and not self._done:
                    self.end(line)
                self._begun, self._done, self._blocks, self._half, self._stop_reason = True, False, {}, [], None
            case "error":
                self.error_lines.add(line)
                self._done = True
            case "message_stop":
                self.close(line)
            case "message_delta":
                delta = value.get("delta")
                self._stop_reason = delta.get("stop_reason") if isinstance(delta, dict) else None
            case "content_block_start":
                if not self._begun:
                    self._add(line, "a block begins before message_start", "a stream begins with message_start")
                block = value.get("content_block")
                is_tool = isinstance(block, dict) and str(block.get("type", "")).endswith("tool_use")
                self._blocks[index] = [] if is_tool else None
            case "content_block_delta":
                self._delta(line, index, value.get("delta"))
            case "content_block_stop":
                if index not in self._blocks:
                    self._add(line, f"block {index} ends and was never started", "every block begins with content_block_start")
                pieces = self._blocks.pop(index, None)
                if pieces is not None and not _is_json("".join(pieces)):
                    self._half.append((line, index))

    def _delta(self, line: int, index: object, delta: object) -> None:
        if index not in self._blocks:
            self._add(line, f"a delta is for block {index}, which was never started", "every block begins with content_block_start")
            return
        pieces = self._blocks[index]
        if pieces is not None and isinstance(delta, dict) and isinstance(piece := delta.get("partial_json"), str):
            pieces.append(piece)

    def close(self, line: int) -> None:
        """The stream says that it is complete."""
        self._done = True
        for index in self._blocks:
            self._add(line, f"block {index} was never ended", "every block ends with content_block_stop")
        for at, index in self._half:
            if self._stop_reason == "max_tokens":
                cause = (
                    f"the reply reached max_tokens while the input of the tool call in block {index} was being written: it is not complete"
                )
                mend = "raise max_tokens, and do not run the call"
                self.faults.append(_Fault(at, "a tool's input breaks off", cause, mend, _TOOL_INPUT, "request"))
            else:
                cause = f"the pieces of the tool's input in block {index} do not add up to JSON"
                self.faults.append(
                    _Fault(at, "a tool's input is not JSON", cause, f"send it again; if it stays, {_RAW_OUTPUT}", _TOOL_INPUT)
                )
        self._blocks, self._half = {}, []

    def end(self, line: int) -> None:
        """Nothing more comes."""
        if self._broken is not None and self.faults[-1] is self._broken and not self._done:
            self.faults.pop()  # the last event was cut in the middle
        if self._begun and not self._done:
            open_ = f", in the middle of block {next(iter(self._blocks))}" if self._blocks else ""
            cause = f"the reply broke off before its end: no message_stop came{open_}"
            mend = "send it again; if it always breaks at the same second, look for a proxy with a limit"
            self.faults.append(_Fault(line, "the stream ends without message_stop", cause, mend, "stream-cut"))

    def _add(self, line: int, message: str, cause: str) -> None:
        self.faults.append(_Fault(line, message, f"line {line}: {cause}", _RAW_OUTPUT))


def _is_json(text: str) -> bool:
    if not text:  # a call without arguments sends none
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _noted(one: Diagnosis, reading: _Reading) -> Diagnosis:
    """An error of an error event, with the note that its answer had begun."""
    if not any(one.first_line <= line <= one.last_line or line == one.first_line + 1 for line in reading.error_lines):
        return one
    note = "it came as an event inside an answer that had begun with status 200: what was read before it is not complete"
    return dataclasses.replace(one, cause=f"{one.cause}; {note}")


def _diagnosis(fault: _Fault) -> Diagnosis:
    entry = catalogue()[fault.rule]
    return Diagnosis(
        status=None,
        type=None,
        message=fault.message,
        request_id=None,
        platform=None,
        origin="client",
        rule=entry.slug,
        family=entry.family,
        match="exact",
        certain="certain",
        path=None,
        side=fault.side,
        retry=Retry(helps=fault.side != "request"),
        cause=fault.cause,
        fix=Fix(fault.mend),
        docs=f"{DOCS}{entry.slug}",
        count=1,
        first_line=fault.line,
        last_line=fault.line,
    )

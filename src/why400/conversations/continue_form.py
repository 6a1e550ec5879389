"""How sessions of Continue are changed: a call and the state that holds its result are taken out together."""

from __future__ import annotations

from why400.formats import conversation_continue
from why400.formats.conversation_body import Saved
from why400.formats.conversation_translated import Block, Entries, plain
from why400.model import Edit

_CONTENT = "/message/content"


class ContinueForm:
    """Items of Continue's history."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is a session."""
        return conversation_continue.recognises(data)

    def read(self, data: bytes, source: str) -> tuple[Saved, Entries]:
        """The conversation, and the items of its history."""
        return conversation_continue.read_saved(data, source)

    def as_text(self, block: Block, entry: object, text: str) -> list[Edit] | None:
        """A text in the content; what was attached says it in its own place."""
        if block.pointer.startswith("/contextItems/"):
            return [Edit("replace", f"{block.pointer}/content", text)]
        if block.pointer == _CONTENT:
            return [Edit("replace", _CONTENT, text)]
        if block.pointer.startswith(_CONTENT):
            return [Edit("replace", block.pointer, {"type": "text", "text": text})]
        return [*_said(entry, text), *self.removed(block, entry)]

    def inner_as_text(self, block: Block, inner: Block | None, entry: object, text: str) -> list[Edit] | None:
        """Results hold nothing but texts."""
        del block, inner, entry, text
        return None

    def removed(self, block: Block, entry: object) -> list[Edit]:
        """The part; with a call the state of the call."""
        if block.pointer == _CONTENT:
            return [Edit("replace", _CONTENT, "")]
        edits = [Edit("remove", block.pointer)]
        name = plain(block.body.get("id"))
        for number, state in enumerate(_list(entry, "toolCallStates")):
            if plain(block.body.get("type")) == "tool_use" and _call_of(state).get("id") == name:
                edits.append(Edit("remove", f"/toolCallStates/{number}"))
                break
        return edits

    def is_dropped(self, entry: object) -> bool:
        """Always: nothing else names an item."""
        del entry
        return True

    def result_entry(self, result: dict[str, object], before: object, part: object) -> object | None:
        """There is none: a result stands with its call."""
        del result, before, part
        return None

    def answered(self, call: Block, entry: object, result: dict[str, object]) -> list[Edit] | None:
        """A state of the call, as the program keeps it of a call that was cancelled."""
        message = entry.get("message") if isinstance(entry, dict) else None
        calls = _list(message, "toolCalls")
        number = int(call.pointer.rpartition("/")[2])
        made = {
            "toolCallId": result.get("tool_use_id"),
            "toolCall": calls[number] if number < len(calls) else {},
            "status": "canceled",
            "parsedArgs": plain(call.body.get("input")),
        }
        states = _list(entry, "toolCallStates")
        if isinstance(entry, dict) and isinstance(entry.get("toolCallStates"), list):
            return [Edit("add", f"/toolCallStates/{len(states)}", made)]
        return [Edit("add", "/toolCallStates", [made])]


def _said(entry: object, text: str) -> list[Edit]:
    message = entry.get("message") if isinstance(entry, dict) else None
    content = message.get("content") if isinstance(message, dict) else None
    if isinstance(content, list):
        return [Edit("add", f"{_CONTENT}/{len(content)}", {"type": "text", "text": text})]
    return [Edit("replace", _CONTENT, f"{content}\n{text}" if content else text)]


def _call_of(state: object) -> dict[str, object]:
    call = state.get("toolCall") if isinstance(state, dict) else None
    return call if isinstance(call, dict) else {}


def _list(holder: object, key: str) -> list[object]:
    value = holder.get(key) if isinstance(holder, dict) else None
    return value if isinstance(value, list) else []

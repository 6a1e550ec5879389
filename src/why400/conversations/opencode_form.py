"""How sessions of opencode are changed: a part becomes a text part, or goes; an entry stays, for the program passes over one without parts."""

from __future__ import annotations

from why400.formats import conversation_opencode
from why400.formats.conversation_body import Saved
from why400.formats.conversation_translated import Block, Entries
from why400.model import Edit

_KEPT = ("id", "sessionID", "messageID")


class OpencodeForm:
    """Parts of opencode's messages."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is an exported session."""
        return conversation_opencode.recognises(data)

    def read(self, data: bytes, source: str) -> tuple[Saved, Entries]:
        """The conversation, and its messages."""
        return conversation_opencode.read_saved(data, source)

    def as_text(self, block: Block, entry: object, text: str) -> list[Edit] | None:
        """A text part with the ids of the old one; a call takes its result with it."""
        part = _part(block, entry)
        return [Edit("replace", block.pointer, {"type": "text", "text": text, **{key: part[key] for key in _KEPT if key in part}})]

    def inner_as_text(self, block: Block, inner: Block | None, entry: object, text: str) -> list[Edit] | None:
        """An attachment goes, and the output says so."""
        if inner is None:
            return [Edit("replace", f"{block.pointer}/state/output", text)]
        state = _part(block, entry).get("state")
        output = state.get("output") if isinstance(state, dict) else None
        said = f"{output}\n{text}" if output else text
        return [Edit("replace", f"{block.pointer}/state/output", said), Edit("remove", inner.pointer)]

    def removed(self, block: Block, entry: object) -> list[Edit]:
        """The part."""
        del entry
        return [Edit("remove", block.pointer)]

    def is_dropped(self, entry: object) -> bool:
        """Never: other messages name it as their parent."""
        del entry
        return False

    def result_entry(self, result: dict[str, object], before: object, part: object) -> object | None:
        """There is none: a result stands in its call's part."""
        del result, before, part
        return None

    def answered(self, call: Block, entry: object, result: dict[str, object]) -> list[Edit] | None:
        """Never needed: the program sends a result of its own."""
        del call, entry, result
        return None


def _part(block: Block, entry: object) -> dict[str, object]:
    parts = entry.get("parts") if isinstance(entry, dict) else None
    number = int(block.pointer.rpartition("/")[2])
    part = parts[number] if isinstance(parts, list) else None
    return part if isinstance(part, dict) else {}

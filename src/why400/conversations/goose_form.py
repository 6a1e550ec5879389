"""How sessions of goose are changed: pieces of content become texts or go; a result that is put in is a message of its own."""

from __future__ import annotations

from why400.formats import conversation_goose
from why400.formats.conversation_body import Saved
from why400.formats.conversation_translated import Block, Entries
from why400.model import Edit


class GooseForm:
    """Messages of goose."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is a session."""
        return conversation_goose.recognises(data)

    def read(self, data: bytes, source: str) -> tuple[Saved, Entries]:
        """The conversation, and its messages."""
        return conversation_goose.read_saved(data, source)

    def as_text(self, block: Block, entry: object, text: str) -> list[Edit] | None:
        """A text in its place."""
        del entry
        return [Edit("replace", block.pointer, {"type": "text", "text": text})]

    def inner_as_text(self, block: Block, inner: Block | None, entry: object, text: str) -> list[Edit] | None:
        """Of a result nothing but its text is sent."""
        del block, inner, entry, text
        return None

    def removed(self, block: Block, entry: object) -> list[Edit]:
        """The piece."""
        del entry
        return [Edit("remove", block.pointer)]

    def is_dropped(self, entry: object) -> bool:
        """Always: nothing names a message."""
        del entry
        return True

    def result_entry(self, result: dict[str, object], before: object, part: object) -> object | None:
        """A message with the result: the piece itself where it is moved."""
        said = {"content": [{"type": "text", "text": result.get("content", "")}], "isError": False}
        failed = {"status": "error", "error": result.get("content", "")}
        made = failed if result.get("is_error") is True else {"status": "success", "value": said}
        row = before if isinstance(before, dict) else {}
        return {
            "role": "user",
            "created": row.get("created", 0),
            "content": [part if part is not None else {"type": "toolResponse", "id": result.get("tool_use_id"), "toolResult": made}],
            "metadata": {"userVisible": True, "agentVisible": True},
        }

    def answered(self, call: Block, entry: object, result: dict[str, object]) -> list[Edit] | None:
        """A result is a message of its own."""
        del call, entry, result
        return None

"""How stored messages of LangChain are changed: a call goes from the content and from the list of calls, a result is a message."""

from __future__ import annotations

from why400.formats import conversation_langchain
from why400.formats.conversation_body import Saved
from why400.formats.conversation_langchain import message_of
from why400.formats.conversation_translated import Block, Entries, plain
from why400.formats.langchain_blocks import call_id
from why400.model import Edit

_LISTS = ("tool_calls", "invalid_tool_calls")


class LangchainForm:
    """Messages of LangChain, in whichever of their forms."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is a list of them, or a state."""
        return conversation_langchain.recognises(data)

    def read(self, data: bytes, source: str) -> tuple[Saved, Entries]:
        """The conversation, and its messages."""
        return conversation_langchain.read_saved(data, source)

    def as_text(self, block: Block, entry: object, text: str) -> list[Edit] | None:
        """A text block; a result's message becomes one of the user's."""
        message = message_of(entry)
        content = message.data.get("content", "")
        if not block.pointer:
            return _as_human(entry, message.base, text)
        if block.pointer == f"{message.base}/content":
            return [Edit("replace", block.pointer, text)]
        if _holder(block.pointer) == f"{message.base}/content":
            return [Edit("replace", block.pointer, {"type": "text", "text": text}), *_calls_removed(block, entry)]
        if isinstance(content, list):
            said = Edit("add", f"{message.base}/content/{len(content)}", {"type": "text", "text": text})
        else:
            said = Edit("replace", f"{message.base}/content", f"{content}\n{text}" if content else text)
        return [said, Edit("remove", block.pointer)]

    def inner_as_text(self, block: Block, inner: Block | None, entry: object, text: str) -> list[Edit] | None:
        """A text block among the result's."""
        del block, entry
        return [Edit("replace", inner.pointer, {"type": "text", "text": text})] if inner is not None else None

    def removed(self, block: Block, entry: object) -> list[Edit]:
        """The block, and a call's entry in the list of calls."""
        message = message_of(entry)
        if block.pointer == f"{message.base}/content":
            return [Edit("replace", block.pointer, "")]
        return [
            Edit("remove", block.pointer),
            *(_calls_removed(block, entry) if _holder(block.pointer) == f"{message.base}/content" else ()),
        ]

    def is_dropped(self, entry: object) -> bool:
        """Always: an empty message is refused, or left out."""
        del entry
        return True

    def result_entry(self, result: dict[str, object], before: object, part: object) -> object | None:
        """A message of the tool's, in the form of the one that it comes before."""
        del part
        members = {
            "content": result.get("content", ""),
            "type": "tool",
            "tool_call_id": result.get("tool_use_id"),
            "status": "error" if result.get("is_error") is True else "success",
        }
        row = before if isinstance(before, dict) else {}
        match message_of(row).base:
            case "/kwargs":
                return {"lc": row["lc"], "type": "constructor", "id": ["langchain", "schema", "messages", "ToolMessage"], "kwargs": members}
            case "/data":
                return {"type": "tool", "data": members}
        return members

    def answered(self, call: Block, entry: object, result: dict[str, object]) -> list[Edit] | None:
        """A result is a message of its own."""
        del call, entry, result
        return None


def _as_human(entry: object, base: str, text: str) -> list[Edit]:
    if base == "/kwargs" and isinstance(entry, dict):
        path = [*entry["id"][:-1], "HumanMessage"]
        return [Edit("replace", "/id", path), Edit("replace", base, {"content": text, "type": "human"})]
    if base == "/data":
        return [Edit("replace", "/type", "human"), Edit("replace", base, {"content": text, "type": "human"})]
    return [Edit("replace", "/type", "human"), Edit("replace", "/content", text)]


def _calls_removed(block: Block, entry: object) -> list[Edit]:
    """Takes the calls out that the message lists under the block's id: they would be sent instead."""
    if plain(block.body.get("type")) != "tool_use":
        return []
    message = message_of(entry)
    name = plain(block.body.get("id"))
    found: list[Edit] = []
    for key in _LISTS:
        rows = message.data.get(key)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict) and call_id(row.get("id"), _plain(row.get("id"))) == name:
                found.append(Edit("remove", f"{message.base}/{key}/{number}"))
    return found


def _plain(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _holder(pointer: str) -> str:
    return pointer.rpartition("/")[0]

"""Which edits free a conversation of one finding: the rule's own first; where a person would have to decide, the one that loses least."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256

from why400.formats.conversation_body import Saved, lenient
from why400.formats.json_text.positions import parse_pointer
from why400.model import Edit, Finding

Choice = tuple[tuple[Edit, ...], str, str]
"""The edits; what they do; what is given up (empty: nothing)."""

_MEDIA = ("image", "document")
_THINKING = ("thinking", "redacted_thinking")
_ID_FAULT = re.compile(r"[^a-zA-Z0-9_-]")
_SHOWN = 400
"""Characters of a block that is left out that its note quotes."""


def choices(finding: Finding, saved: Saved) -> Iterator[Choice]:
    """The ways to mend it, the best first."""
    keys = parse_pointer(finding.pointer or "")
    index = int(keys[1]) if len(keys) > 1 and keys[0] == "messages" and keys[1].isdigit() else -1
    own = finding.fix.edits if finding.fix is not None else ()
    if not 0 <= index < len(saved.messages):
        return
    blocks = saved.messages[index].blocks
    number = int(keys[3]) if len(keys) > 3 and keys[2] == "content" and keys[3].isdigit() else -1
    block = blocks[number] if 0 <= number < len(blocks) else None
    if block is not None:
        yield from _first(finding, saved, (index, number), block)
    if own:
        yield own, *_in_words(finding, own, block)
    if block is None:
        yield from _of_message(finding, saved, index)
        return
    yield from _of_block(finding, (index, number), block, keys)


def _first(finding: Finding, saved: Saved, place: tuple[int, int], block: object) -> Iterator[Choice]:
    """Where less is lost than by what the rule would do, or where a rule leaves the choice to a person."""
    index, number = place
    path = f"/messages/{index}/content/{number}"
    if not isinstance(block, dict):
        return
    kind, last = finding.rule, (finding.pointer or "").rpartition("/")[2]
    if kind == "tool-result-orphaned":
        yield from _of_orphans(saved, index, block)
    elif kind == "tool-result-in-assistant-turn" and index + 1 < len(saved.messages) and saved.messages[index + 1].role == "user":
        if not _is_in(block.get("tool_use_id"), _answered(saved, index + 1)):
            edits = (Edit("add", f"/messages/{index + 1}/content/0", block), Edit("remove", path))
            yield edits, "moved a tool's result from the assistant's turn into the user's behind it", ""
    elif (
        saved.joined
        and block.get("type") == "tool_use"
        and (kind == "tool-use-id-duplicate" or (kind == "pattern-mismatch" and last == "id"))
    ):
        name = str(block.get("id"))
        new = _new_id(name, f"{index}.{number}")
        yield (Edit("replace", f"{path}/id", new),), f"gave the call {name!r} the id {new!r}, at its result too", ""
    elif kind == "pattern-mismatch" and last in ("id", "tool_use_id"):
        yield from _renamed(saved, str(block.get("id") or block.get("tool_use_id") or ""))
    elif kind in ("wrong-type", "field-missing") and block.get("type") == "tool_use" and not isinstance(block.get("input"), dict):
        edit = Edit("replace" if "input" in block else "add", f"{path}/input", _as_input(block.get("input")))
        yield (edit,), "made the input of a tool call an object", ""


def _of_orphans(saved: Saved, index: int, block: dict[str, object]) -> Iterator[Choice]:
    """A result that came too late goes behind its call; one whose call is gone becomes text, where text may stand."""
    blocks = saved.messages[index].blocks
    name = block.get("tool_use_id")
    asked = _calls(saved, index - 1)
    lost = [
        at
        for at, one in enumerate(blocks)
        if isinstance(one, dict) and _is(one, "tool_result") and not _is_in(one.get("tool_use_id"), asked)
    ]
    earlier = next((one for one in reversed(saved.called_in(name)) if one < index - 1), -1) if isinstance(name, str) else -1
    if earlier >= 0 and saved.messages[earlier + 1].role == "user" and name not in _answered(saved, earlier + 1):
        own = blocks.index(block)
        edits = (Edit("remove", f"/messages/{index}/content/{own}"), Edit("add", f"/messages/{earlier + 1}/content/0", block))
        yield edits, "moved a tool's result that came too late behind its call", ""
    if lost and not any(_is(one, "tool_result") and at not in lost for at, one in enumerate(blocks) if at > lost[0]):
        texts = tuple(Edit("replace", f"/messages/{index}/content/{at}", _as_text(blocks[at])) for at in reversed(lost))
        yield texts, "turned a tool's result whose call is gone into plain text", "that it is a tool's result; what it said is kept as text"


def _of_message(finding: Finding, saved: Saved, index: int) -> Iterator[Choice]:
    if finding.rule == "unknown-role":
        yield (
            (Edit("replace", f"/messages/{index}/role", "user"),),
            "gave the message the role user",
            f"that its role was {saved.messages[index].role!r}",
        )
    yield (Edit("remove", f"/messages/{index}"),), "took the message out", _loss(saved.messages[index].blocks)


def _of_block(finding: Finding, place: tuple[int, int], block: object, keys: list[str]) -> Iterator[Choice]:
    index, number = place
    path = f"/messages/{index}/content/{number}"
    kind = block.get("type") if isinstance(block, dict) else None
    inner, at = _inner(block, keys)
    if inner is not None:
        yield (
            (Edit("replace", f"{path}/content/{at}", _note(inner)),),
            f"put a note in place of {_called(inner)} in a tool's result",
            _loss([inner]),
        )
    if kind in _THINKING or finding.rule.startswith("text-block") or finding.rule == "tool-use-id-duplicate":
        yield (Edit("remove", path),), f"took {_called(block)} out", _loss([block])
    elif kind == "tool_result":
        yield (Edit("replace", path, _as_text(block)),), "turned a tool's result into plain text", "that it is a tool's result"
    yield (Edit("replace", path, _note(block)),), f"put a note in place of {_called(block)}", _loss([block])
    yield (Edit("remove", path),), f"took {_called(block)} out", _loss([block])


def _inner(block: object, keys: list[str]) -> tuple[object, int]:
    """What stands inside a tool's result at the place, and its index there."""
    content = block.get("content") if isinstance(block, dict) and block.get("type") == "tool_result" else None
    if isinstance(content, list) and len(keys) > 5 and keys[4] == "content" and keys[5].isdigit() and int(keys[5]) < len(content):
        return content[int(keys[5])], int(keys[5])
    return None, -1


def _in_words(finding: Finding, edits: tuple[Edit, ...], block: object) -> tuple[str, str]:
    """What a rule's own edits do, and what is given up by them."""
    if finding.rule == "tool-result-missing":
        name = block.get("name") if isinstance(block, dict) else None
        moved = any(edit.op == "remove" for edit in edits)
        if moved:
            return f"moved the result of {name or 'a tool'} to the front of the turn behind its call", ""
        return (
            f"answered the call of {name or 'a tool'} with an error result",
            "what the tool would have answered: it is marked as cancelled",
        )
    removed = any(edit.op == "remove" and edit.path.count("/") == 4 for edit in edits)
    if removed and block is not None:
        return f"took {_called(block)} out", _loss([block])
    last = edits[0]
    name = repr(last.path.rpartition("/")[2])
    if last.op == "remove":
        return f"took the member {name} out", "what stood in it"
    shown = json.dumps(last.value, ensure_ascii=False, default=str)
    return (f"set {name} to {shown if len(shown) <= 60 else shown[:57] + '...'}", "") if last.op != "move" else ("renamed a member", "")


def _renamed(saved: Saved, name: str) -> Iterator[Choice]:
    """The call's id in a form that is allowed, at the call and at its results alike."""
    if not name:
        return
    new = _new_id(name)
    edits: list[Edit] = []
    for index, message in enumerate(saved.messages):
        for number, block in enumerate(message.blocks):
            key = {"tool_use": "id", "tool_result": "tool_use_id"}.get(str(block.get("type"))) if isinstance(block, dict) else None
            if key is not None and isinstance(block, dict) and block.get(key) == name:
                edits.append(Edit("replace", f"/messages/{index}/content/{number}/{key}", new))
    yield tuple(edits), f"renamed the call {name!r} to {new!r}, at its result too", ""


def _new_id(name: str, place: str = "") -> str:
    """An id in a form that is allowed, of its own for the name and the place."""
    return _ID_FAULT.sub("_", name)[:40] + "_" + sha256((name + place).encode("utf-8", "replace")).hexdigest()[:6]


def _calls(saved: Saved, index: int) -> set[str]:
    """The ids of the calls in a message; none where it is not the assistant's."""
    if index < 0 or saved.messages[index].role != "assistant":
        return set()
    return _texts_of(saved, index, "tool_use", "id")


def _answered(saved: Saved, index: int) -> set[str]:
    """The ids of the calls that a message has results for."""
    return _texts_of(saved, index, "tool_result", "tool_use_id")


def _is_in(name: object, names: set[str]) -> bool:
    """Whether it is one of the texts; in a damaged file it may be anything."""
    return isinstance(name, str) and name in names


def _texts_of(saved: Saved, index: int, kind: str, key: str) -> set[str]:
    blocks = (block for block in saved.messages[index].blocks if isinstance(block, dict) and block.get("type") == kind)
    return {found for block in blocks if isinstance(found := block.get(key), str)}


def _as_input(value: object) -> object:
    if isinstance(value, str):
        try:
            found = lenient(value.encode("utf-8", "surrogatepass"))
        except ValueError:
            found = None
        return found if isinstance(found, dict) else {"value": value}
    return {} if value is None else {"value": value}


def _as_text(block: object) -> dict[str, object]:
    """A tool's result as a text block; pictures in it are only named."""
    content = block.get("content") if isinstance(block, dict) else None
    said = [content] if isinstance(content, str) else []
    items = content if isinstance(content, list) else []
    said += [str(item.get("text", "")) if isinstance(item, dict) and item.get("type") == "text" else f"[{_called(item)}]" for item in items]
    text = "\n".join(part for part in said if part.strip())
    return {"type": "text", "text": "[Result of a tool call that is no longer in this conversation]" + (f"\n{text}" if text else "")}


def _note(block: object) -> dict[str, object]:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind in _MEDIA:
        return {"type": "text", "text": f"[{_called(block).capitalize()} stood here; the API refused it, and it was taken out.]"}
    shown = json.dumps(block, ensure_ascii=True, default=str)[:_SHOWN]
    return {"type": "text", "text": f"[{_called(block).capitalize()} stood here that the API refused: {shown}]"}


def _called(block: object) -> str:
    kind = block.get("type") if isinstance(block, dict) else None
    names = {
        "image": "an image",
        "document": "a document",
        "text": "a text block",
        "tool_use": "a tool call",
        "tool_result": "a tool's result",
    }
    if kind in _THINKING:
        return "a thinking block"
    return names.get(str(kind), f"a block of type {kind!r}" if isinstance(kind, str) else "something that is no block")


def _loss(blocks: list[object]) -> str:
    """What is lost with the blocks; nothing where they say nothing."""
    lost = [block for block in blocks if not (_is(block, "text") and isinstance(block, dict) and not str(block.get("text") or "").strip())]
    if not lost:
        return ""
    size = sum(len(json.dumps(block, default=str)) for block in lost)
    return f"{', '.join(dict.fromkeys(_called(block) for block in lost))} ({size} bytes)"


def _is(block: object, kind: str) -> bool:
    return isinstance(block, dict) and block.get("type") == kind

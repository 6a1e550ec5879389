"""What is done to the entries of a saved conversation, worked out from edits of the request that is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from why400.formats.conversation_body import Part, Saved, SavedMessage
from why400.formats.json_text.positions import escape_token, parse_pointer
from why400.model import Edit


@dataclass(slots=True)
class Steps:
    """What one finding's mend does to the entries."""

    edits: dict[int, list[Edit]] = field(default_factory=dict)
    """By entry; pointers are those inside its message."""
    dropped: list[int] = field(default_factory=list)
    """Entries of which nothing would be left."""
    inserted: list[tuple[int, list[object]]] = field(default_factory=list)
    """User content that goes in front of a message, as an entry of its own; with the message's index."""
    messages: set[int] = field(default_factory=set)
    """Indexes of the messages concerned."""


def steps_of(edits: Iterable[Edit], saved: Saved) -> Steps | None:
    """The steps, or None where an edit is of something that the file does not hold or cannot be told apart in it."""
    steps = Steps()
    removed: dict[int, set[int]] = {}
    sizes: dict[int, int] = {}
    for edit in edits:
        if not _take(edit, saved, steps, removed, sizes):
            return None
    for entry, blocks in removed.items():
        if len(blocks) >= sizes[entry]:
            steps.dropped.append(entry)
            steps.edits.pop(entry, None)
        else:
            own = steps.edits.setdefault(entry, [])
            own.extend(Edit("remove", f"/content/{block}") for block in sorted(blocks, reverse=True))
    return steps if steps.edits or steps.dropped or steps.inserted else None


def _take(edit: Edit, saved: Saved, steps: Steps, removed: dict[int, set[int]], sizes: dict[int, int]) -> bool:
    keys = parse_pointer(edit.path)
    if len(keys) < 2 or keys[0] != "messages" or not keys[1].isdigit() or int(keys[1]) >= len(saved.messages):
        return False
    index = int(keys[1])
    message = saved.messages[index]
    steps.messages.add(index)
    match keys[2:]:
        case [] if edit.op == "remove":
            steps.dropped.extend(part.entry for part in message.parts)
            return True
        case ["role"] if edit.op == "replace":
            for part in message.parts:
                _add(steps, part.entry, Edit("replace", "/role", edit.value))
            return True
        case ["content"]:
            return _take_content(edit, index, message, steps)
        case ["content", block, *rest] if block.isdigit():
            return _take_block(edit, index, message, (int(block), rest), steps, removed, sizes)
    return False


def _take_content(edit: Edit, index: int, message: SavedMessage, steps: Steps) -> bool:
    if edit.op == "remove":
        steps.dropped.extend(part.entry for part in message.parts)
        return True
    if edit.op not in ("replace", "add") or len(message.parts) != 1:
        return False
    part = message.parts[0]
    if isinstance(part.value, str) and isinstance(edit.value, list):
        front, last = edit.value[:-1], edit.value[-1:]
        if front and _are_results(front) and last == [{"type": "text", "text": part.value}]:
            steps.inserted.append((index, front))  # the text stays as it is; what answers the calls comes before it
            return True
    _add(steps, part.entry, Edit(edit.op, "/content", edit.value))
    return True


def _take_block(
    edit: Edit,
    index: int,
    message: SavedMessage,
    place: tuple[int, list[str]],
    steps: Steps,
    removed: dict[int, set[int]],
    sizes: dict[int, int],
) -> bool:
    block, rest = place
    if edit.op == "add" and not rest and block == 0 and _are_results([edit.value]) and message.role == "user":
        if steps.inserted and steps.inserted[-1][0] == index:  # each goes in front of those before it
            steps.inserted[-1][1].insert(0, edit.value)
        else:
            steps.inserted.append((index, [edit.value]))
        return True
    found = _part(message, block)
    if found is None:
        return False
    part, own = found
    sizes[part.entry] = sum(one.blocks for one in message.parts if one.entry == part.entry)
    if edit.op == "remove" and not rest:
        removed.setdefault(part.entry, set()).add(own)
        return True
    if not isinstance(part.value, list):  # a plain text that stands for a block
        if edit.op == "replace" and rest == ["text"]:
            _add(steps, part.entry, Edit("replace", "/content", edit.value))
        elif edit.op == "replace" and not rest:
            _add(steps, part.entry, Edit("replace", "/content", [edit.value]))
        elif edit.op == "add" and not rest:
            _add(steps, part.entry, Edit("replace", "/content", [edit.value, {"type": "text", "text": part.value}]))
        else:
            return False
        return True
    below = "".join(f"/{escape_token(key)}" for key in rest)
    source = None
    if edit.source is not None:
        keys = parse_pointer(edit.source)
        if keys[:4] != ["messages", str(index), "content", str(block)]:
            return False
        source = f"/content/{own}" + "".join(f"/{escape_token(key)}" for key in keys[4:])
    _add(steps, part.entry, Edit(edit.op, f"/content/{own}{below}", edit.value, source))
    return True


def _part(message: SavedMessage, block: int) -> tuple[Part, int] | None:
    """The entry that gives the block, and the block's index in it."""
    for part in message.parts:
        if block < part.blocks:
            return part, part.first + block
        block -= part.blocks
    return None


def entry_of(saved: Saved, pointer: str) -> int | None:
    """The entry in which a place of the request stands; the first of a message's where it is the message."""
    keys = parse_pointer(pointer)
    if len(keys) < 2 or keys[0] != "messages" or not keys[1].isdigit() or int(keys[1]) >= len(saved.messages):
        return None
    message = saved.messages[int(keys[1])]
    found = _part(message, int(keys[3])) if len(keys) > 3 and keys[3].isdigit() else None
    return found[0].entry if found else message.parts[0].entry


def _add(steps: Steps, entry: int, edit: Edit) -> None:
    steps.edits.setdefault(entry, []).append(edit)


def _are_results(blocks: Sequence[object]) -> bool:
    return all(isinstance(block, dict) and block.get("type") == "tool_result" for block in blocks)

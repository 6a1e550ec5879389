"""Edits: from places in the typed view to JSON Patch operations.

A rule names places of the original. Operations are put in an order in which each can be applied to the outcome of those before it.
"""

from collections.abc import Sequence

from msgspec import Struct

from why400.check.places import Places, pointer_of
from why400.model import Edit
from why400.rules import Edit as RuleEdit


def public_edits(edits: Sequence[RuleEdit], places: Places) -> tuple[Edit, ...]:
    """The rule's edits as JSON Patch operations; none where a place is not in the body, for a half mend is worse than none."""
    if not edits:
        return ()
    placed: list[tuple[tuple[object, ...], int, Edit]] = []
    before_text: dict[tuple[str | int, ...], list[object]] = {}
    for number, edit in enumerate(edits):
        if edit.op == "text":  # a repair of broken JSON: its place is a range of bytes
            start, end = edit.place if isinstance(edit.place, tuple) else (0, 0)
            placed.append((((0, start, ""),), -number, Edit("text", f"{start}:{end}", edit.value)))
            continue
        keys = places.keys(edit.place)
        if keys is None:
            return ()
        if edit.op == "add":
            assert edit.key is not None
            keys = (*keys, edit.key)
        holder = places.value(keys[:-1])
        if edit.op == "insert" and isinstance(holder, str):
            before_text.setdefault(keys[:-1], []).append(_value(edit.value, places))
            continue
        if not isinstance(holder, dict | list) and keys:
            return ()  # the place that should hold it is not there, or is no place that can
        path = places.pointer(keys)
        if edit.op == "rename":
            target = pointer_of((*places.prefix, *keys[:-1], str(edit.key)))
            made = Edit("move", target, source=path)
        elif edit.op in ("insert", "add"):
            made = Edit("add", path, _value(edit.value, places))
        elif edit.op == "remove":
            made = Edit("remove", path)
        else:
            made = Edit("replace", path, _value(edit.value, places))
        if len(edits) == 1:
            return (made,)
        placed.append((_rank(keys), number, made))
    for keys, blocks in before_text.items():  # a plain text becomes a block behind those that are put in front of it
        made = Edit("replace", pointer_of((*places.prefix, *keys)), [*blocks, {"type": "text", "text": places.value(keys)}])
        placed.append((_rank(keys), len(edits), made))
    if len(placed) == 1:
        return (placed[0][2],)
    # from the end of the body to its front, and of inserts at one place the last first: so no edit moves the place of a later one
    placed.sort(key=lambda one: (one[0], one[1]), reverse=True)
    return tuple(made for _, _, made in placed)


def _value(value: object, places: Places) -> object:
    """What is written: a node as it stands in the body, with what its type does not know."""
    if not isinstance(value, Struct):
        return value
    keys = places.keys(value)
    assert keys is not None, "a node of the body has a place in it"
    return places.value(keys)


def _rank(keys: Sequence[str | int]) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, key, "") if isinstance(key, int) else (1, 0, key) for key in keys)

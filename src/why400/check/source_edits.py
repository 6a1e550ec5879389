"""JSON Patch operations carried out on the user's own text: what they do not touch keeps its bytes."""

import orjson

from why400.formats.json_text.faults import Edit as TextEdit
from why400.formats.json_text.faults import apply_edits
from why400.formats.json_text.positions import Span, locate
from why400.model import Edit

_SPACE = b" \t\r\n"


def apply_to_source(text: bytes, edits: tuple[Edit, ...]) -> bytes:
    """The text after the operations, in their order. Raises LookupError where a place does not exist (any more)."""
    if edits and all(edit.op == "text" for edit in edits):  # their places are all in the text as it stands
        return apply_edits(text, [_text_edit(edit) for edit in edits])
    for edit in edits:
        text = _apply(text, edit)
    return text


def _text_edit(edit: Edit) -> TextEdit:
    start, _, end = edit.path.partition(":")
    assert isinstance(edit.value, bytes)
    return TextEdit(int(start), int(end), edit.value)


def _apply(text: bytes, edit: Edit) -> bytes:
    if edit.op == "remove":
        return _remove(text, _span(text, edit.path))
    if edit.op == "replace":
        span = _span(text, edit.path)
        return text[: span.start] + _dumps(edit.value) + text[span.end :]
    if edit.op == "move":
        assert edit.source is not None
        span = _span(text, edit.source)
        if edit.source.rpartition("/")[0] == edit.path.rpartition("/")[0] and span.key_start is not None:
            name = edit.path.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            assert span.key_end is not None
            return text[: span.key_start] + _dumps(name) + text[span.key_end :]
        value = text[span.start : span.end]
        return _add(_remove(text, span), edit.path, value)
    return _add(text, edit.path, _dumps(edit.value))


def _dumps(value: object) -> bytes:
    text = orjson.dumps(value)
    return text.replace(b'":', b'": ').replace(b',"', b', "') if b"\\" not in text and text.count(b'"') <= 40 else text


def _span(text: bytes, pointer: str) -> Span:
    span = locate(text, [pointer]).get(pointer)
    if span is None:
        raise LookupError(pointer)
    return span


def _remove(text: bytes, span: Span) -> bytes:
    start = span.start if span.key_start is None else span.key_start
    end = span.end
    before = start
    while before and text[before - 1] in _SPACE:
        before -= 1
    if before and text[before - 1 : before] == b",":
        return text[: before - 1] + text[end:]
    after = end
    while after < len(text) and text[after] in _SPACE:
        after += 1
    if text[after : after + 1] == b",":
        after += 1
        while after < len(text) and text[after] in _SPACE:
            after += 1
        return text[:start] + text[after:]
    return text[:start] + text[end:]


def _add(text: bytes, pointer: str, value: bytes) -> bytes:
    holder_pointer, _, name = pointer.rpartition("/")
    holder = _span(text, holder_pointer)
    name = name.replace("~1", "/").replace("~0", "~")
    if text[holder.start : holder.start + 1] == b"{":
        existing = locate(text, [pointer]).get(pointer)
        if existing is not None:
            return text[: existing.start] + value + text[existing.end :]
        return _append(text, holder, _dumps(name) + b": " + value)
    item = locate(text, [pointer]).get(pointer) if name != "-" else None
    if item is None:
        return _append(text, holder, value)
    return text[: item.start] + value + b", " + text[item.start :]


def _append(text: bytes, holder: Span, member: bytes) -> bytes:
    inner_end = holder.end - 1
    last = inner_end
    while text[last - 1] in _SPACE:
        last -= 1
    if last == holder.start + 1:
        return text[: holder.start + 1] + member + text[inner_end:]
    first = holder.start + 1
    while text[first] in _SPACE:
        first += 1
    between = text[holder.start + 1 : first]
    separator = b"," + (between if b"\n" in between else b" ")
    return text[:last] + separator + member + text[last:]

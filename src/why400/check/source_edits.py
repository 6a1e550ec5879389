"""JSON Patch operations carried out on the user's own text: what they do not touch keeps its bytes.

All operations of one round are worked out on the text as it stands and carried out in one go; only where two meet are they done one by one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import orjson

from why400.formats.json_text.positions import Span, locate, parse_pointer
from why400.model import Edit

_SPACE = b" \t\r\n"
_COMMA_BEHIND = re.compile(rb"[ \t\r\n]*+,[ \t\r\n]*+")


Splice = tuple[int, int, bytes]
"""Bytes from the first offset up to the second give way to others."""


def steps(text: bytes, edits: Sequence[Edit]) -> Iterator[list[Splice]]:
    """What the operations do to the text, in order: one step where all can be done at once, each on the text after the steps before it.

    The splices of a step are sorted and do not overlap. Raises LookupError where a place does not exist (any more).
    """
    if edits and all(edit.op == "text" for edit in edits):  # their places are all in the text as it stands
        yield _apart([_text_splice(edit) for edit in edits])
        return
    at_once = _together(text, edits)
    if at_once is not None:
        yield at_once
        return
    for edit in edits:
        for one in _plain(text, edit):
            step = _together(text, (one,))
            if step is None:
                raise LookupError(edit.path)
            yield step
            text = spliced(text, step)


def spliced(text: bytes, step: Sequence[Splice]) -> bytes:
    """The text after one step."""
    out: list[bytes] = []
    at = 0
    for start, end, written in step:
        out.extend((text[at:start], written))
        at = end
    return b"".join((*out, text[at:]))


def _text_splice(edit: Edit) -> Splice:
    start, _, end = edit.path.partition(":")
    assert isinstance(edit.value, bytes)
    return int(start), int(end), edit.value


def _apart(splices: Sequence[Splice]) -> list[Splice]:
    """The splices in order, insertions first as they were made, then the longest; of overlapping ones the first in the text."""
    kept: list[Splice] = []
    for one in sorted(splices, key=lambda one: (one[0], one[1] > one[0], -one[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _plain(text: bytes, edit: Edit) -> Sequence[Edit]:
    """A move to another holder as what it is made of."""
    if edit.op != "move" or _is_rename(edit):
        return (edit,)
    assert edit.source is not None
    return Edit("remove", edit.source), Edit("add", edit.path, _at(orjson.loads(text), edit.source))


@dataclass(slots=True)
class _Holder:
    """What is to be done with the members of one object or list."""

    names: list[str]
    """Its members in the order of the text."""
    removed: set[str] = field(default_factory=set)
    appended: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class _Round:
    """The operations of one round, sorted by what they need to know of the text."""

    replaced: list[tuple[str, bytes]] = field(default_factory=list)
    renamed: list[tuple[str, bytes]] = field(default_factory=list)
    inserted: list[tuple[str, bytes]] = field(default_factory=list)
    holders: dict[str, _Holder] = field(default_factory=dict)


def _together(text: bytes, edits: Sequence[Edit]) -> list[Splice] | None:
    """The splices of all the operations at once; None where two of them meet. Raises LookupError for a place that is not there."""
    value = orjson.loads(text)
    work = _Round()
    for edit in edits:
        if edit.op == "move" and not _is_rename(edit):
            return None
        _sort(work, edit, value)
    spans = locate(text, _wanted(work))
    ranges = _ranges(text, work, spans)
    ranges.sort(key=lambda one: (one[0], one[1], one[2]))
    if any(after[0] < before[1] for before, after in pairwise(ranges)):
        return None
    return [(start, end, written) for start, end, _, written in ranges]


def _sort(work: _Round, edit: Edit, value: object) -> None:
    if edit.op == "move":
        assert edit.source is not None
        work.renamed.append((edit.source, _dumps(_name(edit.path))))
        return
    if edit.op == "replace":
        work.replaced.append((edit.path, _dumps(edit.value)))
        return
    holder_pointer, name = edit.path.rpartition("/")[0], _name(edit.path)
    holder = work.holders.get(holder_pointer)
    if holder is None:
        found = _at(value, holder_pointer)
        if not isinstance(found, dict | list):
            raise LookupError(edit.path)
        names = list(found) if isinstance(found, dict) else [str(index) for index in range(len(found))]
        holder = work.holders[holder_pointer] = _Holder(names)
        holder_is_list = isinstance(found, list)
    else:
        holder_is_list = isinstance(_at(value, holder_pointer), list)
    if edit.op == "remove":
        if not _has(holder, name, holder_is_list):
            raise LookupError(edit.path)
        holder.removed.add(name)
    elif holder_is_list and name != "-" and int(name) < len(holder.names):
        work.inserted.append((edit.path, _dumps(edit.value) + b", "))
    elif not holder_is_list and _has(holder, name, holder_is_list):
        work.replaced.append((edit.path, _dumps(edit.value)))
    else:
        holder.appended.append(_dumps(edit.value) if holder_is_list else _dumps(name) + b": " + _dumps(edit.value))


def _has(holder: _Holder, name: str, is_list: bool) -> bool:
    return (name.isdigit() and int(name) < len(holder.names)) if is_list else name in holder.names


def _wanted(work: _Round) -> Iterable[str]:
    for pointer, _ in (*work.replaced, *work.renamed, *work.inserted):
        yield pointer
    for pointer, holder in work.holders.items():
        yield pointer
        if holder.names:
            yield _child(pointer, holder.names[0])
            yield _child(pointer, holder.names[-1])
        for first, last in _runs(holder):
            yield from (_child(pointer, name) for name in holder.names[max(first - 1, 0) : last + 2])


def _runs(holder: _Holder) -> list[tuple[int, int]]:
    """Stretches of neighbours that are removed, as first and last index."""
    runs: list[tuple[int, int]] = []
    if not holder.removed:
        return runs
    for index, name in enumerate(holder.names):
        if name in holder.removed:
            if runs and runs[-1][1] == index - 1:
                runs[-1] = (runs[-1][0], index)
            else:
                runs.append((index, index))
    return runs


def _ranges(text: bytes, work: _Round, spans: Mapping[str, Span]) -> list[tuple[int, int, int, bytes]]:
    ranges: list[tuple[int, int, int, bytes]] = []
    for pointer, written in work.replaced:
        span = _span(spans, pointer)
        ranges.append((span.start, span.end, 0, written))
    for pointer, written in work.renamed:
        span = _span(spans, pointer)
        if span.key_start is None or span.key_end is None:
            raise LookupError(pointer)
        ranges.append((span.key_start, span.key_end, 0, written))
    for number, (pointer, written) in enumerate(work.inserted):
        start = _span(spans, pointer).start
        ranges.append((start, start, -number, written))  # of inserts at one place the last given stands first
    for pointer, holder in work.holders.items():
        ranges.extend(_removals(text, pointer, holder, spans))
        if holder.appended:
            ranges.append(_appendix(text, pointer, holder, spans))
    return ranges


def _removals(text: bytes, pointer: str, holder: _Holder, spans: Mapping[str, Span]) -> Iterable[tuple[int, int, int, bytes]]:
    for first, last in _runs(holder):
        own = [_span(spans, _child(pointer, name)) for name in holder.names[first : last + 1]]
        start, end = _begin(own[0]), own[-1].end
        if first > 0:
            start = _span(spans, _child(pointer, holder.names[first - 1])).end
        elif last + 1 < len(holder.names):
            end = _begin(_span(spans, _child(pointer, holder.names[last + 1])))
        if all(start <= _begin(span) and span.end <= end for span in own):
            yield start, end, 0, b""
        else:  # a key that is there twice counts where it stands last, so that its neighbours are others than its rank says
            for span in own:
                yield _with_comma(text, _begin(span), span.end)


def _with_comma(text: bytes, start: int, end: int) -> tuple[int, int, int, bytes]:
    """A member and the comma behind it; that in front of the last one."""
    comma = _COMMA_BEHIND.match(text, end)
    if comma:
        return start, comma.end(), 0, b""
    before = text[:start].rstrip(_SPACE)
    return (len(before) - 1 if before[-1:] == b"," else start), end, 0, b""


def _appendix(text: bytes, pointer: str, holder: _Holder, spans: Mapping[str, Span]) -> tuple[int, int, int, bytes]:
    whole = _span(spans, pointer)
    kept = [name for name in holder.names if name not in holder.removed]
    if not holder.names:
        return whole.start + 1, whole.start + 1, 1, b", ".join(holder.appended)
    first, last = _span(spans, _child(pointer, holder.names[0])), _span(spans, _child(pointer, holder.names[-1]))
    between = text[whole.start + 1 : _begin(first)]
    separator = b"," + (between if b"\n" in between and not between.strip(_SPACE) else b" ")
    joined = separator.join(holder.appended)
    return last.end, last.end, 1, separator + joined if kept else joined


def _is_rename(edit: Edit) -> bool:
    return edit.source is not None and edit.source.rpartition("/")[0] == edit.path.rpartition("/")[0] and not _name(edit.path).isdigit()


def _begin(span: Span) -> int:
    return span.start if span.key_start is None else span.key_start


def _span(spans: Mapping[str, Span], pointer: str) -> Span:
    span = spans.get(pointer)
    if span is None:
        raise LookupError(pointer)
    return span


def _child(pointer: str, name: str) -> str:
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"


def _name(pointer: str) -> str:
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _at(value: object, pointer: str) -> object:
    for name in parse_pointer(pointer):
        if isinstance(value, dict):
            value = value[name]
        elif isinstance(value, list):
            value = value[int(name)]
        else:
            raise LookupError(pointer)
    return value


def _dumps(value: object) -> bytes:
    text = orjson.dumps(value)
    return text.replace(b'":', b'": ').replace(b',"', b', "') if b"\\" not in text and text.count(b'"') <= 40 else text

"""Lines and columns of findings, in the caller's own source; worked out for findings only."""

from array import array

from why400.check.places import pointer_of
from why400.check.trail import Keys
from why400.check.words import Worded
from why400.formats.json_text.hops import find_spans
from why400.formats.json_text.positions import LineIndex, locate
from why400.model import Finding, Related

Found = tuple[int, int]


def with_lines(worded: list[Worded], body: bytes, *, parsed: bool) -> list[Finding]:
    """The findings, with their lines entered; without any where the body was given as a value (`parsed`), which has none."""
    findings = [one.finding for one in worded]
    if parsed or not worded:
        return findings
    things: list[Finding | Related] = []
    wanted: list[Keys] = []
    spans: list[Found] = []
    for one in worded:
        if one.span is not None:
            things.append(one.finding)
            spans.append(one.span)
    placed_before = len(things)
    for one in worded:
        if one.span is None and one.keys is not None:
            things.append(one.finding)
            wanted.append(one.keys)
        for related, keys in zip(one.finding.also, one.also_keys, strict=True):
            if keys is not None:
                things.append(related)
                wanted.append(keys)
    if wanted:
        found = find_spans(body, wanted)
        if found is None:
            found = _step_by_step(body, wanted)
        things[placed_before:] = [thing for thing, span in zip(things[placed_before:], found, strict=True) if span is not None]
        spans.extend(span for span in found if span is not None)
    _enter(things, spans, body)
    return findings


def _step_by_step(body: bytes, wanted: list[Keys]) -> list[Found | None]:
    """The values' spans in text that need not be sound; of a member that is not there, its object's opening."""
    pointers = [pointer_of(keys) for keys in wanted]
    spans = locate(body, {*pointers, *(pointer.rpartition("/")[0] for pointer in pointers)})
    found: list[Found | None] = []
    for pointer in pointers:
        span, holder = spans.get(pointer), spans.get(pointer.rpartition("/")[0])
        found.append((span.start, span.end) if span is not None else (holder.start, holder.start + 1) if holder is not None else None)
    return found


def _enter(things: list[Finding | Related], spans: list[Found], body: bytes) -> None:
    """Enters lines and columns. The places are asked for in the order of the text, so that it is counted through once."""
    slots = sorted((offset << 32) + 2 * number + which for number, span in enumerate(spans) for which, offset in enumerate(span))
    lines, columns = array("q", bytes(8 * len(slots))), array("q", bytes(8 * len(slots)))
    index = LineIndex(body)
    for packed in slots:
        slot = packed & 0xFFFF_FFFF
        lines[slot], columns[slot] = index.line_column(packed >> 32)
    enter = object.__setattr__  # nobody has seen these frozen objects yet; to copy them would double the cost
    for number, thing in enumerate(things):
        enter(thing, "line", lines[2 * number])
        enter(thing, "column", columns[2 * number])
        enter(thing, "end_line", lines[2 * number + 1])
        enter(thing, "end_column", columns[2 * number + 1])

"""Lines and columns of findings, in the caller's own source; worked out for findings only."""

import dataclasses

from why400.check.places import pointer_of
from why400.check.words import Worded
from why400.formats.json_text.positions import LineIndex, Span, locate
from why400.model import Finding, Related


def with_lines(worded: list[Worded], body: bytes, *, parsed: bool) -> list[Finding]:
    """The findings with their lines; without any where the body was given as a value (`parsed`), which has none."""
    if parsed or not worded:
        return [one.finding for one in worded]
    wanted = {pointer_of(one.keys) for one in worded if one.keys is not None}
    wanted.update(related.pointer for one in worded for related in one.finding.also)
    parents = {pointer.rpartition("/")[0] for pointer in wanted if pointer}
    spans = locate(body, wanted | parents) if wanted else {}
    lines = LineIndex(body)
    return [_placed(one, spans, lines) for one in worded]


def _placed(one: Worded, spans: dict[str, Span], lines: LineIndex) -> Finding:
    finding = one.finding
    if one.span is not None:
        start, end = one.span
    elif one.keys is None:
        return finding
    else:
        found = _span(pointer_of(one.keys), spans)
        if found is None:
            return finding
        start, end = found
    line, column = lines.line_column(start)
    end_line, end_column = lines.line_column(end)
    also = tuple(_related(related, spans, lines) for related in finding.also)
    return dataclasses.replace(finding, line=line, column=column, end_line=end_line, end_column=end_column, also=also)


def _related(related: Related, spans: dict[str, Span], lines: LineIndex) -> Related:
    found = _span(related.pointer, spans)
    if found is None:
        return related
    line, column = lines.line_column(found[0])
    end_line, end_column = lines.line_column(found[1])
    return dataclasses.replace(related, line=line, column=column, end_line=end_line, end_column=end_column)


def _span(pointer: str, spans: dict[str, Span]) -> tuple[int, int] | None:
    """The value's span; of a member that is not there, its object's opening."""
    found = spans.get(pointer)
    if found is not None:
        return found.start, found.end
    holder = spans.get(pointer.rpartition("/")[0])
    return (holder.start, holder.start + 1) if holder is not None else None

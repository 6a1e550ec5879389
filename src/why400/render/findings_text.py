"""Findings as a screen: the one that the API reports first, in the user's own source, and what comes behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from why400.render.excerpt import Mark, excerpt
from why400.render.style import Style, number_words, shortened, size_words
from why400.sanitize import mask

if TYPE_CHECKING:  # a clean request has no finding
    from why400.model import Finding


class Screen(Struct, frozen=True):
    """What is shown of one request."""

    source: str
    """The file's name as the user gave it."""
    text: str | None
    """What the body stands in: the source or the file that it names; None where excerpts are left out."""
    findings: list[Finding]
    labels: dict[int, str]
    """What stands under the caret, by the finding's index."""
    endpoint: str
    api_version: str
    model: str | None
    value: object
    """The body as JSON."""
    size_bytes: int
    label: str = ""
    """Which of several requests in the source it is."""
    unchecked_rest: bool = False
    counts: tuple[int, int] | None = None
    """Messages and tools, where the body's value was not needed."""
    body: bytes = b""
    body_offset: int | None = None
    """Where the body begins in the source, in bytes, if it stands there as it is."""
    kind: str = "json"
    """The format of the source."""
    body_file: str = ""
    """The file that the source takes the body from, if it is another: lines are those of this file."""
    entries: dict[int, str] = {}
    """The entry of a saved conversation that a finding stands in, by the finding's index."""
    freed_by: dict[int, str] = {}
    """What `fix` does about a finding in a saved conversation, by the finding's index; it leaves the others alone."""

    def file_of(self, finding: Finding) -> str:
        """The file in which the finding's place is."""
        return self.body_file if self.body_file and finding.where == "body" else self.source


def findings_text(screen: Screen, style: Style) -> str:
    """The report of one request with findings."""
    out: list[str] = []
    groups = _grouped(screen.findings)
    for group in groups:
        if out:
            out.append("")
        out.extend(_finding(screen, group, style))
    if screen.unchecked_rest:
        out.extend(["", "the body had more than 100 faults of syntax: what comes behind them is not checked"])
    return style.plain(mask("\n".join(out)))


def _grouped(findings: list[Finding]) -> list[list[tuple[int, Finding]]]:
    groups: dict[tuple[str, str], list[tuple[int, Finding]]] = {}
    for index, finding in enumerate(findings):
        groups.setdefault((finding.rule, finding.severity), []).append((index, finding))
    return list(groups.values())


def _finding(screen: Screen, group: list[tuple[int, Finding]], style: Style) -> list[str]:
    index, finding = group[0]
    error = finding.severity == "error"
    head = f"{finding.severity}[{finding.rule}]"
    said = "  the API answers this first" if finding.first else ""
    if finding.api_error.when == "batch-item":
        said = "  the batch is created; this item fails in it"
    out = [f"{style.bold(style.red(head)) if error else style.bold(head)}{said}"]
    entry = f"  in {screen.entries[index]}" if index in screen.entries else ""
    out.append(f"  {_place(screen, finding)}{entry}")
    marks = marks_of(finding, screen.labels.get(index, ""))
    shown = excerpt(screen.text, marks, style) if screen.text is not None and marks else []
    out.extend(f"  {line}" for line in shown)
    if not shown or finding.cause != screen.labels.get(index):
        out.extend(style.wrapped(shortened(finding.cause), "  why   ", "        "))
    if finding.api_error.message is not None:
        status = str(finding.api_error.status or "")
        out.extend(style.wrapped(shortened(finding.api_error.message), f"  {status:<4}  ", "        "))
    elif finding.api_error.status is not None and error:
        out.append(f"  {finding.api_error.status}   the API's wording has not been observed")
    out.extend(_mend(screen, index, finding, style))
    if len(group) > 1:
        places = [one.path or one.pointer or (f"line {one.line}, column {one.column}" if one.line else "") for _, one in group[1:]]
        listed = ", ".join(places[:3]) + (f" … {places[-1]}" if len(places) > 3 else "")
        out.append(f"  more  {len(group) - 1} × the same: {listed}")
    if finding.first and error:
        out.extend(_then(screen, finding))
    return out


def _place(screen: Screen, finding: Finding) -> str:
    file = screen.file_of(finding)
    label = f"  {screen.label}" if screen.label else ""
    if file != screen.source:
        label = f"  sent by {'standard input' if screen.source == '-' else screen.source}{label and ','}{label[1:]}"
    if finding.where != "body":
        what = {"header": "header", "query": "query parameter", "path": "URL", "method": "method"}[finding.where]
        return f"{screen.source}{label}  {what} {finding.name or ''}".rstrip()
    line = f":{finding.line}:{finding.column}" if finding.line is not None and screen.text is not None else ""
    return f"{file}{line}{label}  {named_path(finding, screen.value)}".rstrip()


def named_path(finding: Finding, value: object) -> str:
    """The place with the name of the tool, message or item in it: `tools.38 (search_orders)`."""
    plain = (finding.pointer or "").strip("/").replace("/", ".")
    path = finding.path if finding.path and finding.path.count(".") >= plain.count(".") else plain or finding.path or ""
    named: list[str] = []
    holder: object = value
    parts = (finding.pointer or "").split("/")[1:]
    for depth, part in enumerate(parts):
        holder = holder.get(part) if isinstance(holder, dict) else _item(holder, part)
        if isinstance(holder, dict) and depth and part.isdigit():
            above = parts[depth - 1]
            name = holder.get({"tools": "name", "messages": "role", "requests": "custom_id", "content": "title"}.get(above, ""))
            if isinstance(name, str) and name:
                named.append(name if len(name) <= 40 else name[:39] + "…")
    return f"{path} ({', '.join(named)})" if named else path


def _item(holder: object, part: str) -> object:
    return holder[int(part)] if isinstance(holder, list) and part.isdigit() and int(part) < len(holder) else None


def marks_of(finding: Finding, label: str) -> list[Mark]:
    """The finding's place and those that have to do with it, as far as they stand in the source."""
    if finding.line is None or finding.column is None or finding.end_line is None or finding.end_column is None:
        return []
    marks = [Mark(finding.line, finding.column, finding.end_line, finding.end_column, label)]
    marks.extend(
        Mark(also.line, also.column, also.end_line, also.end_column, also.label, main=False)
        for also in finding.also
        if also.line is not None and also.column is not None and also.end_line is not None and also.end_column is not None
    )
    return marks


_NOT_WRITTEN = ("sdk-log", "mcp")
"""Formats in which a request stands as something else than its body: `fix` can only print the body."""


def _mend(screen: Screen, index: int, finding: Finding, style: Style) -> list[str]:
    fix = finding.fix
    if screen.kind == "conversation":  # the smallest change that frees it, whatever the rule would do in a request
        words = screen.freed_by.get(index, "") if screen.source != "-" else ""
        command, title = f"why400 fix --write {screen.source}", words or (fix.title if fix is not None else "")
    else:
        words = fix.title if fix is not None and fix.edits and screen.source != "-" and screen.kind not in _NOT_WRITTEN else ""
        command = f"why400 fix{'' if fix is None or fix.safe else ' --unsafe'} {screen.source}"
        title = fix.title if fix is not None else ""
    said = f"{style.cyan(command)}      ({words})" if words else title
    return [*style.wrapped(said, "  mend  ", "        ")] if said else []


def _then(screen: Screen, first: Finding) -> list[str]:
    behind = [one for one in screen.findings if one.severity == "error" and one is not first and one.api_error.when == "request"]
    if not behind:
        return ["  then  nothing else that is known: with this mended the request is clean"]
    rules = list(dict.fromkeys(one.rule for one in behind))
    named = f" ({', '.join(rules[:3])}{', …' if len(rules) > 3 else ''})" if rules != [first.rule] else ""
    return [f"  then  with this mended: {number_words(len(behind), 'more error')}{named}"]


def screens_text(screens: Sequence[Screen], style: Style) -> Iterator[str]:
    """The texts of a run's requests, in order; the clean ones of one source in one line, where it has several."""
    for _, own in groupby(screens, lambda screen: screen.source):
        group = list(own)
        clean = [screen for screen in group if not screen.findings]
        for screen in group:
            if screen.findings:
                yield findings_text(screen, style) + "\n"
        if len(group) == 1 and clean:
            yield clean_text(clean[0], style)
        elif clean:
            yield style.plain(mask(f"{group[0].source}: {len(clean)} of {len(group)} requests ok"))


def clean_text(screen: Screen, style: Style) -> str:
    """The one line of a request without findings."""
    body = screen.value if isinstance(screen.value, dict) else {}
    counts = {name: len(items) for name in ("messages", "tools", "requests") if isinstance(items := body.get(name), list)}
    if screen.counts is not None:
        counts["messages"], counts["tools"] = screen.counts
    parts = [size_words(screen.size_bytes)]
    for name, one in (("messages", "message"), ("tools", "tool"), ("requests", "item")):
        if counts.get(name):
            parts.append(number_words(counts[name], one))
    of = ", ".join(part for part in (screen.endpoint, screen.model or "", screen.api_version) if part)
    return style.plain(mask(f"{screen.source}: ok ({of}; {', '.join(parts)})"))


def summary_text(screens: Sequence[Screen], contract: str, style: Style) -> str:
    """The last line of a run with findings."""
    findings = [finding for screen in screens for finding in screen.findings]
    errors = sum(finding.severity == "error" for finding in findings)
    of = f" as {screens[0].endpoint}, {screens[0].api_version}" if len({(s.endpoint, s.api_version) for s in screens}) == 1 else ""
    counted = f"{number_words(errors, 'error')}, {number_words(len(findings) - errors, 'warning')}"
    return style.plain(f"checked {number_words(len(screens), 'request')} against contract {contract}{of}: {counted}")

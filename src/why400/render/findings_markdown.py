"""Findings as Markdown, for a comment on a pull request: short, and no text of a request becomes markup, a mention or a link."""

import re
from collections.abc import Iterator
from itertools import islice

from why400.model import Finding
from why400.render.excerpt import excerpt_of_lines, lines_of
from why400.render.findings_text import Screen, marks_of
from why400.render.run import Run, answer_of, by_source, clean, note_of, place_of, position_of
from why400.render.style import Style, shortened

LONGEST = 60_000
"""Characters; GitHub takes 65,536 of a comment."""
_SHOWN_OF_A_RULE = 3
_STYLE = Style(width=80)
_TICKS = re.compile(r"`+")
_CODE = re.compile(r"`([^`\n]+)`")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
"""What is markup within a line; text of a request never stands at the beginning of one."""
_LIVE = re.compile(r"@|#|:(?=//)|www(?=\.)|GH(?=-)", re.IGNORECASE)
_BREAK = "\N{ZERO WIDTH SPACE}"


def findings_markdown(run: Run) -> str:
    """The report: a heading that counts, then each request with its findings; cut where a comment would be too long."""
    out = [f"### why400: {run.summary()}"]
    room = LONGEST - len(out[0])
    told = 0
    total = len(run.placed())
    for block, count in _blocks(run):
        if len(block) + 2 > room:
            out.append(f"… {total - told} more: run `why400 check` to see them")
            break
        out.append(block)
        room -= len(block) + 2
        told += count
    out.append(f"<sub>why400 {escaped(run.version)}, contract {escaped(run.contract)}</sub>")
    return "\n\n".join(out)


def _blocks(run: Run) -> Iterator[tuple[str, int]]:
    """Pieces of the report, each with the number of findings that it tells."""
    for source, screens, unusable, passed_over in by_source(run):
        name = run.file(source) or "standard input"
        for one in unusable:
            yield f"- **not read**: {prose(one.text)}", 0
        for piece in passed_over:
            yield f"- **passed over**: {prose(piece.text)}", 0
        clean_ones = sum(not screen.findings for screen in screens)
        if clean_ones:
            yield f"- {code(name)}: " + ("ok" if len(screens) == 1 else f"{clean_ones} of {len(screens)} requests ok"), 0
        text: str | None = None
        lines: list[str] = []
        for screen in screens:
            if not screen.findings:
                continue
            if screen.text is not None and screen.text is not text:  # one text for all requests of a source, but for files that it names
                text, lines = screen.text, lines_of(screen.text)
            of = ", ".join(code(part) for part in (screen.endpoint, screen.model, screen.api_version) if part)
            label = f" {code(screen.label)}" if screen.label else ""
            yield f"#### {code(name)}{label}\n\n{of}", 0
            yield from _findings(screen, lines if screen.text is not None else None)


def _findings(screen: Screen, lines: list[str] | None) -> Iterator[tuple[str, int]]:
    groups: dict[str, list[tuple[int, Finding]]] = {}
    for index, finding in enumerate(screen.findings):
        groups.setdefault(finding.rule, []).append((index, finding))
    for group in groups.values():
        for index, finding in islice(group, _SHOWN_OF_A_RULE):
            yield _finding(screen, index, finding, lines), 1
        if len(group) > _SHOWN_OF_A_RULE:
            places = ", ".join(code(place_of(screen, finding)) for _, finding in group[_SHOWN_OF_A_RULE : _SHOWN_OF_A_RULE + 5])
            left = len(group) - _SHOWN_OF_A_RULE
            yield f"- {left} × the same: {places}{' …' if left > 5 else ''}", left


def _finding(screen: Screen, index: int, finding: Finding, lines: list[str] | None) -> str:
    sign = "❌" if finding.severity == "error" else "⚠️"
    position = escaped(clean(position_of(screen, finding)))
    note = note_of(finding)
    head = f"{sign} **[{finding.rule}]({finding.docs})** at {code(place_of(screen, finding))}"
    told = ", ".join(part for part in (head, position, note) if part)
    out = [f"{told}: {prose(shortened(finding.cause))}"]
    marks = marks_of(finding, screen.labels.get(index, ""))
    shown = excerpt_of_lines(lines, marks, _STYLE) if lines is not None and marks else []
    if shown:
        out.append(fenced("\n".join(shown)))
    facts = [f"- more: `why400 rule {finding.rule}`"]
    if finding.fix is not None:
        facts.insert(0, f"- mend: {prose(shortened(finding.fix.title))}")
    if answer := answer_of(finding):
        facts.insert(0, f"- the API says: {code(answer)}")
    return "\n\n".join([*out, "\n".join(facts)])


def fenced(text: str) -> str:
    """The text in a block of code whose fence is longer than any in it."""
    text = clean(text).replace("\r", "")
    fence = "`" * max(3, 1 + max((len(ticks) for ticks in _TICKS.findall(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def code(text: str) -> str:
    """The text as code within a line."""
    text = " ".join(clean(text).split()) or " "
    ticks = "`" * (1 + max((len(found) for found in _TICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def prose(text: str) -> str:
    """A sentence of ours that may quote a request: what stands in backticks as code, the rest without any markup."""
    parts = _CODE.split(" ".join(clean(text).split()))
    return "".join(code(part) if number % 2 else escaped(part) for number, part in enumerate(parts))


def escaped(text: str) -> str:
    """The text with its markup written out, and nothing in it that GitHub turns into a mention, a reference or a link."""
    text = _LIVE.sub(lambda found: found[0] + _BREAK, text)
    return _MARKUP.sub(r"\\\1", text)

"""Findings as JUnit XML, for test reports of CI systems: a source is a suite, a request is a case, an error is a failure."""

from xml.sax.saxutils import escape, quoteattr

from why400.model import Finding
from why400.render.findings_text import Screen
from why400.render.run import Passed, Run, answer_of, by_source, clean, note_of, place_of
from why400.render.style import shortened


def findings_junit(run: Run) -> str:
    """The report. Warnings are output of their case; where they fail the run they are failures, too."""
    suites: list[str] = []
    totals = [0, 0, 0]
    for source, screens, unusable, passed_over in by_source(run):
        failed = sum(any(_fails(run, finding) for finding in screen.findings) for screen in screens)
        counts = (len(screens) + len(unusable) + len(passed_over), failed, len(unusable))
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        name = run.file(source) or "standard input"
        suites.append(f'  <testsuite name={_quoted(name)} {_counted(counts)} skipped="{len(passed_over)}">')
        for number, screen in enumerate(screens, 1):
            suites.extend(_case(run, name, screen, number if len(screens) > 1 else 0))
        suites.extend(
            line for one in unusable for line in _unread(name, "can be read", f'error type="unusable-input" message={_quoted(one.text)}')
        )
        suites.extend(line for one in passed_over for line in _unread(name, _piece(one), f"skipped message={_quoted(one.text)}"))
        suites.append("  </testsuite>")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="why400" {_counted(totals)}>'
    return "\n".join([head, *suites, "</testsuites>"])


def _counted(counts: tuple[int, int, int] | list[int]) -> str:
    return f'tests="{counts[0]}" failures="{counts[1]}" errors="{counts[2]}"'


def _fails(run: Run, finding: Finding) -> bool:
    return finding.severity == "error" or run.strict


def _case(run: Run, file: str, screen: Screen, number: int) -> list[str]:
    name = screen.label or (f"request {number}" if number else screen.endpoint)
    head = f"    <testcase name={_quoted(name)} classname={_quoted(file)}"
    failures = [finding for finding in screen.findings if _fails(run, finding)]
    warnings = [finding for finding in screen.findings if not _fails(run, finding)]
    if not screen.findings:
        return [f"{head}/>"]
    out = [f"{head}>"]
    for finding in failures:
        message = f"{place_of(screen, finding)}: {shortened(finding.cause)}"
        out.append(f"      <failure type={_quoted(finding.rule)} message={_quoted(message)}>{_text(_told(run, screen, finding))}</failure>")
    if warnings:
        told = "\n\n".join(_told(run, screen, finding) for finding in warnings)
        out.append(f"      <system-out>{_text(told)}</system-out>")
    return [*out, "    </testcase>"]


def _told(run: Run, screen: Screen, finding: Finding) -> str:
    note, answer = note_of(finding), answer_of(finding)
    file = run.file(screen.file_of(finding)) or "standard input"
    at = f":{finding.line}:{finding.column}" if finding.line is not None else ""
    return "\n".join(
        [
            f"{finding.severity}[{finding.rule}]{f'  {note}' if note else ''}",
            f"{file}{at}  {place_of(screen, finding)}",
            f"why: {shortened(finding.cause)}",
            *([f"the API says: {answer}"] if answer else []),
            *([f"mend: {shortened(finding.fix.title)}"] if finding.fix is not None else []),
            f"docs: {finding.docs}",
        ]
    )


def _piece(one: Passed) -> str:
    return f"line {one.line} can be read" if one.line is not None else "can be read in full"


def _unread(file: str, name: str, outcome: str) -> list[str]:
    return [f"    <testcase name={_quoted(name)} classname={_quoted(file)}>", f"      <{outcome}/>", "    </testcase>"]


def _quoted(text: str) -> str:
    return quoteattr(clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _text(text: str) -> str:
    return escape(clean(text), {"\r": "&#13;"})

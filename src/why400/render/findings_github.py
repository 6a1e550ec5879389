"""Findings as workflow commands of GitHub Actions: annotations at the lines of a pull request.

GitHub shows ten errors and ten warnings of a step, so the ones that matter come first; the log has them all.
"""

from why400.model import Finding
from why400.render.findings_text import Screen
from why400.render.run import Run, answer_of, clean, note_of, place_of
from why400.render.style import shortened


def findings_github(run: Run) -> str:
    """One command a finding, errors first, then what was passed over, and a last line that counts them."""
    out = [_command("error", {"file": run.file(one.source), "title": "why400"}, one.text) for one in run.unusable]
    out.extend(_finding(run, screen, finding) for screen, finding in run.urgent_first())
    out.extend(
        _command("notice", {"file": run.file(one.source), "line": one.line, "title": "why400 (passed over)"}, one.text)
        for one in run.passed_over
    )
    return "\n".join([*out, f"why400: {run.summary()}"])


def _finding(run: Run, screen: Screen, finding: Finding) -> str:
    label = f"{screen.label}, " if screen.label else ""
    note = note_of(finding)
    said = [f"{label}{place_of(screen, finding)}: {shortened(finding.cause)}" + (f" ({note})" if note else "")]
    if answer := answer_of(finding):
        said.append(answer)
    if finding.fix is not None:
        said.append(f"mend: {shortened(finding.fix.title)}")
    said.append(f"why400 rule {finding.rule}")
    places = {"file": run.file(screen.file_of(finding)), **_region(finding), "title": f"why400 ({finding.rule})"}
    return _command(finding.severity, places, "\n".join(said))


def _region(finding: Finding) -> dict[str, int | None]:
    if finding.end_line is not None and finding.line != finding.end_line:
        return {"line": finding.line, "endLine": finding.end_line}  # the runner takes columns only within one line
    return {"line": finding.line, "endLine": finding.end_line, "col": finding.column, "endColumn": finding.end_column}


def _command(name: str, properties: dict[str, str | int | None] | dict[str, str | None], message: str) -> str:
    given = ",".join(f"{key}={_property(clean(str(value)))}" for key, value in properties.items() if value is not None)
    return f"::{name} {given}::{_data(clean(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

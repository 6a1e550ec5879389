"""What the tools for coding agents say in words: short, the API's own sentence unaltered, the next step a tool that exists."""

from collections.abc import Sequence
from itertools import groupby

from why400.model import Diagnosis, Finding
from why400.render.diagnoses_text import diagnosis_text, kinds_of
from why400.render.findings_json import CheckedRequest
from why400.render.style import Style, number_words, shortened
from why400.rules.catalogue import Entry

_MOST_KINDS = 5
_STYLE = Style(width=100)


def explained_text(found: Sequence[Diagnosis]) -> str:
    """Each kind of error in full, the most frequent first."""
    kinds = kinds_of(found)
    if not kinds:
        return "no error found in this text"
    texts = [diagnosis_text(kind, _STYLE) + _at(kind[0]) for kind in kinds[:_MOST_KINDS]]
    if len(kinds) > _MOST_KINDS:
        texts.append(f"and {number_words(len(kinds) - _MOST_KINDS, 'more kind')}, in the structured result")
    return "\n\n".join(texts)


def _at(one: Diagnosis) -> str:
    if one.pointer is None:
        return ""
    return f"\n  place  {one.pointer}" + (f" (line {one.line}, column {one.column} of the body)" if one.line is not None else "")


def report_text(checked: Sequence[CheckedRequest], most: int) -> str:
    """The report of a check, at most `most` findings a request."""
    texts: list[str] = []
    for one in checked:
        errors = sum(finding.severity == "error" for finding in one.findings)
        name = f"{one.label}: " if one.label else ""
        of = ", ".join(part for part in (one.endpoint, one.model or "", one.api_version) if part)
        counted = f"{number_words(errors, 'error')}, {number_words(len(one.findings) - errors, 'warning')}" if one.findings else "ok"
        lines = [f"{name}{counted} ({of})"]
        for finding in one.findings[:most]:
            lines.extend(_finding(finding))
        if len(one.findings) > most:
            lines.append(f"and {len(one.findings) - most} more")
        texts.append("\n".join(lines))
    return "\n\n".join(texts)


def _finding(one: Finding) -> list[str]:
    first = "; the API answers this first" if one.first else ""
    lines = [f"{one.severity} {one.rule} at {_place(one)}{first}"]
    answer = one.api_error
    if answer.message is not None:
        lines.append(f"  {answer.status or 'answer'}: {shortened(answer.message)}")
    lines.append(f"  why: {shortened(one.cause)}")
    if one.fix is not None:
        by = "" if not one.fix.edits else " (fix_request does)" if one.fix.safe else " (fix_request with unsafe does)"
        lines.append(f"  mend: {one.fix.title}{by}")
    return lines


def _place(one: Finding) -> str:
    if one.where != "body":
        return f"the {one.where} {one.name or ''}".rstrip()
    place = one.path or one.pointer or "the body"
    return f"{place} (line {one.line}, column {one.column})" if one.line is not None else place


def fixed_text(applied: Sequence[Finding], remaining: Sequence[Finding], most: int, *, masked: bool) -> str:
    """What was mended and what was not, at most `most` of each."""
    lines = [f"mended {one.rule} at {_place(one)}: {one.fix.title if one.fix else ''}" for one in applied[:most]]
    if len(applied) > most:
        lines.append(f"and {len(applied) - most} more mended")
    for one in remaining[:most]:
        needs = f" ({'with unsafe' if one.fix.edits else 'by hand'}: {one.fix.title})" if one.fix else ""
        lines.append(f"not mended: {one.severity} {one.rule} at {_place(one)}: {shortened(one.cause)}{needs}")
    if len(remaining) > most:
        lines.append(f"and {len(remaining) - most} more not mended")
    if masked and applied:
        lines.append("credentials are masked in the body below: make the edits of `applied` in your own copy instead of taking it over")
    return "\n".join(lines if applied else ["nothing was mended", *lines])


def names_text(entries: Sequence[Entry]) -> str:
    """The rules' names, a line a family."""
    families = groupby(entries, key=lambda entry: entry.family)
    return "\n".join(f"{family}: {', '.join(entry.slug for entry in members)}" for family, members in families)


def titles_text(entries: Sequence[Entry]) -> str:
    """The rules by family, with their titles."""
    lines: list[str] = []
    for family, members in groupby(entries, key=lambda entry: entry.family):
        lines.append(family)
        lines.extend(f"  {entry.slug}: {entry.title}" for entry in members)
    return "\n".join(lines)

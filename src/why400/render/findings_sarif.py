"""Findings as SARIF 2.1.0, for code scanning and editors. What GitHub asks for beyond the standard is kept to."""

import hashlib
import re
from pathlib import PurePath
from urllib.parse import quote

import msgspec

from why400.model import Finding, Related
from why400.render.findings_text import Screen
from why400.render.replacements import Replacement, Replacements
from why400.render.run import Run, answer_of, clean, cleaned, note_of, place_of, shown_name
from why400.render.sarif_rules import SarifRules
from why400.render.style import shortened

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a file with more, and shows the first 5,000 by severity."""
MOST_RELATED = 100
"""Of a result's locations GitHub takes no more."""
_LINK = re.compile(r"\](?=\()")


def findings_sarif(run: Run) -> str:
    """The log of one run."""
    placed = run.placed()
    left_out = len(placed) - MOST_RESULTS
    if left_out > 0:
        placed = run.urgent_first()[:MOST_RESULTS]
    rules, mends, seen = SarifRules(), Replacements(), dict[str, int]()
    results = [_result(run, screen, finding, rules, mends, seen) for screen, finding in placed]
    notes = [{"level": "error", "message": {"text": one.text}, "locations": [_location(_uri(run, one.source))]} for one in run.unusable]
    notes.extend(
        {"level": "note", "message": {"text": one.text}, "locations": [_location(_uri(run, one.source), _line(one.line))]}
        for one in run.passed_over
    )
    if left_out > 0:
        notes.append({"level": "warning", "message": {"text": f"{left_out} more findings are left out: warnings first, then later errors"}})
    driver = {
        "name": "why400",
        "fullName": f"why400 {run.version}",
        "version": run.version,
        "semanticVersion": run.version,
        "informationUri": "https://why400.dev/",
        "rules": rules.descriptors,
    }
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [{"executionSuccessful": not run.unusable, **({"toolExecutionNotifications": notes} if notes else {})}],
                "columnKind": "unicodeCodePoints",
                "results": results,
                "properties": {"contract": run.contract, "requests": len(run.screens)},
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(cleaned(log)), indent=2).decode()


def _result(run: Run, screen: Screen, finding: Finding, rules: SarifRules, mends: Replacements, seen: dict[str, int]) -> dict[str, object]:
    uri = _uri(run, screen.file_of(finding))
    place = place_of(screen, finding)
    related = [one for one in finding.also if one.line is not None][:MOST_RELATED]
    location = _location(uri, _region(finding))
    location["logicalLocations"] = [_logical(finding, place)]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": finding.severity,
        "message": {"text": _message(screen, finding, place, related)},
        "locations": [location],
        "partialFingerprints": {"why400Place/v1": _fingerprint(uri, screen, finding, seen)},
    }
    if related:
        result["relatedLocations"] = [
            {"id": number, **_location(uri, _region(one)), "message": {"text": shortened(one.label)}}
            for number, one in enumerate(related, 1)
        ]
    if finding.fix is not None and finding.fix.safe:
        replaced = mends.of(screen, finding.fix.edits)
        if replaced is not None:
            result["fixes"] = [_fix(uri, shortened(finding.fix.title), replaced)]
    said = finding.api_error
    result["properties"] = {
        "request": shown_name(screen),
        "endpoint": screen.endpoint,
        "evidence": finding.evidence,
        "first": finding.first,
        "path": finding.path and shortened(finding.path),
        "pointer": finding.pointer and shortened(finding.pointer),
        "apiError": {"status": said.status, "type": said.type, "message": said.message and shortened(said.message), "when": said.when},
        "mend": shortened(finding.fix.title) if finding.fix is not None else None,
    }
    return result


def _message(screen: Screen, finding: Finding, place: str, related: list[Related]) -> str:
    """The cause first, for where there is little room only the first sentence is shown; links to the related places last."""
    parts = [f"{shortened(finding.cause).rstrip('.')}."]
    if answer := answer_of(finding):
        parts.append(f"The API answers {answer}" if finding.severity == "error" else f"The API may answer {answer}")
    note = note_of(finding)
    parts.append(f"({', '.join(part for part in (shortened(screen.label), place, note) if part)})")
    text = _LINK.sub("] ", " ".join(parts))  # text of the request that would read as a link
    links = ", ".join(
        f"[{shortened(one.label).translate({91: '(', 93: ')', 92: '/'})}]({number})" for number, one in enumerate(related[:5], 1)
    )
    return f"{text} See also: {links}" if links else text


def _location(uri: str, region: dict[str, int] | None = None) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, **({"region": region} if region is not None else {})}}


def _line(line: int | None) -> dict[str, int] | None:
    return None if line is None else {"startLine": line}


def _region(place: Finding | Related) -> dict[str, int]:
    """The lines; the file's beginning where there are none, for GitHub shows no result without a region."""
    if place.line is None or place.column is None:
        return {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    end = (place.end_line, place.end_column) if place.end_line is not None and place.end_column is not None else (place.line, place.column)
    return {"startLine": place.line, "startColumn": place.column, "endLine": end[0], "endColumn": end[1]}


def _logical(finding: Finding, place: str) -> dict[str, object]:
    if finding.where != "body":
        return {"name": shortened(finding.name or finding.where), "fullyQualifiedName": place, "kind": "parameter"}
    pointer = shortened(finding.pointer or "")
    return {"name": pointer.rpartition("/")[2] or "body", "fullyQualifiedName": pointer or place, "kind": "value"}


def _fingerprint(uri: str, screen: Screen, finding: Finding, seen: dict[str, int]) -> str:
    """The same for the same fault at the same place, wherever the lines have gone to; equal ones are numbered."""
    parts = (uri, screen.label, finding.rule, finding.where, finding.name or "", finding.pointer or finding.path or "")
    digest = hashlib.sha256("\0".join(clean(part) for part in parts).encode()).hexdigest()[:32]
    seen[digest] = seen.get(digest, 0) + 1
    return f"{digest}:{seen[digest]}"


def _fix(uri: str, title: str, replaced: list[Replacement]) -> dict[str, object]:
    replacements = [
        {
            "deletedRegion": {"startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column},
            "insertedContent": {"text": one.text},
        }
        for one in replaced
    ]
    return {"description": {"text": title}, "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}]}


def _uri(run: Run, source: str) -> str:
    """A URI reference: relative where the name is, so that GitHub finds the file in the repository."""
    file = run.file(source)
    if file is None:
        return "stdin"
    try:
        name = file.encode("utf-8", "surrogateescape")  # the bytes that the system calls it by
    except UnicodeEncodeError:
        name = file.encode("utf-8", "surrogatepass")
    told = quote(name, safe="/!$&'()*+,;=@~")
    return f"file://{'' if told.startswith('/') else '/'}{told}" if PurePath(file).is_absolute() else told

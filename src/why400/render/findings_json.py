"""Findings as JSON, in the shape that other programs rely on."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from why400.contract.show import contract_date
from why400.model import Finding
from why400.sanitize import mask

if TYPE_CHECKING:
    from why400.render.run import Passed

_SHORTEST = 16
"""Characters that a credential has at the least, for `mask`."""


@dataclasses.dataclass(frozen=True, slots=True)
class CheckedRequest:
    """One request of a run, for the report."""

    source: str
    label: str
    """Which of several requests in the source it is; empty where it has but one."""
    endpoint: str
    model: str | None
    api_version: str
    findings: list[Finding]
    body_file: str = ""
    """The file that the source takes the body from: lines are those of this file."""


def findings_json(requests: Sequence[CheckedRequest], version: str, passed_over: Sequence[Passed] = ()) -> str:
    """The report of a run."""
    findings = [finding for one in requests for finding in one.findings]
    report = {
        "tool": "why400",
        "version": version,
        "contract": contract_date().isoformat(),
        "requests": [
            {
                "source": one.source,
                **({"label": one.label} if one.label else {}),
                **({"body_file": one.body_file} if one.body_file else {}),
                "endpoint": one.endpoint,
                "model": one.model,
                "api_version": one.api_version,
                "findings": [finding_dict(finding) for finding in one.findings],
            }
            for one in requests
        ],
        **({"passed_over": [{"source": one.source, "line": one.line, "message": one.text} for one in passed_over]} if passed_over else {}),
        "summary": {
            "requests": len(requests),
            "errors": sum(finding.severity == "error" for finding in findings),
            "warnings": sum(finding.severity == "warning" for finding in findings),
        },
    }
    return to_json(report)


def finding_dict(finding: Finding) -> dict[str, object]:
    """A finding's members, edits without what they leave empty."""
    found = dataclasses.asdict(finding)
    if finding.fix is not None:
        found["fix"]["edits"] = [
            {name: value for name, value in (("op", edit.op), ("path", edit.path), ("from", edit.source)) if value is not None}
            | (
                {}
                if edit.op in ("remove", "move")
                else {"value": edit.value.decode("utf-8", "replace") if isinstance(edit.value, bytes) else edit.value}
            )
            for edit in finding.fix.edits
        ]
    return found


def to_json(value: object) -> str:
    """Indented JSON without credentials; text that is no valid Unicode is written in escapes."""
    value = masked(value)
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except UnicodeEncodeError:
        import json

        return json.dumps(value, indent=2)


def masked(value: object) -> object:
    """The same objects and lists with every text in them masked, also where only the member's name tells that it is a credential.

    This is done before encoding: in JSON's text a mask can cut an escape in two, and does not see a name between escaped quotes.
    """
    whole: list[object] = [value]
    work: list[tuple[dict[str, object] | list[object], str | int, str]] = [(whole, 0, "")]
    while work:  # no recursion: a mend may hold what a user has nested
        holder, at, name = work.pop()
        held = holder[at]  # type: ignore[index]  # a name for an object, a number for a list
        if isinstance(held, str):
            made: object = _masked_text(held, name)
        elif isinstance(held, dict):
            members = {mask(str(member)): part for member, part in held.items()}
            work.extend((members, member, member) for member in members)
            made = members
        elif isinstance(held, list | tuple):
            items = list(held)
            work.extend((items, number, name) for number in range(len(items)))
            made = items
        else:
            continue
        holder[at] = made  # type: ignore[index]  # likewise
    return whole[0]


def _masked_text(text: str, name: str) -> str:
    if len(text) < _SHORTEST:
        return text
    text, led = mask(text), f"{name}="
    told = mask(led + text) if name else text
    return told[len(led) :] if name and told.startswith(led) else text

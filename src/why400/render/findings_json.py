"""Findings as JSON, in the shape that other programs rely on."""

import dataclasses
from collections.abc import Sequence

import msgspec

from why400.contract.show import contract_date
from why400.model import Finding
from why400.sanitize import mask


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


def findings_json(requests: Sequence[CheckedRequest], version: str) -> str:
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
                "endpoint": one.endpoint,
                "model": one.model,
                "api_version": one.api_version,
                "findings": [finding_dict(finding) for finding in one.findings],
            }
            for one in requests
        ],
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
    try:
        return mask(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
    except UnicodeEncodeError:
        import json

        return mask(json.dumps(value, indent=2))

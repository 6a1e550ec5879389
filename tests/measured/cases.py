"""The measured cases: requests that others sent to the API, with its own answers; `cases.jsonl` is a copy in a form of ours.

`body` is the request itself, merged over a plain one when it was copied; `items` of a `$repeat` are written out when a case is read.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import why400
from why400 import Finding, Request
from why400.rules.says import squeeze

CASES = Path(__file__).parent / "cases.jsonl"
DAY_OF_UNDATED = "2026-10"


@dataclass(frozen=True)
class Case:
    """One request and what the API answered."""

    id: str
    request: Request
    accepted: bool
    status: int | None
    message: str | None
    parts: tuple[str, ...]
    as_of: str
    betas: tuple[str, ...]
    errored_item: bool
    backticks_lost: bool
    """Whether whoever quoted the sentence lost its backticks."""

    def check(self) -> list[Finding]:
        """The findings, with the circumstances in which the case was measured."""
        return why400.check(self.request, as_of=self.as_of)

    def verdict(self) -> str:
        """ok, or what is wrong with the findings."""
        findings = self.check()
        errors = [one for one in findings if one.severity == "error"]
        if self.accepted:
            return "ok" if not errors else f"FALSE ALARM {errors[0].rule}: {errors[0].api_error.message or errors[0].cause}"
        if not errors:
            return f"MISSED {[one.rule for one in findings] or ''} → {self.message or self.parts}"
        first = next((one for one in findings if one.first), errors[0])
        said = first.api_error.message or ""
        if self.message is not None and said != self.message:
            return f"OTHER WORDS {first.rule}: {said!r} ≠ {self.message!r}"
        if not all(part in said or (self.backticks_lost and squeeze(part) in squeeze(said)) for part in self.parts):
            return f"OTHER WORDS {first.rule}: {said!r} lacks {self.parts}"
        if self.status is not None and first.api_error.status not in (self.status, None):
            return f"STATUS {first.rule}: {first.api_error.status} ≠ {self.status}"
        if self.errored_item and first.api_error.when != "batch-item":
            return f"WHEN {first.rule}: the batch itself is taken"
        return "ok"


def read_cases() -> list[Case]:
    """Every case."""
    return [_case(json.loads(line)) for line in CASES.read_text().splitlines()]


def _case(row: dict) -> Case:
    method, _, path = row["endpoint"].partition(" ")
    headers = {"x-api-key": "REDACTED", "anthropic-version": row["api_version"], "content-type": "application/json"}
    if row["betas"]:
        headers["anthropic-beta"] = ",".join(row["betas"])
    for name, value in row["headers"].items():
        if value is None:
            headers.pop(name, None)
        else:
            headers[name] = value
    raw = row["raw"]
    body = raw.encode() if raw is not None else b"" if row["body"] is None else json.dumps(_written_out(row["body"])).encode()
    return Case(
        id=row["id"],
        request=Request(method, f"https://api.anthropic.com{path}", headers, body),
        accepted=row["accepted"],
        status=row["status"],
        message=row["message"],
        parts=tuple(row["parts"]),
        as_of=row["date"] or DAY_OF_UNDATED,
        betas=tuple(row["betas"]),
        errored_item=row["errored_item"],
        backticks_lost=row["backticks_lost"],
    )


def _written_out(value: object) -> object:
    if isinstance(value, dict):
        return {name: _written_out(one) for name, one in value.items()}
    if isinstance(value, list):
        out: list[object] = []
        for one in value:
            if isinstance(one, dict) and "$repeat" in one:
                for number in range(one["$repeat"]):
                    item = _written_out(one["item"])
                    if isinstance(item, dict) and "name" in item and "input_schema" in item:
                        item = {**item, "name": f"{item['name']}_{number}"}
                    out.append(item)
            else:
                out.append(_written_out(one))
        return out
    return value

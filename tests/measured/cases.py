"""The measured cases: requests that others sent to the API, with its own answers; `cases.jsonl` is a copy in a form of ours.

`body` is the request itself, merged over a plain one when it was copied; `items` of a `$repeat` are written out when a case is read.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import why400
from why400 import Finding, Request

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

    def check(self) -> list[Finding]:
        """The findings, with the circumstances in which the case was measured."""
        return why400.check(self.request, as_of=self.as_of)


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

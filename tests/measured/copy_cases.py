"""Copies the measured cases from the shared evidence: `python -m tests.measured.copy_cases PATH/measured.jsonl`."""

import json
import sys
from pathlib import Path

from tests.measured.cases import CASES

# cases without a model whose note says which kind of model answered
NOTED_MODELS = {"lb-system-old-model": "claude-haiku-4-5", "xl-thinking-with-temperature": "claude-sonnet-4-6"}
PLAIN = {"model": "claude-opus-5", "max_tokens": 16, "messages": [{"role": "user", "content": "ping"}]}


def copied(row: dict) -> dict | None:
    """The case in our form, or None for one that cannot be run."""
    if "kind" in row or row["platform"] != "anthropic" or row["strength"] != "measured" or row.get("needs_live"):
        return None
    if "‹" in json.dumps(row, ensure_ascii=False):
        return None
    request = dict(row["request"])
    headers = dict(request.pop("headers", {}))
    for name in headers.pop("$delete", []):
        headers[name] = None
    raw = request.pop("$raw", None)
    body = None
    if raw is None:
        body = dict(PLAIN)
        if model := row["model"] or NOTED_MODELS.get(row["id"]):
            body["model"] = model
        for name in request.pop("$delete", []):
            body.pop(name, None)
        body.update(request)
    date = row["date"] or ""
    return {
        "id": row["id"],
        "endpoint": row["endpoint"].replace("{id}", "msgbatch_0123456789"),
        "api_version": row["api_version"] or "2023-06-01",
        "betas": row["betas"],
        "headers": headers,
        "body": body,
        "raw": raw,
        "accepted": row["accepted"],
        "status": row["status"],
        "message": row["message"],
        "parts": row.get("message_part") or [],
        "date": date if len(date) >= 7 else {"2025": "2025-12"}.get(date, ""),
        "backticks_lost": "backticks lost" in (row.get("note") or ""),
        "errored_item": row.get("item_result") == "errored",
    }


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    kept = [case for row in rows if (case := copied(row)) is not None]
    CASES.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in kept))
    print(len(kept), "cases")


if __name__ == "__main__":
    main()

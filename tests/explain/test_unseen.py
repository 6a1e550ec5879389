"""Pastes from clients, languages and gateways that the corpus does not have: `unseen.jsonl`, written by hand, or (with `source`) public threads.

A row's `rule`, `origin`, `status` and `request_id` are checked where it has them; a `rule` that is null says that no rule may claim the
text, a `message` that is null that there is no error in it at all.
"""

import json
from pathlib import Path

import pytest

import why400
from tests.explain.texts import squeezed

Row = dict[str, str | int | None]
ROWS: list[Row] = [json.loads(line) for line in (Path(__file__).parent / "unseen.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_message_and_nothing_else_is_found(row: Row) -> None:
    found = why400.explain(str(row["raw"]))
    if row["message"] is None:
        assert found == []
        return
    assert [squeezed(one.message) for one in found] == [squeezed(str(row["message"]))]
    if row.get("rule", "") is None:
        assert found[0].match != "exact"
    else:
        assert found[0].match in ("exact", "family")
        assert found[0].rule == row.get("rule", found[0].rule)
    assert found[0].origin == row.get("origin", found[0].origin)
    assert found[0].status == row.get("status", found[0].status)
    assert found[0].request_id == row.get("request_id", found[0].request_id)

"""Pastes from clients, languages and gateways that the corpus does not have: `unseen.jsonl`, written by hand, or (with `source`) public threads.

A row's `rule` and `origin` are checked where it has them; a `rule` that is null says that no rule may claim the text.
"""

import json
from pathlib import Path

import pytest

import why400
from tests.explain.texts import squeezed

ROWS = [json.loads(line) for line in (Path(__file__).parent / "unseen.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_message_and_nothing_else_is_found(row: dict[str, str | None]) -> None:
    found = why400.explain(row["raw"])
    assert [squeezed(one.message) for one in found] == [squeezed(row["message"])]
    if row.get("rule", "") is None:
        assert found[0].match != "exact"
    else:
        assert found[0].match in ("exact", "family")
        assert found[0].rule == row.get("rule", found[0].rule)
    assert found[0].origin == row.get("origin", found[0].origin)

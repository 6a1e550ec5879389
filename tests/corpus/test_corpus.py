"""The corpus: real error texts as people pasted them, each with what it should be explained as.

`causes.tsv` was made from the cause lines before any recogniser was run; where the two disagree for a reason, DISAGREEMENTS says it.
"""

import functools
import json
import re
from pathlib import Path

import why400
from why400 import Diagnosis

HERE = Path(__file__).parent
DISAGREEMENTS: dict[str, str] = {}
"""Text id: why the table and the recogniser name different rules."""


def squeezed(text: str) -> str:
    return re.sub(r"[\s`]+", "", text)


@functools.cache
def texts() -> tuple[dict, ...]:
    return tuple(json.loads(line) for line in (HERE / "texts.jsonl").read_text().split("\n") if line)


@functools.cache
def table() -> dict[str, str]:
    rows = (line.split("\t") for line in (HERE / "causes.tsv").read_text().splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@functools.cache
def explained(text_id: str) -> Diagnosis | None:
    """The diagnosis of a text: of several errors in it, the one whose message is the text's own."""
    row = next(one for one in texts() if one["id"] == text_id)
    found = why400.explain(row["raw"])
    own = [one for one in found if squeezed(one.message) == squeezed(row["message"])]
    return (own or found or [None])[0]


def share(good: list[bool]) -> float:
    return sum(good) / len(good)


def test_every_text_is_handled() -> None:
    for row in texts():
        assert isinstance(why400.explain(row["raw"]), list)


def test_message_is_unwrapped_exactly() -> None:
    missed = [row["id"] for row in texts() if (one := explained(row["id"])) is None or squeezed(one.message) != squeezed(row["message"])]
    assert 1 - len(missed) / len(texts()) >= 0.98, missed


def test_genuine_texts_are_matched_exactly() -> None:
    genuine = [row["id"] for row in texts() if row["genuine"]]
    missed = [one for one in genuine if (said := explained(one)) is None or said.match != "exact"]
    assert 1 - len(missed) / len(genuine) >= 0.98, missed


def test_table_and_recogniser_agree() -> None:
    differing = {
        row["id"]: (table()[row["id"]], said.rule if (said := explained(row["id"])) else None)
        for row in texts()
        if table()[row["id"]] != ((one.rule or "-") if (one := explained(row["id"])) else "-")
    }
    assert 1 - len(differing) / len(texts()) >= 0.98, differing
    assert set(DISAGREEMENTS) <= set(differing), "a listed disagreement is none any more"


def test_false_texts_are_not_passed_off_as_the_api() -> None:
    false = [row["id"] for row in texts() if row["genuine"] is False]
    passed_off = [one for one in false if (said := explained(one)) is not None and said.origin == "api"]
    assert 1 - len(passed_off) / len(false) >= 0.95, passed_off


ORDINARY_LINES = """\
2026-11-23T22:14:07Z INFO server listening on 0.0.0.0:8080
2026-11-23 22:14:08,113 DEBUG httpx - HTTP Request: POST https://api.anthropic.com/v1/messages "HTTP/1.1 200 OK"
Nov 23 22:14:09 host kernel: [12345.678] eth0: link becomes ready
INFO:root:processed 400 records in 3.2 s, 0 errors
GET /health 200 3ms
user said: the messages field is required by our form
retrying job 42 (attempt 1 of 5)
model: loaded 7 shards in 12 s
rate limit bucket refilled: 4000 tokens
warning: unused variable `temperature` in src/main.rs:14
thinking about it: done
{"level":"info","msg":"request finished","status":200,"duration_ms":1432}
tools: 12 registered, 3 disabled
test_overloaded_error_is_retried PASSED
connection pool size: 20
"""


def test_ordinary_log_lines_are_no_known_errors() -> None:
    assert [(one.rule, one.message) for one in why400.explain(ORDINARY_LINES) if one.match == "exact"] == []

"""Every way to poison a session: it is found at its line, freed, and nothing else of the session changes."""

import json
from typing import Any

import pytest

from tests.conversations.poisons import POISONS, Planted
from tests.conversations.sessions import Session, call, compacted, parallel, plain, text
from why400.check.engine import run_check
from why400.check.options import Options, make_subject
from why400.cli.source_lines import in_source
from why400.conversations import freed
from why400.formats.claude_code import read_session
from why400.formats.json_text.positions import locate
from why400.formats.read import read_all
from why400.model import Finding


def findings(data: bytes) -> list[Finding]:
    (given,) = read_all(data, source="session.jsonl")
    assert given.kind == "conversation"
    options = Options(as_of=given.recorded)
    return in_source(run_check(make_subject(given.request.body, options), options).findings, data, given)


def messages(data: bytes) -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Each line's message and its other members, by uuid."""
    found: dict[str, tuple[bytes, dict[str, Any]]] = {}
    for line in read_session(data).lines:
        span = locate(data[line.start : line.end], ["/message"]).get("/message")
        if "uuid" in line.value:
            own = data[line.start + span.start : line.start + span.end] if span else b""
            found[str(line.value["uuid"])] = (own, {key: value for key, value in line.value.items() if key != "message"})
    return found


@pytest.mark.parametrize("session", [plain, parallel, compacted])
def test_sound_sessions_are_left_alone(session: Any) -> None:
    data = session().text()
    assert findings(data) == []
    done = freed(data)
    assert done.data == data
    assert (done.changes, done.remaining, done.given_up) == ((), (), ())


def planted_file(planted: Planted) -> bytes:
    return planted.text if planted.text is not None else planted.session.text()


@pytest.mark.parametrize("name", POISONS)
def test_the_line_is_found(name: str) -> None:
    planted = POISONS[name]()
    data = planted_file(planted)
    line = planted.session.lines.index(planted.line) + 1
    found = [(finding.rule, finding.line) for finding in findings(data)]
    assert (planted.rule, line) in found


@pytest.mark.parametrize("name", POISONS)
def test_the_session_is_freed(name: str) -> None:
    planted = POISONS[name]()
    data = planted_file(planted)
    done = freed(data)
    assert done.remaining == ()
    assert findings(done.data) == []
    lines = {planted.session.lines.index(line) + 1 for line in (planted.line, *planted.touched)}
    assert done.changes
    assert {change.line for change in done.changes} <= lines
    assert freed(done.data).data == done.data  # nothing is left to be done


@pytest.mark.parametrize("name", POISONS)
def test_nothing_else_changes(name: str) -> None:
    planted = POISONS[name]()
    data = planted_file(planted)
    after_data = freed(data).data
    before, after = messages(data), messages(after_data)
    may_change = {line["uuid"] for line in planted.touched}
    for uuid, (message, rest) in before.items():
        if uuid not in may_change:
            assert after[uuid][0] == message
        if uuid in after:
            links = ("parentUuid", "sourceToolAssistantUUID")
            assert {**after[uuid][1], **dict.fromkeys(links)} == {**rest, **dict.fromkeys(links)}
    is_whole(data, after_data)
    assert read_session(after_data).main[0].value["uuid"] == read_session(data).main[0].value["uuid"]


def is_whole(data: bytes, after_data: bytes) -> None:
    """Every line is JSON, uuids are unique, links lead to lines, and the conversation has its end."""
    before, after = read_session(data), read_session(after_data)
    assert len(after.unreadable) == len(before.unreadable)
    uuids = [line.value["uuid"] for line in after.lines if "uuid" in line.value]
    assert len(uuids) == len(set(uuids))
    lost = {line.value["parentUuid"] for line in after.lines if line.value.get("parentUuid")} - set(uuids)
    assert lost <= {line.value["parentUuid"] for line in before.lines if line.value.get("parentUuid")}
    assert after.main[-1].value["uuid"] == before.main[-1].value["uuid"]


def test_every_poison_is_one() -> None:
    """The sessions differ from sound ones by what was planted: without it, none of the sessions has a finding."""
    assert len(POISONS) >= 40
    assert len({poison().rule for poison in POISONS.values()}) >= 20


def test_what_is_given_up_is_said() -> None:
    done = freed(planted_file(POISONS["page_saved_as_image"]()))
    assert [str(change) for change in done.changes] == [
        "line 14: put a note in place of an image (image-format-unsupported); given up: an image (226 bytes)"
    ]
    assert done.given_up == ("line 14: an image (226 bytes)",)
    assert json.loads(done.data.splitlines()[13])["message"]["content"][2] == {
        "type": "text",
        "text": "[An image stood here; the API refused it, and it was taken out.]",
    }


def test_a_late_result_is_moved_behind_its_call() -> None:
    planted = POISONS["result_that_came_too_late"]()
    done = freed(planted_file(planted))
    assert [(change.rule, change.lost) for change in done.changes] == [("tool-result-orphaned", "")]
    assert done.data.index(b"it was done after all") < done.data.index(b"Never mind.")


def kept_over_a_compaction() -> Session:
    """A call and what follows it, listed as kept behind the summary."""
    s = Session()
    s.user("gone")
    first = s.assistant(call(51))[0]
    second = s.user("kept on")
    third = s.assistant(text(""))[0]
    s.last = None
    s.system("compact_boundary", compactMetadata={})
    anchor = s.user("Summary", isCompactSummary=True)
    about = {"preservedMessages": {"anchorUuid": anchor, "uuids": [first, second, third]}}
    next(line for line in s.lines if "compactMetadata" in line)["compactMetadata"] = about
    s.user("now")
    return s


def test_what_a_compaction_lists_stays_where_it_is() -> None:
    session = kept_over_a_compaction()
    data = session.text()
    assert {finding.rule for finding in findings(data)} == {"tool-result-missing", "text-block-empty"}
    done = freed(data)
    assert done.remaining == ()
    is_whole(data, done.data)
    assert [line.value["uuid"] for line in read_session(done.data).lines] == [line["uuid"] for line in session.lines]
    assert b"kept on" in done.data


def test_many_faults_at_once() -> None:
    """A session with several faults in several lines is freed of all of them."""
    session = parallel()
    session.find('"text": "b:"')["message"]["content"][0]["content"][1]["source"]["data"] = ""
    session.find("And the menu?")["message"]["content"] = [{"type": "text", "text": "And the menu?"}, {"type": "text", "text": ""}]
    session.find("They differ")["message"]["content"][0]["foo"] = 1
    session.lines = [line for line in session.lines if "no match" not in json.dumps(line)]
    uuids = {line.get("uuid") for line in session.lines}
    for line in session.lines:
        if line.get("parentUuid") is not None and line["parentUuid"] not in uuids:
            line["parentUuid"] = session.find('"pattern": "x"')["uuid"]
    done = freed(session.text())
    assert done.remaining == ()
    assert findings(done.data) == []
    assert {change.rule for change in done.changes} == {"image-empty", "text-block-empty", "field-unknown", "tool-result-missing"}

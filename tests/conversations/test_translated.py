"""Sessions of the programs that translate what they keep: sound ones are clean, every poison is found at its place and freed."""

import pytest

from tests.conversations import continue_sessions, goose_sessions, langchain_messages, opencode_sessions
from tests.conversations.test_freed import findings
from why400.conversations import freed
from why400.conversations.translated_forms import FORMS
from why400.formats.conversation_translated import Entries
from why400.formats.json_text.positions import locate
from why400.formats.read import recognise

PROGRAMS = (opencode_sessions, langchain_messages, continue_sessions, goose_sessions)
SOUND = {f"{program.__name__.rpartition('.')[2]}: {name}": made for program in PROGRAMS for name, made in program.SOUND.items()}
POISONS = {f"{program.__name__.rpartition('.')[2]}: {name}": made for program in PROGRAMS for name, made in program.POISONS.items()}


def entries(data: bytes) -> Entries:
    (form,) = [form for form in FORMS if form.recognises(data)]
    return form.read(data, "x")[1]


def texts(data: bytes) -> list[bytes]:
    return [data[start:end] for start, end in entries(data).spans]


def line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


@pytest.mark.parametrize("name", SOUND)
def test_sound_sessions_are_left_alone(name: str) -> None:
    data = SOUND[name]()
    assert recognise(data) == "request"
    assert findings(data) == []
    done = freed(data)
    assert (done.data, done.changes, done.remaining) == (data, (), ())


@pytest.mark.parametrize("name", POISONS)
def test_the_place_is_found(name: str) -> None:
    planted = POISONS[name]()
    start, end = entries(planted.data).spans[planted.entry]
    span = locate(planted.data[start:end], [planted.at])[planted.at]
    lines = range(line(planted.data, start + span.start), line(planted.data, start + span.end - 1) + 1)
    found = [finding for finding in findings(planted.data) if finding.rule == planted.rule]
    assert found
    assert [one.line for one in found if one.line in lines], (lines, [one.line for one in found])


@pytest.mark.parametrize("name", POISONS)
def test_the_session_is_freed(name: str) -> None:
    planted = POISONS[name]()
    done = freed(planted.data)
    assert done.remaining == ()
    assert findings(done.data) == []
    assert freed(done.data).data == done.data  # nothing is left to be done
    before = entries(planted.data)
    allowed = {line(planted.data, before.spans[entry][0]) for entry in (planted.entry, *planted.touched)}
    assert done.changes
    assert {change.line for change in done.changes} <= allowed
    untouched = [text for number, text in enumerate(texts(planted.data)) if number not in (planted.entry, *planted.touched)]
    after = texts(done.data)
    assert [text for text in untouched if text not in after] == []


@pytest.mark.parametrize("name", POISONS)
def test_what_stands_around_the_entries_is_kept(name: str) -> None:
    planted = POISONS[name]()
    after = freed(planted.data).data
    for data, other in ((planted.data, after), (after, planted.data)):
        spans, others = entries(data).spans, entries(other).spans
        assert data[: spans[0][0]] == other[: others[0][0]]
        assert data[spans[-1][1] :] == other[others[-1][1] :]

"""Translated sessions that are damaged at random: mending raises nothing, says what is left, and finds nothing to do the second time."""

import contextlib
import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conversations import continue_sessions, goose_sessions, langchain_messages, opencode_sessions
from tests.conversations.test_freed import findings
from why400.conversations import freed
from why400.errors import FormatError


def opencode(entries: list[Any]) -> bytes:
    session = opencode_sessions.session()
    session.messages = entries
    return session.text()


PROGRAMS: dict[str, tuple[Callable[[], list[Any]], Callable[[list[Any]], bytes]]] = {
    "opencode": (lambda: opencode_sessions.session().messages, opencode),
    "langchain": (langchain_messages.messages, langchain_messages.listed),
    "continue": (continue_sessions.history, continue_sessions.stored),
    "goose, exported": (goose_sessions.rows, goose_sessions.exported),
    "goose, lines": (goose_sessions.rows, goose_sessions.lines),
}
VALUES: list[Any] = ["", "x", "  ", None, 7, [], {}, [""], {"type": "text", "text": ""}, "toolu_01", "data:image/png;base64,AAAA"]


def holders(value: Any) -> list[Any]:
    """Every list and object below."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if inner else []) + [one for item in inner for one in holders(item)]


def damage(entries: list[Any], more: st.DataObject) -> None:
    at = more.draw(st.integers(0, len(entries) - 1))
    match more.draw(st.integers(0, 4)):
        case 0 if len(entries) > 1:
            del entries[at]
        case 1:
            entries.insert(more.draw(st.integers(0, len(entries))), copy.deepcopy(entries[at]))
        case 2:
            entries.insert(more.draw(st.integers(0, len(entries) - 1)), entries.pop(at))
        case _ if holders(entries[at]):
            holder = more.draw(st.sampled_from(holders(entries[at])))
            key = more.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else list(range(len(holder)))))
            if more.draw(st.booleans()):
                holder[key] = more.draw(st.sampled_from(VALUES))
            else:
                del holder[key]


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=60, deadline=None)
@given(more=st.data())
def test_damaged_sessions_are_freed(program: str, more: st.DataObject) -> None:
    made, form = PROGRAMS[program]
    entries = made()
    for _ in range(more.draw(st.integers(1, 4))):
        damage(entries, more)
    data = form(entries)
    try:
        done = freed(data)
    except FormatError:
        return
    errors = [finding.rule for finding in findings(done.data) if finding.severity == "error"]
    assert sorted(errors) == sorted(finding.rule for finding in done.remaining)
    if not done.remaining:
        assert freed(done.data).data == done.data


@pytest.mark.parametrize("program", PROGRAMS)
@settings(max_examples=30, deadline=None)
@given(more=st.data())
def test_damaged_bytes_raise_nothing(program: str, more: st.DataObject) -> None:
    made, form = PROGRAMS[program]
    data = form(made())
    at = more.draw(st.integers(0, len(data)))
    cut = more.draw(st.sampled_from([b"", b"\n", b'"', b"\\", b"{", b"\xff", b"\\ud83d", b"\x00", b"1e999"]))
    with contextlib.suppress(FormatError):
        freed(data[:at] + cut + data[at + 3 :])

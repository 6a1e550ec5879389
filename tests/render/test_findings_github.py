"""Workflow commands, read back as the runner reads them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import SOURCES, every_sample, finding, run_full_of, run_of, screen, screen_of
from why400.render.findings_github import findings_github
from why400.render.run import clean

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command's name, properties and message, unescaped in the runner's order."""
    found = _COMMAND.fullmatch(line)
    assert found is not None, line
    properties = dict(one.split("=", 1) for one in found[2].split(","))
    unescaped = {name: _data(value.replace("%3A", ":").replace("%2C", ",")) for name, value in properties.items()}
    return found[1], unescaped, _data(found[3])


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    *lines, last = text.split("\n")
    assert last.startswith("why400: ")
    return [read(line) for line in lines]


def test_a_finding_stands_at_its_lines() -> None:
    name, properties, message = commands(findings_github(run_of(screen_of("body.json", SOURCES["body.json"]))))[0]
    assert name == "error"
    assert properties == {
        "file": "body.json", "line": "3", "endLine": "3", "col": "17", "endColumn": "21", "title": "why400 (wrong-type)",
    }  # fmt: skip
    assert "(the API answers this first)\n400 invalid_request_error: max_tokens: Input should be a valid integer\nmend: " in message
    assert message.endswith("\nwhy400 rule wrong-type")


def test_headers_have_no_line_and_standard_input_no_file() -> None:
    made = finding(where="header", name="x", line=None, column=None, end_line=None, end_column=None)
    assert set(commands(findings_github(run_of(screen(made, source="-"))))[0][1]) == {"title"}


def test_columns_are_left_out_over_several_lines() -> None:
    properties = commands(findings_github(run_of(screen(finding(end_line=4)))))[0][1]
    assert set(properties) == {"file", "line", "endLine", "title"}


def test_errors_come_first_because_only_ten_are_shown() -> None:
    names = [name for name, _, _ in commands(findings_github(every_sample()))]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert set(names) == {"error", "warning", "notice"}
    *lines, last = findings_github(every_sample()).split("\n")
    assert last.endswith("; 1 input not read; 1 piece passed over")
    name, properties, message = read(lines[-1])
    assert (name, properties["file"], properties["line"]) == ("notice", "session.har", "7")
    assert message.startswith("session.har: entry 3 (/v1/messages) was saved without")


@given(st.text(max_size=40) | st.sampled_from(["a\n::error::b", "%0A", "a,b:c", "100%", "::stop-commands::x\r\n"]))
def test_no_text_leaves_its_command(text: str) -> None:
    found = commands(findings_github(run_full_of(text)))
    assert [name for name, _, _ in found] == ["error", "error", "error", "warning", "notice"]
    assert found[4][2] == clean(text)
    assert found[0][2] == clean(text)
    assert clean(text) in found[2][2]

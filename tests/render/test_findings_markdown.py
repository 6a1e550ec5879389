"""Markdown for comments: what a request says stays text, whatever it says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import every_sample, finding, run_full_of, run_of, screen, screen_of
from why400.render.findings_markdown import LONGEST, code, escaped, fenced, findings_markdown, prose
from why400.render.run import clean

nasty = st.text() | st.lists(
    st.sampled_from(
        ["`", "``", "```", "\n", "\\", "<b>", "[x](https://e.org)", "@user", "#1", "GH-1", "www.e.org", "*", "a", " ", "&lt;", "~~~"]
    )
).map("".join)


def in_code(line: str) -> list[str]:
    """The contents of a line's code spans, as CommonMark finds them."""
    found: list[str] = []
    at = 0
    while (opening := re.compile(r"\\`|`+").search(line, at)) is not None:
        at = opening.end()
        if opening[0].startswith("\\"):
            continue
        for closing in re.finditer(r"`+", line[at:]):
            if closing[0] == opening[0]:
                found.append(line[at : at + closing.start()])
                at += closing.end()
                break
    return found


@given(nasty)
def test_code_holds_the_whole_text(text: str) -> None:
    shown = " ".join(clean(text).split())
    (found,) = in_code(code(text))
    assert found.strip() == shown
    assert "\n" not in code(text)


@given(nasty)
def test_fences_are_closed_by_themselves_only(text: str) -> None:
    first, *lines, last = fenced(text).split("\n")
    assert first == f"{last}text"
    assert not any(re.fullmatch(rf" {{0,3}}`{{{len(last)},}}\s*", line) for line in lines)
    assert "\n".join(lines) == clean(text).replace("\r", "")


@given(nasty)
def test_escaped_text_has_no_live_markup(text: str) -> None:
    shown = escaped(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|~&$]", shown.replace("\\\\", ""))
    assert not re.search(r"@\w|#\d|GH-\d|www\.|://", shown, re.IGNORECASE)
    assert re.sub(r"\\([\\`*_\[\]<>|~&$])", r"\1", shown).replace("\u200b", "") == text.replace("\u200b", "")


def test_backticks_in_our_sentences_are_code() -> None:
    assert prose("`tool_use` needs <an> answer from @you") == "`tool_use` needs \\<an\\> answer from @\u200byou"


def test_report_of_samples() -> None:
    text = findings_markdown(every_sample())
    assert text.startswith("### why400: ")
    assert (
        "❌ **[wrong-type](https://why400.dev/rules/wrong-type)** at `max_tokens`, line 3, column 17, the API answers this first: " in text
    )
    assert '    3 │   "max_tokens": "16",\n      │                 ^^^^ a string, should be an integer\n' in text
    assert "- the API says: `400 invalid_request_error: max_tokens: Input should be a valid integer`" in text
    assert "⚠️ **[content-type-not-json](https://why400.dev/rules/content-type-not-json)** at `header content-type`" in text
    assert "- `good.json`: ok" in text
    assert "- **not read**: notes.txt: not a request" in text
    assert "- **passed over**: session.har: entry 3 (/v1/messages) was saved without the request body" in text


def test_equal_findings_are_told_three_times() -> None:
    text = findings_markdown(run_of(screen(*(finding(f"place{number}") for number in range(10)))))
    assert text.count("❌") == 3
    assert "- 7 × the same: `place3`, `place4`" in text


def test_a_comment_is_never_too_long_and_says_what_it_leaves_out() -> None:
    many = [finding("y" * 1500, rule=f"rule-{number}") for number in range(100)]
    text = findings_markdown(run_of(screen(*many)))
    assert len(text) < LONGEST + 200
    told = text.count("❌")
    assert 0 < told < 100
    assert f"… {100 - told} more: run `why400 check`" in text


def test_without_source_there_is_no_excerpt() -> None:
    text = findings_markdown(run_of(screen_of("x.json", '{"model": "claude-sonnet-5", "max_tokens": "16"}', source=False)))
    assert "❌" in text
    assert "│" not in text


@given(nasty)
def test_headings_and_items_are_ours_only(text: str) -> None:
    report = findings_markdown(run_full_of(text))
    outside = re.sub(r"^(`{3,})text\n.*?\n\1$", "", report, flags=re.MULTILINE | re.DOTALL)
    starts = {re.match(r"\S*", line)[0] for line in outside.split("\n")}  # type: ignore[index]  # it matches any line
    assert starts <= {"", "###", "####", "-", "❌", "⚠️", "<sub>why400"} | {
        line.split(" ")[0] for line in outside.split("\n") if line[:1] == "`"
    }

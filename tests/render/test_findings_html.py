"""The HTML report: one file, nothing from elsewhere, and no text of a request becomes markup."""

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from tests.render.samples import SOURCES, every_sample, finding, run_full_of, run_of, screen, screen_of
from why400.render.findings_html import findings_html
from why400.render.html_style import STYLE
from why400.render.run import clean

VOID = {"meta", "input"}
nasty = st.text() | st.lists(
    st.sampled_from(
        ["<script>", "</pre>", "</style>", '"', "'", "&", "<!--", "]]>", "\x1b[31m", "\x1b[0m", "\x1b[2m", "`", "\n", "javascript:", "a"]
    )
).map("".join)


class Page(HTMLParser):
    """Elements with their attributes in order, and all text outside of the style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links.extend(value or "" for name, value in attrs if name in ("href", "src", "action"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def test_samples_are_one_sound_page_that_asks_for_nothing() -> None:
    page = findings_html(every_sample())
    read = Page(page)
    assert {tag for tag, _ in read.elements} <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "div", "input", "label", "main", "section", "small",
        "article", "span", "a", "code", "pre", "b", "dl", "dt", "dd", "q", "footer",
    }  # fmt: skip
    assert set(read.links) == {link for link in read.links if link.startswith("https://why400.dev/rules/")}
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|<link|<script", page)
    assert "prefers-color-scheme: dark" in STYLE


def test_what_was_passed_over_is_said() -> None:
    assert "<p>passed over: session.har: entry 3 (/v1/messages) was saved without" in findings_html(every_sample())


def test_a_finding_is_shown_at_its_place() -> None:
    page = findings_html(run_of(screen_of("body.json", SOURCES["body.json"])))
    assert '<b class="caret">^^^^</b> a string, should be an integer' in page
    assert "<code>max_tokens</code> · <small>line 3, column 17</small>" in page
    assert "<q>400 invalid_request_error: max_tokens: Input should be a valid integer</q>" in page
    assert "2 errors, 0 warnings in 1 request" in page


def test_the_filter_knows_the_kinds() -> None:
    page = findings_html(run_of(screen(finding("a"), finding("b", severity="warning"))))
    assert page.count('class="finding error"') == page.count('class="finding warning"') == 1
    assert 'class="request has-error has-warning"' in page
    for name in ("all", "error", "warning"):
        assert f'id="show-{name}"' in page
        assert f'for="show-{name}"' in page


@given(nasty.filter(bool))
@example("\x1b[31m")
@example("</pre><script>alert(1)</script>")
def test_no_text_becomes_markup(text: str) -> None:
    """The elements are those of the same report of plain words, save for those of marks and code, of which a source line may have more."""

    def bones(run_text: str) -> list[tuple[str, tuple[str, ...]]]:
        loose = ("b", "code")
        return [one for one in Page(findings_html(run_full_of(run_text))).elements if one[0] not in loose]

    read = Page(findings_html(run_full_of(text)))
    assert {names for tag, names in read.elements if tag in ("b", "code")} <= {("class",), ()}
    has_excerpt = any(tag == "pre" for tag, _ in read.elements)
    wanted = [one for one in bones("plain") if has_excerpt or one[0] != "pre"]
    assert [one for one in read.elements if one[0] not in ("b", "code")] == wanted
    if "`" not in text:
        shown = clean(text).replace("\r\n", "\n").replace("\r", "\n")
        assert shown in "".join(read.text).replace("\r\n", "\n").replace("\r", "\n")


def test_colours_of_a_source_are_text() -> None:
    source = '{"model": "\x1b[31mred\x1b[0m", "max_tokens": "1"}'
    page = findings_html(run_of(screen(finding(column=15, end_column=18), text=source)))
    assert page.count('<b class="caret">') == 1
    assert "␛[31m" in page


def test_many_equal_findings_are_listed_by_place() -> None:
    page = findings_html(run_of(screen(*(finding(f"place{number}") for number in range(1000)), text="x" * 100_000)))
    assert page.count("<article") == 20
    assert "980 more of the same" in page
    assert len(page) < 200_000

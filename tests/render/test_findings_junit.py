"""JUnit XML, held against the elements and attributes of the schema that Jenkins' xUnit plugin publishes (junit-10.xsd)."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import SOURCES, every_sample, finding, run_full_of, run_of, screen, screen_of
from why400.render.findings_junit import findings_junit

ALLOWED: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"name", "time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""By element: attributes that must and that may stand there, and the elements in it."""


def parsed(text: str) -> ET.Element:
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    for element in root.iter():
        required, allowed, children = ALLOWED[element.tag]
        assert required <= set(element.attrib) <= allowed
        assert {child.tag for child in element} <= children
    return root


def test_samples_keep_to_the_schema_and_are_counted() -> None:
    root = parsed(findings_junit(every_sample()))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == [*SOURCES, "session.har", "notes.txt"]
    for element in (root, *suites):
        cases = list(element.iter("testcase"))
        assert element.get("tests") == str(len(cases))
        assert element.get("failures") == str(sum(case.find("failure") is not None for case in cases))
        assert element.get("errors") == str(sum(case.find("error") is not None for case in cases))
    assert root.get("errors") == "1"
    recorded = root.findall("testsuite[@name='session.har']/testcase")
    cases = [(case.get("name", "")[:7], case.find("failure") is not None, case.find("skipped") is not None) for case in recorded]
    assert cases == [("entry 1", False, False), ("entry 2", True, False), ("line 7 ", False, True)]
    assert [suite.get("skipped") for suite in suites] == [*("0" for _ in SOURCES), "1", "0"]


def test_each_error_is_a_failure_and_a_clean_request_passes() -> None:
    root = parsed(findings_junit(run_of(screen_of("body.json", SOURCES["body.json"]), screen_of("good.json", SOURCES["good.json"]))))
    failures = root.findall("testsuite[@name='body.json']/testcase/failure")
    assert [one.get("type") for one in failures] == ["wrong-type", "sampling-value-out-of-range"]
    assert "body.json:3:17  max_tokens" in (failures[0].text or "")
    assert len(root.findall("testsuite[@name='good.json']/testcase/*")) == 0


def test_warnings_are_output_unless_they_fail_the_run() -> None:
    warned = screen(finding("only a warning", severity="warning"))
    plain, strict = parsed(findings_junit(run_of(warned))), parsed(findings_junit(run_of(warned, strict=True)))
    assert plain.get("failures") == "0"
    assert "only a warning" in (plain.findtext("testsuite/testcase/system-out") or "")
    assert strict.get("failures") == "1"


def test_requests_of_one_source_are_told_apart() -> None:
    root = parsed(findings_junit(run_of(screen(label="entry 1"), screen(label="entry 2"), screen())))
    assert [case.get("name") for case in root.iter("testcase")] == ["entry 1", "entry 2", "request 3"]


@given(st.text() | st.sampled_from(["]]>", "<failure/>", "\"&'", "\x00\x1b[31m", "\ud800", "\ufffe", "a\r\nb"]))
def test_any_text_is_sound_xml_and_comes_back(text: str) -> None:
    root = parsed(findings_junit(run_full_of(text)))
    assert len(root.findall("testsuite/testcase/failure")) == 2
    if text.isprintable():
        assert text in (root.findtext("testsuite/testcase/failure") or "")
        assert root.find("testsuite/testcase/error").get("message") == text  # type: ignore[union-attr]  # it is there, or the test fails

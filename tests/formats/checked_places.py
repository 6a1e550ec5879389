"""What a check of an input finds, with the places in the input: for the tests of readers."""

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.cli.source_lines import in_source
from why400.formats.read import read_all
from why400.model import Finding


def findings(data: bytes, number: int = 0, **read: object) -> list[Finding]:
    """The findings in one of its requests, with lines and columns of the input."""
    given = read_all(data, source="x", **read)[number]  # type: ignore[arg-type]  as_ and load
    options = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
    checked = run_check(make_subject(given.request.body if given.body_only else given.request, options), options)
    return in_source(checked.findings, data, given)


def places(data: bytes, number: int = 0, **read: object) -> dict[str, str]:
    """By rule, the text of the input from the finding's place on, to the end of the line; without a place nothing."""
    lines = data.decode("utf-8", "replace").split("\n")
    return {
        one.rule: lines[one.line - 1][one.column - 1 :] if one.line is not None and one.column is not None else ""
        for one in findings(data, number, **read)
    }

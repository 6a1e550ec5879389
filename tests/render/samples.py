"""Runs to render: real checks of small broken requests, and made-up findings that hold any text."""

import json

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.cli.source_lines import in_source
from why400.formats.read import read_all
from why400.model import ApiError, Edit, Finding, Fix, Related
from why400.render.findings_text import Screen
from why400.render.run import Passed, Run, Unusable

GOOD = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
BODY = json.dumps({**GOOD, "max_tokens": "16", "temperature": 7}, indent=2)
UNICODE = '{"model": "claude-sonnet-5", "messages": [{"role": "user", "content": "Grüße 🚀 | <b>"}],\n "max_tokens": "16"}'
UNANSWERED = """{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [
  {"role": "user", "content": "Weather?"},
  {"role": "assistant", "content": [
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": "And tomorrow?"}]}"""
HEADER = (
    f"POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\ncontent-type: text/plain\r\nx-api-key: REDACTED\r\n\r\n{json.dumps(GOOD)}"
)
QUERY = "GET /v1/models?limit=5000 HTTP/1.1\r\nHost: api.anthropic.com\r\nanthropic-version: 2023-06-01\r\nx-api-key: REDACTED\r\n\r\n"
BATCH = json.dumps(
    {
        "requests": [
            {"custom_id": "row-1", "params": GOOD},
            {"custom_id": "row-2", "params": {**GOOD, "stream": True, "messages": []}},
        ]
    }
)
BROKEN = '{"model": "claude-sonnet-5", "max_tokens": 16\n "messages": [{"role": "user", "content": "Hello"}],}'
SOURCES = {
    "body.json": BODY, "grüße/a b:c.json": UNICODE, "unanswered.json": UNANSWERED, "header.http": HEADER, "query.http": QUERY, "batch.json": BATCH,
    "broken.json": BROKEN, "good.json": json.dumps(GOOD),
}  # fmt: skip


def _entry(body: str) -> dict[str, object]:
    sent = {"method": "POST", "url": "https://api.anthropic.com/v1/messages", "headers": [{"name": "x-api-key", "value": "REDACTED"}]}
    return {
        "startedDateTime": "2026-11-01T10:00:00Z",
        "request": {**sent, "postData": {"mimeType": "application/json", "text": body}},
        "response": {"status": 200, "content": {}},
    }


RECORDED = json.dumps({"log": {"version": "1.2", "entries": [_entry(json.dumps(GOOD)), _entry(UNICODE)]}}, indent=1, ensure_ascii=False)
"""A browser's recording of two requests, the second of them broken; their bodies stand in JSON strings."""


def screen_of(name: str, text: str, *, source: bool = True, number: int = 0) -> Screen:
    """What the command shows of one of the requests in a text."""
    data = text.encode()
    given = read_all(data, source=name)[number]
    endpoint = "/v1/messages/batches" if name == "batch.json" else None
    options = make_options(endpoint=endpoint, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-24")
    checked = run_check(make_subject(given.request.body if given.body_only else given.request, options), options)
    return Screen(
        source=name,
        text=text if source else None,
        findings=in_source(checked.findings, data, given),
        labels=checked.labels,
        endpoint=checked.context.endpoint,
        api_version=checked.context.api_version,
        model=checked.context.model_id,
        value=checked.value,
        size_bytes=len(checked.body),
        label=given.label,
        body=checked.body,
        body_offset=given.body_offset if given.encoding == "verbatim" else None,
    )


def run_of(*screens: Screen, unusable: tuple[Unusable, ...] = (), strict: bool = False, passed_over: tuple[Passed, ...] = ()) -> Run:
    return Run(screens, "1.2.3", "2026-11-24", unusable, "/repo", strict, passed_over)


def every_sample() -> Run:
    """All of them, each fault in its source, with an input that could not be read, and one of which a piece could not."""
    screens = [screen_of(name, text) for name, text in SOURCES.items()]
    recorded = [screen_of("session.har", RECORDED, number=number) for number in (0, 1)]
    lost = Passed("session.har", "session.har: entry 3 (/v1/messages) was saved without the request body: record with bodies", 7)
    return run_of(*screens, *recorded, unusable=(Unusable("notes.txt", "notes.txt: not a request"),), passed_over=(lost,))


def finding(text: str = "text", *, severity: str = "error", rule: str = "wrong-type", **more: object) -> Finding:
    """A made-up finding whose every free text is the one that is given."""
    members: dict[str, object] = {
        "rule": rule, "severity": severity, "first": False, "evidence": "observed", "where": "body", "name": None, "path": text,
        "pointer": f"/{text}", "line": 1, "column": 1, "end_line": 1, "end_column": 2,
        "api_error": ApiError(400, "invalid_request_error", text), "cause": text, "fix": Fix(text, safe=True, edits=(Edit("text", "0:1", b"x"),)),
        "docs": f"https://why400.dev/rules/{rule}", "also": (Related("/other", text, 1, 1, 1, 2),),
    }  # fmt: skip
    return Finding(**{**members, **more})


def screen(*findings: Finding, text: str | None = None, source: str = "x.json", label: str = "") -> Screen:
    """A made-up screen."""
    labels = {index: one.cause for index, one in enumerate(findings)}
    body = (text or "").encode("utf-8", "replace")
    return Screen(
        source, text, list(findings), labels, "POST /v1/messages", "2023-06-01", "claude-sonnet-5", None, len(body), label, body=body
    )


def run_full_of(text: str) -> Run:
    """A run in which everything that a user can write is this text."""
    made = [finding(text), finding(text, where="header", name=text, path=None, pointer=None, line=None), finding(text, severity="warning")]
    return run_of(
        screen(*made, text=text, source=text or "x", label=text),
        unusable=(Unusable(text or "x", text),),
        passed_over=(Passed(text or "x", text),),
    )

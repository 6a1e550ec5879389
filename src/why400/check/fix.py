"""Applies the rules' mends to a request until nothing changes."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import orjson
from msgspec import structs

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.check.source_edits import apply_to_source
from why400.model import Edit, Finding, Request

_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended request: `applied` are the findings that were mended, `remaining` what is left."""

    request: Request
    applied: list[Finding]
    remaining: list[Finding]


def fix(
    request: "bytes | str | dict[str, object] | Request",
    *,
    unsafe: bool = False,
    endpoint: str | None = None,
    platform: str | None = None,
    api_version: str | None = None,
    betas: Iterable[str] | None = None,
    model: str | None = None,
    as_of: "date | str | None" = None,
) -> Fixed:
    """The request with the safe mends (`unsafe`: all of them) applied; bytes that no mend touches stay as they are.

    Options as for `check`. Raises UsageError for an option or a request that cannot be used.
    """
    options = make_options(endpoint=endpoint, platform=platform, api_version=api_version, betas=betas, model=model, as_of=as_of)
    subject = make_subject(request, options)
    subject = structs.replace(subject, value=None, parsed=False)
    applied: list[Finding] = []
    for _ in range(_ROUNDS):
        findings = run_check(subject, options).findings
        mendable = [one for one in findings if one.fix and one.fix.edits and (one.fix.safe or unsafe)]
        if not _is_json(subject.call.body):  # places in the body are known only once its syntax is mended
            mendable = [one for one in mendable if one.fix and one.fix.edits[0].op == "text"]
        taken = _compatible(mendable)
        if not taken:
            break
        edits = sorted((edit for one in taken if one.fix for edit in one.fix.edits), key=_from_the_end, reverse=True)
        body = apply_to_source(subject.call.body, tuple(edits))
        if body == subject.call.body:
            break
        applied.extend(taken)
        subject = make_subject(_with_body(subject.call.request, request, body), options)
    return Fixed(subject.call.request, applied, run_check(subject, options).findings)


def _is_json(body: bytes) -> bool:
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return False
    return True


def _with_body(sent: Request, given: object, body: bytes) -> "Request | bytes":
    if not isinstance(given, Request):
        return body
    headers = sent.header_pairs
    if sent.body[:2] == b"\x1f\x8b":  # it came as gzip, and is plain now
        headers = tuple((name, value) for name, value in headers if name.lower() != "content-encoding")
    return dataclasses.replace(sent, headers=headers, body=body)


def _compatible(findings: list[Finding]) -> list[Finding]:
    """Findings whose edits do not meet each other's places; the rest waits for the next round."""
    if any(edit.op == "text" for one in findings for edit in (one.fix.edits if one.fix else ())):
        return [one for one in findings if one.fix and one.fix.edits[0].op == "text"]
    taken: list[Finding] = []
    touched: set[str] = set()
    above: set[str] = set()
    """Every place that holds a touched one."""
    for one in findings:
        assert one.fix is not None
        places = {place for edit in one.fix.edits for place in (edit.path, edit.source) if place is not None}
        around = {holder for place in places for holder in _holders(place)}
        if places.isdisjoint(touched) and places.isdisjoint(above) and around.isdisjoint(touched):
            taken.append(one)
            touched |= places
            above |= around
    return taken


def _holders(pointer: str) -> Iterator[str]:
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _from_the_end(edit: Edit) -> tuple[tuple[int, int, str], ...]:
    if edit.op == "text":
        return ((0, int(edit.path.partition(":")[0]), ""),)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in (edit.source or edit.path).split("/")[1:])

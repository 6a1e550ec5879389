"""Applies the rules' mends to a request until nothing changes: in a body, or in the text in which a body stands."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import structs

from why400.check.engine import run_check
from why400.check.options import Options, Subject, make_options, make_subject
from why400.check.source_edits import Splice, spliced, steps
from why400.formats.read_input import ReadInput
from why400.formats.write_back import written_back
from why400.model import Edit, Finding, Request

_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended request: `applied` are the findings that were mended, `remaining` what is left."""

    request: Request
    applied: list[Finding]
    remaining: list[Finding]


@dataclass(frozen=True, slots=True)
class FixedSource:
    """A text with a mended request in it."""

    data: bytes
    """The whole text; what no mend touches has its bytes."""
    fixed: Fixed
    unwritten: bool
    """True where the body does not stand in the text in a way that can be written to: the text is as it was, the request is mended."""


Write = Callable[[Sequence[Splice], bytes], Request]
"""Takes one step's splices and the body that they make, and says what the request is then."""


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
    subject = structs.replace(make_subject(request, options), value=None, parsed=False)
    sent = subject.call.request
    whole = isinstance(request, Request)

    def write(_: Sequence[Splice], body: bytes) -> Request:
        return _with_body(sent, body)

    return _mended(subject, options, write, unsafe=unsafe, bare=not whole)


def fix_source(
    data: bytes, given: ReadInput, read_again: Callable[[bytes], ReadInput | None], options: Options, *, unsafe: bool
) -> FixedSource:
    """The text with the mends made where the request stands in it.

    `read_again` finds the same request in the text after a step (None: it is not there any more). Where a step cannot be written to the text, or reads otherwise than it was
    meant, the text is given back as it was (`unwritten`), and the request is mended all the same.
    """
    text, place, unwritten = data, given, False

    def write(step: Sequence[Splice], body: bytes) -> Request:
        nonlocal text, place, unwritten
        if not unwritten:
            after = written_back(text, place, step)
            again = read_again(after) if after is not None else None
            if after is None or again is None or again.request.body != body:
                text, unwritten = data, True
            else:
                text, place = after, again
        return _with_body(given.request, body) if unwritten else place.request

    subject = structs.replace(make_subject(given.request.body if given.body_only else given.request, options), value=None, parsed=False)
    fixed = _mended(subject, options, write, unsafe=unsafe, bare=given.body_only)
    return FixedSource(text, fixed, unwritten)


def _mended(subject: Subject, options: Options, write: Write, *, unsafe: bool, bare: bool) -> Fixed:
    applied: list[Finding] = []
    checked = run_check(subject, options)
    for _ in range(_ROUNDS):
        body = subject.call.body
        mendable = [one for one in checked.findings if one.fix and one.fix.edits and (one.fix.safe or unsafe)]
        if not checked.is_json:  # places in the body are known only once its syntax is mended
            mendable = [one for one in mendable if one.fix and one.fix.edits[0].op == "text"]
        taken = _compatible(mendable)
        edits = sorted((edit for one in taken if one.fix for edit in one.fix.edits), key=_from_the_end, reverse=True)
        request = None
        after = body
        for step in steps(body, edits) if edits else ():
            after = spliced(after, step)
            request = write(step, after)
        if request is None or after == body:
            break
        applied.extend(taken)
        subject = make_subject(request.body if bare else request, options)
        checked = run_check(subject, options)
    return Fixed(subject.call.request, applied, checked.findings)


def _with_body(sent: Request, body: bytes) -> Request:
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

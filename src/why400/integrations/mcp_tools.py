"""The tools that why400 offers to coding agents: from arguments to a short text and the JSON of the command line.

Nothing here knows the protocol, and nothing reads a file or the network: what is looked at is what the call holds.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, cast

from msgspec import Meta, Struct, ValidationError, convert, structs

from why400 import __version__
from why400.check.engine import run_check
from why400.check.fix import fix
from why400.check.options import Options, make_options, make_subject
from why400.contract.show import contract_date, is_old
from why400.errors import FormatError, UsageError
from why400.explain import explain
from why400.formats.read import read
from why400.formats.read_input import ReadInput
from why400.integrations.mcp_texts import explained_text, fixed_text, names_text, report_text, titles_text
from why400.model import Finding, Request
from why400.render.findings_json import CheckedRequest, finding_dict, findings_json, to_json
from why400.render.rule_text import rule_dict, rule_text
from why400.render.run import Passed
from why400.rules.catalogue import Entry, catalogue
from why400.rules.wording import DOCS
from why400.sanitize import mask

Locate = Callable[[Sequence[Finding], bytes, ReadInput], list[Finding]]
"""Moves findings from lines of the body to lines of the text that it was read from."""
MOST = 40
"""Findings of one request, or errors of one text, that an answer holds: an agent reads all of it."""

_FAULT = re.compile(r"Object (contains unknown|missing required) field `(.*)`$|Expected `(.+?)`, got `(.+?)` - at `\$\.(.*)`$", re.DOTALL)
"""What the decoder says of arguments that do not fit."""

_Input = Annotated[
    str | dict[str, Any],
    Meta(
        description="The request: a JSON body as text or as an object, or the text of a raw HTTP request, a curl command, or a recording."
    ),
]
_Endpoint = Annotated[str | None, Meta(description='Where it is sent, such as "/v1/messages/batches" or "GET /v1/models".')]
_Platform = Annotated[str | None, Meta(description="anthropic (default), bedrock, vertex, foundry or aws.")]
_Version = Annotated[str | None, Meta(description="The anthropic-version that is sent, such as 2023-06-01.")]
_Betas = Annotated[list[str] | None, Meta(description="The anthropic-beta values that are sent; [] says that none is. Left out: unknown.")]
_Model = Annotated[str | None, Meta(description="Check as if this model had been asked.")]
_Day = Annotated[str | None, Meta(description="Check as of this day: YYYY-MM-DD or YYYY-MM.")]


class ExplainError(Struct, forbid_unknown_fields=True):
    """Arguments of explain_error."""

    text: Annotated[str, Meta(description="The error as it was seen: a body, an exception, a traceback, lines of a log.")]
    request: Annotated[
        str | dict[str, Any] | None, Meta(description="The request that failed, if at hand: the place is then shown in it.")
    ] = None


class CheckRequest(Struct, forbid_unknown_fields=True):
    """Arguments of check_request."""

    request: _Input
    endpoint: _Endpoint = None
    platform: _Platform = None
    api_version: _Version = None
    betas: _Betas = None
    model: _Model = None
    as_of: _Day = None


class FixRequest(CheckRequest, forbid_unknown_fields=True):
    """Arguments of fix_request."""

    unsafe: Annotated[bool, Meta(description="Apply also the mends that may change what the request means.")] = False


class ReadRule(Struct, forbid_unknown_fields=True):
    """Arguments of read_rule."""

    name: Annotated[str, Meta(description="The rule's name, such as tool-result-missing.")]


class ListRules(Struct, forbid_unknown_fields=True):
    """Arguments of list_rules."""

    family: Annotated[str | None, Meta(description="Only this family, such as tool-use.")] = None


class Answer(Struct, frozen=True):
    """What a tool says: a text to read, and the same as data. Neither holds a credential."""

    text: str
    data: dict[str, Any]


def explain_error(given: ExplainError, _: Locate) -> Answer:
    """What the errors in the text mean. Raises FormatError for a request that is none."""
    request = None if given.request is None else _read(given.request)[0][0][1]
    found = explain(given.text, request=request)
    report: dict[str, object] = {"errors": [dataclasses.asdict(one) for one in found[:MOST]]}
    if len(found) > MOST:
        report["left_out"] = len(found) - MOST
    return Answer(mask(explained_text(found)), _data(to_json(report)))


def check_request(given: CheckRequest, locate: Locate) -> Answer:
    """What is wrong with the requests in the text. Raises FormatError where there is none, UsageError for an option."""
    options = _options(given)
    checked: list[CheckedRequest] = []
    inputs, passed_over = _read(given.request)
    for place, request in inputs:
        own = structs.replace(options, as_of=options.as_of or (place.recorded if place else None))
        done = run_check(make_subject(request, own), own)
        findings = locate(done.findings, _bytes(given.request), place) if place is not None else done.findings
        context = done.context
        checked.append(
            CheckedRequest("request", place.label if place else "", context.endpoint, context.model_id, context.api_version, findings)
        )
    data = _data(findings_json(checked, __version__, passed_over))
    for one in data["requests"]:
        left_out = len(one["findings"]) - MOST
        if left_out > 0:
            one.update(findings=one["findings"][:MOST], left_out=left_out)
    old = is_old(options.as_of or date.today())
    note = f"note: the contract is of {contract_date()}, more than 90 days old: why400 may need an update\n" if old else ""
    return Answer(mask(note + "".join(f"passed over: {one.text}\n" for one in passed_over) + report_text(checked, MOST)), data)


def fix_request(given: FixRequest, _: Locate) -> Answer:
    """The body, mended. Raises FormatError where there is no request or more than one, UsageError for an option."""
    options = _options(given)
    inputs, passed_over = _read(given.request)
    if len(inputs) + len(passed_over) > 1:
        raise UsageError(f"the text holds {len(inputs) + len(passed_over)} requests: give the one that is to be mended")
    place, request = inputs[0]
    done = fix(
        request,
        unsafe=given.unsafe,
        endpoint=options.endpoint,
        platform=options.platform,
        api_version=options.api_version,
        betas=options.betas,
        model=options.model,
        as_of=options.as_of or (place.recorded if place else None),
    )
    body = done.request.body.decode("utf-8", "replace")
    shown = mask(body)
    data = _data(
        to_json(
            {
                "body": body,
                "masked": shown != body,
                "applied": [finding_dict(one) for one in done.applied],
                "remaining": [finding_dict(one) for one in done.remaining[:MOST]],
            }
        )
    )
    data["body"] = sound(shown)
    said = mask(fixed_text(done.applied, done.remaining, MOST, masked=shown != body))
    return Answer(f"{said}\n\n{shown}" if done.applied else said, data)


def read_rule(given: ReadRule, _: Locate) -> Answer:
    """A rule's page. Raises UsageError where there is no such rule."""
    rule = rule_named(given.name).load()
    return Answer(mask(rule_text(rule)), _data(to_json(rule_dict(rule))))


def list_rules(given: ListRules, _: Locate) -> Answer:
    """The names of all rules, or all facts of one family's. Raises UsageError for a family that does not exist."""
    entries = list(catalogue().values())
    if given.family is None:  # the facts of all would fill an agent's context
        return Answer(names_text(entries), {"rules": [{"slug": entry.slug, "family": entry.family} for entry in entries]})
    families = sorted({entry.family for entry in entries})
    if given.family not in families:
        raise UsageError(f"no family {given.family[:80]!r}: one of {', '.join(families)}")
    entries = [entry for entry in entries if entry.family == given.family]
    facts = ("slug", "family", "title", "severity", "side", "retry", "evidence")
    listed = [{name: getattr(entry, name) for name in facts} | {"docs": f"{DOCS}{entry.slug}"} for entry in entries]
    return Answer(titles_text(entries), {"rules": listed})


def rule_named(name: str) -> Entry:
    """The rule of that name. Raises UsageError, which names near ones, where there is none."""
    found = catalogue().get(name.strip().lower().replace("_", "-"))
    if found is None:
        near = difflib.get_close_matches(name, list(catalogue()), 3, 0.5)
        raise UsageError(f"no rule {name[:80]!r}{' (did you mean ' + ', '.join(near) + '?)' if near else ''}: list_rules names them")
    return found


def arguments_of(kind: type[Struct], given: Mapping[str, object] | None) -> Struct:
    """A call's arguments, checked. Raises UsageError, one line."""
    try:
        return convert(dict(given or {}), kind)
    except ValidationError as exc:
        said = _FAULT.match(str(exc))
        if said is None:
            raise UsageError(str(exc)) from None
        what, name, wanted, got, at = said.groups()
        known = f"known are {', '.join(kind.__struct_fields__)}"
        if name is None:
            raise UsageError(f"argument {at!r} is to be of the type {wanted}, not {got}") from None
        raise UsageError(
            f"no argument {name[:80]!r}: {known}" if what == "contains unknown" else f"argument {name!r} is missing: {known}"
        ) from None


def _options(given: CheckRequest) -> Options:
    return make_options(
        endpoint=given.endpoint,
        platform=given.platform,
        api_version=given.api_version,
        betas=given.betas,
        model=given.model,
        as_of=given.as_of,
    )


def _read(given: str | dict[str, Any]) -> tuple[list[tuple[ReadInput | None, bytes | dict[str, Any] | Request]], list[Passed]]:
    """The requests in what was given, each with the way back to its text (an object is a body that stands nowhere), and what was passed over."""
    if isinstance(given, dict):
        return [(None, given)], []
    try:
        inputs, passed_over = read(_bytes(given), source="request")
    except FormatError as exc:
        raise FormatError(str(exc).replace("`why400 explain request`", "the tool explain_error")) from None
    requests: list[tuple[ReadInput | None, bytes | dict[str, Any] | Request]] = [
        (one, one.request.body if one.body_only else one.request) for one in inputs
    ]
    return requests, [Passed("request", one.text, one.line) for one in passed_over]


def _bytes(given: str | dict[str, Any]) -> bytes:
    return given.encode("utf-8", "surrogatepass") if isinstance(given, str) else b""


def _data(text: str) -> dict[str, Any]:
    """The report as values that can be written as UTF-8."""
    return cast("dict[str, Any]", json.loads(sound(json.dumps(json.loads(text), ensure_ascii=False)) if "\\ud" in text else text))


def sound(text: str) -> str:
    """The text without halves of characters."""
    return text.encode("utf-8", "replace").decode()

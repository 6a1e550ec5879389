"""The check of one request: the fast yes, or else the check in full."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from why400.check.fast import clean_view
from why400.check.options import Options, Subject, make_options, make_subject
from why400.check.plan import plan
from why400.check.routes import MESSAGES, body_endpoint
from why400.contract.in_force import schemas_differ
from why400.model import Request
from why400.rules.circumstances import Context

if TYPE_CHECKING:  # a clean request has no finding
    from why400.model import Finding


class Checked(Struct, frozen=True):
    """The findings of one request, and what a screen says of the request itself."""

    findings: list[Finding]
    context: Context
    body: bytes
    value: object
    """The body as JSON, after repairs of its syntax; None where there is none."""
    labels: dict[int, str]
    """What stands under the caret, by the finding's index."""
    unchecked_rest: bool = False
    """True where the body had more faults of syntax than are looked behind."""
    counts: tuple[int, int] | None = None
    """Messages and tools, where the value itself was not needed."""
    is_json: bool = True
    """False where places in the value are none in the body, for its syntax has faults."""


def check(
    request: bytes | str | dict[str, object] | Request,
    *,
    endpoint: str | None = None,
    platform: str | None = None,
    api_version: str | None = None,
    betas: Iterable[str] | None = None,
    model: str | None = None,
    as_of: date | str | None = None,
) -> list[Finding]:
    """What the API would refuse in this request, in its order of reporting; empty: nothing that is known.

    Options that are None are taken from the request, else `POST /v1/messages`, `anthropic`, `2023-06-01`, today. `betas=()` means that none is
    sent. A bad request is a finding, never an exception. Raises UsageError for an option or a request that cannot be used.
    """
    options = make_options(endpoint=endpoint, platform=platform, api_version=api_version, betas=betas, model=model, as_of=as_of)
    return run_check(make_subject(request, options), options).findings


def run_check(subject: Subject, options: Options) -> Checked:
    """The whole check of one request."""
    context = subject.call.context
    plain = context.platform == "anthropic" and body_endpoint(context) == MESSAGES and not schemas_differ()
    clean = _fast_yes(subject, options) if plain else None
    if clean is not None:
        return clean
    from why400.check.slow import slow_check  # a clean request needs none of it

    return slow_check(subject, options)


def _fast_yes(subject: Subject, options: Options) -> Checked | None:
    """The outcome where the request is certainly clean; None: don't know."""
    rules = plan()
    for rule in rules.for_call(size_only=only_size(subject.call.context, options)):
        if not (subject.call.context.bare and rule.phase == "transport") and next(rule.hits(subject.call), None) is not None:
            return None
    given = subject.value if isinstance(subject.value, dict) else subject.call.body
    found = clean_view(given, subject.call.context, rules)
    if found is None:
        return None
    request, context = found
    return Checked([], context, subject.call.body, None, {}, counts=(len(request.messages), len(request.tools or ())))


def only_size(context: Context, options: Options) -> bool:
    """Whether nothing but a body is known, so that headers and URL are not looked at."""
    return context.bare and options.endpoint is None

"""Asks every rule about one request and puts the findings in the API's order of reporting."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from why400.check.fast import clean_view
from why400.check.lines import with_lines
from why400.check.nodes import Keys, Run
from why400.check.options import Options, Subject, make_options, make_subject, with_model
from why400.check.places import Places
from why400.check.plan import Plan, plan
from why400.check.routes import MESSAGES, body_endpoint, legacy_prompt, own_format, platform_context
from why400.check.schema import CompiledSchema, compiled
from why400.check.syntax import read_json
from why400.check.words import Worded, word
from why400.contract.views.blocks import Message
from why400.model import Finding, Request
from why400.rules import Batch, Context, Conversation, Hit, Rule, Violation


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
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


def check(
    request: "bytes | str | dict[str, object] | Request",
    *,
    endpoint: str | None = None,
    platform: str | None = None,
    api_version: str | None = None,
    betas: Iterable[str] | None = None,
    model: str | None = None,
    as_of: "date | str | None" = None,
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
    plain = context.platform == "anthropic" and body_endpoint(context) == MESSAGES
    return (_fast_yes(subject, options) if plain else None) or slow_check(subject, options)


def _fast_yes(subject: Subject, options: Options) -> Checked | None:
    """The outcome where the request is certainly clean; None: don't know."""
    rules = plan()
    for rule in rules.for_call(size_only=_only_size(subject.call.context, options)):
        if not (subject.call.context.bare and rule.phase == "transport") and next(rule.hits(subject.call), None) is not None:
            return None
    given = subject.value if isinstance(subject.value, dict) else subject.call.body
    found = clean_view(given, subject.call.context, rules)
    if found is None:
        return None
    request, context = found
    return Checked([], context, subject.call.body, None, {}, counts=(len(request.messages), len(request.tools or ())))


def _only_size(context: Context, options: Options) -> bool:
    """Whether nothing but a body is known, so that headers and URL are not looked at."""
    return context.bare and options.endpoint is None


def slow_check(subject: Subject, options: Options) -> Checked:
    """The check in full: what decides, and what words the findings."""
    rules = plan()
    call = subject.call
    context = call.context
    worded: list[Worded] = []
    nowhere = Places(None, None, {})
    worded.extend(_ask(rules.for_call(size_only=_only_size(context, options)), call, nowhere, context, bare=context.bare))
    endpoint = body_endpoint(context)
    value, rest = subject.value, False
    if endpoint is not None and not subject.parsed:
        faults, value, rest = read_json(call.body)
        for fault in faults:
            rule = rules.for_json_fault(fault.kind)
            worded.extend(word(rule, hit, nowhere, context) for hit in rule.hits(fault))
    if endpoint is not None and (value is not None or not worded) and not own_format(value, context):
        if isinstance(value, dict):
            context = with_model(platform_context(context, value), value.get("model"))
        if context.platform != "anthropic" and legacy_prompt(value):
            endpoint = "POST /v1/complete"
        worded.extend(_body(rules, compiled(endpoint, context.platform), value, context, len(call.body)))
    worded.sort(key=lambda one: (one.finding.severity == "warning", one.finding.api_error.when != "request", one.rank))
    return _finish(worded, subject, value, context, rest)


def _body(rules: Plan, schema: CompiledSchema, value: object, context: Context, size: int) -> Iterator[Worded]:
    if context.endpoint.endswith("/messages/batches") and isinstance(value, dict):
        yield from _batch(rules, schema, value, context, size)
        return
    yield from _one(rules, schema, value, context)


def _batch(rules: Plan, schema: CompiledSchema, value: dict[str, object], context: Context, size: int) -> Iterator[Worded]:
    run = Run(context.api_version, context.betas)
    schema.root.build(value, (), (), (), run)
    places = Places(schema, value, {})
    own = [one for one in run.violations if "params" not in one.pointer[:3] or len(one.pointer) <= 3]
    yield from _claimed(rules, own, places, context)
    items = value.get("requests")
    batch = Batch(value, items if isinstance(items, list) else [], context, size)
    yield from _ask(rules.for_batch(), batch, places, context)
    inner = compiled(MESSAGES, context.platform)
    for index, item in enumerate(batch.items):
        params = item.get("params") if isinstance(item, dict) else None
        if isinstance(params, dict):
            within = dataclasses.replace(with_model(context, params.get("model")), batch_item=True)
            yield from _one(rules, inner, params, within, ("requests", index, "params"))


def _one(rules: Plan, schema: CompiledSchema, value: object, context: Context, prefix: Keys = ()) -> Iterator[Worded]:
    run = Run(context.api_version, context.betas)
    view = schema.root.build(value, (), (), (), run)
    places = Places(schema, value, run.places, prefix)
    yield from _claimed(rules, run.violations, places, context)
    if isinstance(value, dict) and hasattr(view, "messages"):
        view.messages = [message for message in view.messages or [] if isinstance(message, Message)]
        talk = Conversation(view, context)  # type: ignore[arg-type]  # the root's Struct has messages
        yield from _ask(rules.for_features(rules.features(talk)), talk, places, context, broken=bool(run.violations))


def _claimed(rules: Plan, violations: list[Violation], places: Places, context: Context) -> Iterator[Worded]:
    for violation in violations:
        violation.context = context
        for rule in rules.claimants(violation):
            hits = list(rule.hits(violation))
            if hits:
                yield from (word(rule, hit, places, context) for hit in hits)
                break


def _ask(
    rules: list[Rule], subject: object, places: Places, context: Context, *, bare: bool = False, broken: bool = False
) -> Iterator[Worded]:
    for rule in rules:
        if bare and rule.phase == "transport":
            continue
        try:
            hits: list[Hit] = list(rule.hits(subject))
        except (AttributeError, TypeError):
            if not broken:
                raise
            continue  # the rule met a member that the schema's violations already report
        yield from (word(rule, hit, places, context) for hit in hits)


def _finish(worded: list[Worded], subject: Subject, value: object, context: Context, rest: bool) -> Checked:
    body = subject.call.body
    findings = with_lines(worded, body, parsed=subject.parsed)
    for index, finding in enumerate(findings):
        if finding.severity == "error" and finding.api_error.when == "request":
            findings[index] = dataclasses.replace(finding, first=True)
            break
    else:
        if findings and findings[0].severity == "error":
            findings[0] = dataclasses.replace(findings[0], first=True)
    return Checked(findings, context, body, value, {i: one.label for i, one in enumerate(worded)}, rest)

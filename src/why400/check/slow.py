"""The check in full: asks every rule about one request and puts the findings in the API's order of reporting."""

import dataclasses
from collections.abc import Iterator

from msgspec.structs import replace

from why400.check.engine import Checked, only_size
from why400.check.lines import with_lines
from why400.check.nodes import Keys, Run, Unsound
from why400.check.options import Options, Subject, with_model
from why400.check.places import Places
from why400.check.plan import Plan, plan
from why400.check.routes import MESSAGES, body_endpoint, legacy_prompt, own_format, platform_context
from why400.check.schema import CompiledSchema, compiled
from why400.check.syntax import read_json
from why400.check.words import Worded, word
from why400.contract.schema import ENDPOINTS
from why400.contract.views.blocks import Message
from why400.rules import Batch, Context, Conversation, Hit, Rule, Violation


def slow_check(subject: Subject, options: Options) -> Checked:
    """The check in full: what decides, and what words the findings."""
    rules = plan()
    call = subject.call
    context = call.context
    worded: list[Worded] = []
    nowhere = Places(None, None, {})
    worded.extend(_ask(rules.for_call(size_only=only_size(context, options)), call, nowhere, context, bare=context.bare))
    endpoint = body_endpoint(context)
    if endpoint not in ENDPOINTS and (not call.body or call.served != "anthropic"):
        endpoint = None  # bodies beyond the Messages API may be left out, and other hosts have such paths of their own
    value, rest, is_json = subject.value, False, True
    if endpoint is not None and not subject.parsed:
        faults, value, rest = read_json(call.body)
        is_json = not faults
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
    return replace(_finish(worded, subject, value, context), unchecked_rest=rest, is_json=is_json)


def _body(rules: Plan, schema: CompiledSchema, value: object, context: Context, size: int) -> Iterator[Worded]:
    if context.endpoint.endswith("/messages/batches") and isinstance(value, dict):
        yield from _batch(rules, schema, value, context, size)
        return
    yield from _one(rules, schema, value, context)


def _batch(rules: Plan, schema: CompiledSchema, value: dict[str, object], context: Context, size: int) -> Iterator[Worded]:
    run = Run(context.api_version, context.betas)
    schema.root.build(value, (), None, None, run)
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
            within = replace(with_model(context, params.get("model")), batch_item=True)
            yield from _one(rules, inner, params, within, ("requests", index, "params"))


def _one(rules: Plan, schema: CompiledSchema, value: object, context: Context, prefix: Keys = ()) -> Iterator[Worded]:
    run = Run(context.api_version, context.betas)
    view = schema.root.build(value, (), None, None, run)
    places = Places(schema, value, run.places, prefix)
    schema.doubt(run.violations)
    yield from _claimed(rules, run.violations, places, context)
    if isinstance(value, dict) and not isinstance(view, Unsound) and hasattr(view, "messages"):
        view.messages = [message for message in view.messages or [] if isinstance(message, Message)]
        talk = Conversation(view, context)  # type: ignore[arg-type]  # the root's Struct has messages
        yield from _ask(rules.for_features(rules.features(talk)), talk, places, context, broken=bool(run.violations) or schema.refreshed)


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


def _finish(worded: list[Worded], subject: Subject, value: object, context: Context) -> Checked:
    body = subject.call.body
    findings = with_lines(worded, body, parsed=subject.parsed)
    for index, finding in enumerate(findings):
        if finding.severity == "error" and finding.api_error.when == "request":
            findings[index] = dataclasses.replace(finding, first=True)
            break
    else:
        if findings and findings[0].severity == "error":
            findings[0] = dataclasses.replace(findings[0], first=True)
    return Checked(findings, context, body, value, {i: one.label for i, one in enumerate(worded)})

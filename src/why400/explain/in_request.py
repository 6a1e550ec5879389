"""Looks for an error in the request that it answers: the fault with that very sentence, or else the place that its path names."""

import dataclasses

import orjson

from why400.check.engine import run_check
from why400.check.options import Options, make_subject
from why400.check.places import pointer_of
from why400.check.routes import MESSAGES, body_endpoint
from why400.check.schema import compiled
from why400.formats.json_text.positions import LineIndex, locate
from why400.model import Diagnosis, Finding, Fix
from why400.rules.catalogue import catalogue


def placed(diagnosis: Diagnosis, request: object) -> Diagnosis:
    """The diagnosis with the place in the request; as it was where the path does not lead there. Raises UsageError as `check` does.

    One sentence may answer several faults (an unknown member; one that a beta would open): the fault that the request has decides.
    """
    if diagnosis.path is None:
        return diagnosis
    subject = make_subject(request, Options())
    saying = [one for one in run_check(subject, Options()).findings if one.api_error.message == diagnosis.message]
    if saying and diagnosis.match == "exact" and diagnosis.rule not in [one.rule for one in saying]:
        return _seen(diagnosis, saying[0])
    body = subject.call.body
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return diagnosis
    endpoint = body_endpoint(subject.call.context) or MESSAGES
    keys = compiled(endpoint).locate(diagnosis.path, value)
    if keys is None:
        return diagnosis
    pointer = pointer_of(keys)
    if subject.parsed:
        return dataclasses.replace(diagnosis, pointer=pointer)
    span = locate(body, [pointer])[pointer]
    lines = LineIndex(body)
    line, column = lines.line_column(span.start)
    end_line, end_column = lines.line_column(span.end)
    return dataclasses.replace(diagnosis, pointer=pointer, line=line, column=column, end_line=end_line, end_column=end_column)


def _seen(diagnosis: Diagnosis, fault: Finding) -> Diagnosis:
    """The diagnosis as that of the fault which the request was found to have."""
    return dataclasses.replace(
        diagnosis,
        rule=fault.rule,
        family=catalogue()[fault.rule].family,
        cause=fault.cause,
        fix=Fix(fault.fix.title, fault.fix.safe) if fault.fix is not None else None,
        docs=fault.docs,
        pointer=fault.pointer,
        line=fault.line,
        column=fault.column,
        end_line=fault.end_line,
        end_column=fault.end_column,
    )

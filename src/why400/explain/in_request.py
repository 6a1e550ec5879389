"""Points from an error's path into the request that it answers."""

import dataclasses

import orjson

from why400.check.options import Options, make_subject
from why400.check.places import pointer_of
from why400.check.routes import MESSAGES, body_endpoint
from why400.check.schema import compiled
from why400.formats.json_text.positions import LineIndex, locate
from why400.model import Diagnosis


def placed(diagnosis: Diagnosis, request: object) -> Diagnosis:
    """The diagnosis with the place in the request; as it was where the path does not lead there. Raises UsageError as `check` does."""
    if diagnosis.path is None:
        return diagnosis
    subject = make_subject(request, Options())
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

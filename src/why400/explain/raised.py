"""Exceptions that a library raised by itself, as its stack trace shows: no answer of the API, whatever its words sound like."""

import re

# The innermost frame of a Python traceback, with its lines of code, right before the exception.
_PYTHON_FRAME = re.compile(r'File "[^"\n]*(?:site|dist)-packages[/\\][^"\n]+", line \d+, in [^\n]*\n(?:[ \t]+(?!File )[^\n]*\n){0,12}\Z')
# The outermost line of JavaScript's: the first frame under the exception.
_JAVASCRIPT_FRAME = re.compile(r"(?:[^\n]*\n){0,6}?[ \t]+at [^\n]*node_modules[/\\]")
_EXCEPTION = re.compile(r"[ \t]*(?:Uncaught )?(?:[A-Za-z_]\w*\.)*([A-Z]\w*)(?: \[\w+\])?: (?=\S)")
# Exceptions of clients that stand for an answer, and what they begin with where they quote one.
_FOR_AN_ANSWER = re.compile(
    r"(?:\w*(?:BadRequest|Authentication|PermissionDenied|NotFound|Conflict|UnprocessableEntity|RateLimit|InternalServer|Overloaded"
    r"|ServiceUnavailable|Timeout|ContextWindow|ContentPolicy|APIStatus|APICall|APIConnection|API|HTTP|Http|HTTPStatus|Client|Response|Provider|Status)"
    r"(?:Error|Exception)\w*)"
)
_QUOTES_ONE = re.compile(r"(?:Error code|An error occurred|[45]\d\d\b|\{|b?['\"]\{|<)")
_BACK = 1_600
"""Characters before an exception in which the frame that raised it stands."""


def raised_by_library(text: str, line: int) -> int | None:
    """Where the message begins of an exception on the line that begins at that offset, if a library raised it; None if not, or not sure."""
    exception = _EXCEPTION.match(text, line)
    if exception is None or _FOR_AN_ANSWER.fullmatch(exception[1]) or _QUOTES_ONE.match(text, exception.end()):
        return None
    if _PYTHON_FRAME.search(text[max(0, line - _BACK) : line]):
        return exception.end()
    frame = _JAVASCRIPT_FRAME.match(text, exception.end())
    return exception.end() if frame is not None and text.count("\n    at ", exception.end(), frame.end()) <= 1 else None

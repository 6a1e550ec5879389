"""HTTP status codes, error types and request ids as they stand around a message.

One table of types and one of what may stand before a status; nothing here reads a message.
"""

import re

# Error types of the API with the one status that each comes with (official SDK 2.12.0, `_error_classes.py` and
# `types/shared/*_object.py`). `invalid_request_error` is not here: it comes with 400 and with 413.
STATUS_OF_TYPE = {
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "conflict_error": 409,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
API_TYPES = frozenset(STATUS_OF_TYPE) | {
    "invalid_request_error",
    "memory_precondition_failed_error",
    "memory_path_conflict_error",
    "forbidden",
    "not_found",
}
# Exceptions of AWS with the status of the Bedrock runtime (botocore service model).
STATUS_OF_EXCEPTION = {
    "ValidationException": 400,
    "AccessDeniedException": 403,
    "ResourceNotFoundException": 404,
    "ModelTimeoutException": 408,
    "ModelErrorException": 424,
    "ThrottlingException": 429,
    "ModelNotReadyException": 429,
    "InternalServerException": 500,
    "ServiceUnavailableException": 503,
}
# gRPC codes that Google Cloud prints as `status`, with their HTTP status (google/rpc/code.proto).
STATUS_OF_GRPC = {
    "INVALID_ARGUMENT": 400,
    "FAILED_PRECONDITION": 400,
    "OUT_OF_RANGE": 400,
    "UNAUTHENTICATED": 401,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "RESOURCE_EXHAUSTED": 429,
    "INTERNAL": 500,
    "UNAVAILABLE": 503,
    "DEADLINE_EXCEEDED": 504,
}

# Exception classes of the official SDKs (`_exceptions.py` and its sisters), with the status each stands for.
_STATUS_OF_CLASS = {
    "BadRequest": 400,
    "Authentication": 401,
    "Unauthorized": 401,
    "PaymentRequired": 402,
    "PermissionDenied": 403,
    "NotFound": 404,
    "Conflict": 409,
    "RequestTooLarge": 413,
    "ContentTooLarge": 413,
    "UnprocessableEntity": 422,
    "RateLimit": 429,
    "InternalServer": 500,
    "ServiceUnavailable": 503,
    "GatewayTimeout": 504,
    "Overloaded": 529,
}
_CLASS = re.compile(r"\b(?:\w{0,40}[a-z:.])?(" + "|".join(_STATUS_OF_CLASS) + r")(?:Error|Exception)\b")
_AWS_CLASS = re.compile(r"\b(" + "|".join(STATUS_OF_EXCEPTION) + r"|validationException|throttlingException)\b")
# The statuses that the API, its platforms and what stands before them answer with: other numbers are times and sizes.
_NUMBER = re.compile(r"40[0-9]|41[0-9]|42[0-9]|431|451|499|50[0-9]|52[0-9]|530")
_BEFORE = re.compile(
    r"(?:HTTP(?:/[\d.]+)?|[Ss]tatus\w*|STATUS|[Cc]ode|[Ee]rr(?:or)?|ERROR|[Rr]ejected|[Ff]ailed"
    r"|[Rr]eturn(?:ed|s)?|[Rr]espon[ds]\w*|[Gg]ot|[Rr]eceived|hard)"
    r"""(?:\s(?:an?|the|with))?[\s"'`\\:=(\[<]{0,8}$"""
    r"""|(?:→|->|=>|[|>(\[+⎿●•*-])\s*\\*["'`*]{0,4}$|(?:^|\n)[ \t"'`>*#•⎿●|]*$|[:,]\s{0,3}["']?$"""
)
_AFTER = re.compile(
    r"""["'`*)\]]{0,3}\s*(?:[-–—:,.]\s*)?(?:\\*["'`{<(“\[]|Bad Request|Unauthorized|Payment Required"""
    r"""|Forbidden|Not Found|Method Not|Request Timeout"""
    r"""|Conflict|(?:Payload|Content|Request Entity) Too|Unprocessable|Too Many|Internal Server|Bad Gateway|Service Unav|Gateway Time"""
    r"""|(?:invalid_request|rate_limit|overloaded|authentication|permission|not_found|api)_error|[Ee]rror|status code|→"""
    r"""|错误|錯誤|エラー|오류|[Оо]шибк)"""
)
# A name of something that is counted or timed.
_MEASURE = re.compile(
    r"(?:tokens?|ms|seconds|size|length|count|bytes|port|line|column|attempts?|limit|elapsed|took|latency|duration|total)"
    r"\\*[\"']?\s*[:=]\s*[\"']?$"
)
_ANTHROPIC_ID = re.compile(r"(?:worker)?req_[A-Za-z0-9_]{3,}(?:\.\.\.|…)?")
_NAMED_ID = re.compile(
    r"(?<![cC]lient )[rR]equest(?:[-_ ]?[iI][dD])\b[\"'\\]{0,9}[ \t]*[:=]?[ \t]*[\"'\\]{0,9}(?!undefined\b)([\w.:-]{8,80})(?<!:)"
)


def status_before(text: str, start: int, end: int) -> int | None:
    """The last HTTP error status between the two offsets, or None."""
    last = None
    for found in _NUMBER.finditer(text, start, end):
        if _is_status(text, found, start):
            last = int(found[0])
    return last


def status_after(text: str, start: int, end: int) -> int | None:
    """The first HTTP error status between the two offsets, or None."""
    for found in _NUMBER.finditer(text, start, end):
        if _is_status(text, found, start):
            return int(found[0])
    return None


def status_of_class(text: str, start: int, end: int) -> int | None:
    """The status that the last exception class named between the two offsets stands for, or None."""
    last = None
    if text.find("Error", start, end) < 0 and text.find("xception", start, end) < 0:
        return None
    for found in _CLASS.finditer(text, start, end):
        last = _STATUS_OF_CLASS[found[1]]
    if last is None and (aws := _AWS_CLASS.search(text, start, end)) is not None:
        last = implied_status(aws[1])
    return last


def _is_status(text: str, found: re.Match[str], start: int) -> bool:
    at = found.start()
    if at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_.,"):
        return False
    after = text[found.end() : found.end() + 2]
    glued = after[:1].isupper() and after[1:].islower() and text.endswith("status code ", 0, at)
    if after and not glued and (after[0].isalnum() or after[0] in "_%" or (after[0] in ".,:" and after[1:].isdigit())):
        return False
    if _MEASURE.search(text[max(start, at - 32) : at]) is not None:
        return False
    if _AFTER.match(text, found.end()) is not None:
        return True
    return _BEFORE.search(text[max(start, found.start() - 24) : found.start()]) is not None


def request_id(text: str, start: int, end: int) -> str | None:
    """The first request id between the two offsets, or None."""
    at = text.find("req_", start, end)
    if at >= 0:
        found = _ANTHROPIC_ID.match(text, at, end)
        if found is not None:
            return found[0]
    found = _NAMED_ID.search(text, start, end) if "equest" in text[start:end] else None
    return None if found is None else found[1]


def implied_status(error_type: str | None) -> int | None:
    """The status that the error's type alone implies, or None where it does not decide."""
    if error_type is None:
        return None
    capital = error_type[:1].upper() + error_type[1:]
    return STATUS_OF_TYPE.get(error_type) or STATUS_OF_EXCEPTION.get(capital) or STATUS_OF_GRPC.get(error_type)

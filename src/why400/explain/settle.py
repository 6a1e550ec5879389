"""Which of the errors found in one region stand: a wrapper around another error is none, and one record has one."""

import itertools
import re
from dataclasses import dataclass

from why400.explain.raw_error import RawError
from why400.explain.sentence import VERBS
from why400.explain.status_line import API_TYPES

_CLOSE = 700  # characters within which a wrapper and what it wraps stand

_BODY_WITHIN = 4_000  # of headers, which stand between the message that an SDK prints and the body that it came from


@dataclass(slots=True)
class Draft:
    """An error as found, before its neighbours have been looked at."""

    start: int
    end: int
    error: RawError
    kind: str
    """held (in a structure), weak (held under a key that seldom holds a message), wrapped, bare, page or paste."""


# What is left of a wrapper where its content was found elsewhere.
_SHELL = re.compile(
    r"""(?:Provider returned (?:error|\d+)|[45]\d\d [\w ]+?|[\w.]*(?:Exception|Error)(?: [\w.]+(?:Exception|Error))*"""
    r"""|Error code: \d+"""
    r"""|\(?\d*\)? ?The requested URL returned error: [45]\d\d.*|(?:Client|Server) error '[45]\d\d[^']*' for url '[^']*'.*"""
    r"""|Sorry, your request failed\..*|Response(?: body)?|(?:Bad )?Request\.?"""
    r"""|[\w ]{0,40}\b(?:body|message|details|ends in))?[\s,]*(?:body)?[-:]?\s*\{?"""
)


# What clients say first of a connection that failed, and below which they print the cause: the more general, the lower.
_GENERAL = {"Connection error.": 0, "Unable to connect to Anthropic services": 0, "fetch failed": 1}
_SPECIFIC = 2
_CAUSE_WITHIN = 15  # lines of a stack trace between the two
_SYMBOL = re.compile(r"[A-Z][A-Z\d_]{4,}")
_BODY_BEGINS = re.compile(r"""[{\[]\s*\\*["'](?:type|error|message|code|status)\\*["']""")


def settled(drafts: list[Draft]) -> list[RawError]:
    """The errors that stand, in order."""
    drafts.sort(key=lambda draft: draft.start)
    explained = {first.error.message for first, second in itertools.pairwise(drafts) if _is_cause_of(second, first)}
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.error.message in explained and draft.error.origin == "client":
            continue
        if following is not None and _wraps(draft, following):
            continue
        if kept and _repeats(kept[-1], draft):
            continue
        if kept and _is_body_of(draft, kept[-1]):
            kept.pop()
        kept.append(draft)
    return [draft.error for draft in kept]


def _is_cause_of(draft: Draft, before: Draft) -> bool:
    """Whether a client's error is the cause that stands below a more general one."""
    if draft.error.origin != "client" or draft.error.first_line - before.error.last_line > _CAUSE_WITHIN:
        return False
    return _GENERAL.get(before.error.message, _SPECIFIC) < _GENERAL.get(draft.error.message, _SPECIFIC) and not _SYMBOL.fullmatch(
        draft.error.message
    )


def _wraps(draft: Draft, following: Draft) -> bool:
    if following.start - draft.end > _CLOSE:
        return False
    message = draft.error.message
    if _SHELL.fullmatch(message) or message.endswith((" -", ":")):
        return True
    if draft.kind in ("wrapped", "bare") and following.kind == "held" and (len(message.split()) < 3 or VERBS.search(message) is None):
        return True
    return draft.kind != "page" and _is_fragment(message)


def _is_fragment(message: str) -> bool:
    """Whether the message is or holds the beginning of a body, whose message was found on its own."""
    return _BODY_BEGINS.search(message[:300]) is not None


def _repeats(before: Draft, draft: Draft) -> bool:
    first, second = before.error, draft.error
    near = draft.start - before.end < _CLOSE
    if not near:
        return False
    same_record = first.last_line == second.first_line
    if same_record and (first.message == second.message or first.message.startswith(second.message)):
        return True
    if same_record and _SHELL.fullmatch(second.message):
        return True
    if draft.kind == "weak" and before.kind in ("weak", "held") and same_record:
        return True
    if first.origin == second.origin == "client" and _SYMBOL.fullmatch(second.message):
        return True  # the code of the error before it: `code: 'UND_ERR_CONNECT_TIMEOUT'`
    explains_it = first.origin == second.origin == "client" and draft.kind == "bare"
    return explains_it and second.first_line - first.last_line in (1, 2, 3) and _is_aside(second.message)


def _is_body_of(draft: Draft, before: Draft) -> bool:
    """Whether an SDK's printed error, which names no type of the API, goes on with the answer's body: the body tells more."""
    first, second = before.error, draft.error
    if first.message != second.message or before.kind != "held" or draft.kind != "held" or draft.start - before.end > _BODY_WITHIN:
        return False
    return second.type in API_TYPES and first.type not in API_TYPES


def _is_aside(message: str) -> bool:
    return ". " in message or len(message) > 120

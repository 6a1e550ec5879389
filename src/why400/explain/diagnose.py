"""From raw errors to diagnoses: the rule, whose side it is on, whether a retry can help, cause and mend; equal errors counted."""

import dataclasses
import re
from collections.abc import Iterable

from why400.explain.client_error import is_connection_text
from why400.explain.cut_sentence import rule_of_beginning
from why400.explain.families import FAMILIES, family_of, side_of, word_retry
from why400.explain.find import find_errors
from why400.explain.origin import CLOUDS
from why400.explain.peel import without_lead
from why400.explain.raw_error import RawError
from why400.explain.recognise import ANNOUNCED, Recognised, is_client_sentence, nearest, owner_of, recognise, recogniser
from why400.explain.stream import in_stream
from why400.explain.vouched import is_vouched
from why400.model import Diagnosis, Fix
from why400.rules.wording import DOCS, sentence

_PASSING = frozenset({429, 502, 503, 504, 520, 521, 522, 523, 524, 529})
"""Statuses that pass, whatever is said with them, or if nothing is."""
_PATH = re.compile(r"([a-z_]+(?:\.[A-Za-z0-9_$-]+)*): ")


def explain(text: str | bytes, *, request: object = None) -> list[Diagnosis]:
    """What the errors in the text mean, in the order in which they first stand there; empty where there is none.

    `text`: error bodies, logs, tracebacks, anything that was pasted. `request` (as for `check`): the request that failed; its answer's
    place is then looked up in it.
    """
    known = recogniser()
    errors = find_errors(
        text,
        recognises=lambda message: recognise(message) is not None,
        sounds_known=known.may_know,
        known_length=known.known_length,
        is_client_sentence=is_client_sentence,
    )
    found = in_stream(text, _worth_saying(diagnose(errors)))
    if request is not None:
        from why400.explain.in_request import placed  # only here is a request read

        found = [placed(one, request) for one in found]
    return found


def _worth_saying(found: list[Diagnosis]) -> list[Diagnosis]:
    """Without sentences of which nothing is known, not even a status, where the text has errors that are known."""
    if not any(one.match == "exact" for one in found):
        return found
    return [one for one in found if one.match != "none" or one.origin not in ("api", "unknown") or one.status or one.type or one.request_id]


def diagnose(errors: Iterable[RawError]) -> list[Diagnosis]:
    """One diagnosis for all equal errors."""
    grouped: dict[tuple[object, ...], list[RawError]] = {}
    for error in errors:
        grouped.setdefault((error.status, error.type, _alike(error.message), error.platform, error.origin), []).append(error)
    told: dict[tuple[object, ...], Diagnosis] = {}
    for one in map(_diagnosis, grouped.values()):
        # A rule fills in what a printing leaves out, so what was printed in two ways may turn out to be one error.
        key = (one.status, one.type, _alike(one.message), one.platform, one.origin, one.rule)
        told[key] = _joined(told[key], one) if key in told else one
    return _without_echoes(list(told.values()))


def _without_echoes(found: list[Diagnosis]) -> list[Diagnosis]:
    """Without those that repeat an error and tell less: the same words with no platform beside them."""
    kept: list[Diagnosis] = []
    echoes: dict[tuple[object, ...], Diagnosis] = {}
    named = {_words_of(one) for one in found if one.platform is not None and one.rule is not None}
    for one in found:
        if one.platform is None and _words_of(one) in named:
            echoes[_words_of(one)] = one
        else:
            kept.append(one)
    return [_joined(one, echoes.pop(_words_of(one))) if _words_of(one) in echoes else one for one in kept]


def _words_of(one: Diagnosis) -> tuple[object, ...]:
    return one.rule, one.status, _alike(one.message)


def _alike(message: str) -> str:
    """The message without what its printings differ in."""
    return message.replace("`", "").removesuffix(".")


def _joined(first: Diagnosis, again: Diagnosis) -> Diagnosis:
    return dataclasses.replace(
        first,
        request_id=first.request_id or again.request_id,
        count=first.count + again.count,
        first_line=min(first.first_line, again.first_line),
        last_line=max(first.last_line, again.last_line),
    )


def _diagnosis(same: list[RawError]) -> Diagnosis:
    error = same[0]
    known = recognise(error.message, error.platform, error.type) or _beginning(error)
    if not is_vouched(error, known):
        error = dataclasses.replace(error, origin="unknown" if error.origin in ("api", "platform") else error.origin)
        known = None
    path = known.values.get("path") if known else None
    if (
        path is None
        and (known is not None or error.origin in ("api", "platform"))
        and (led := _PATH.match(without_lead(error.message))) is not None
    ):
        path = led[1]
    entry = known.entry if known is not None else owner_of(error.code)
    if entry is None:
        return _unknown(error, path, same)
    values: dict[str, object] = {**(known.values if known is not None else {}), "path": path}
    if entry.slug == "field-unknown" and path is not None:
        from why400.explain.unknown_member import added_words  # only here is the contract read

        values |= added_words(path, error.platform)
    origin = error.origin if entry.origin == "api" else entry.origin
    if entry.origin == "api" and origin in ("client", "unknown"):
        origin = "platform" if error.platform in CLOUDS else "api"
    side, retry = entry.side, entry.retry
    not_theirs = entry.origin in ("gateway", "lookalike") or entry.slug == "status-without-body"
    if not_theirs and retry == "never" and side != "account" and error.status in _PASSING:
        side, retry = side_of(error.type, error.status, "api")
    return Diagnosis(
        status=error.status or (known and known.says.status) or entry.status,
        type=error.type or (known and known.says.error) or entry.error,
        message=error.message.removeprefix(ANNOUNCED) if entry.origin == "client" else error.message,
        request_id=next((one.request_id for one in same if one.request_id), None),
        platform=_platform(error, origin),
        origin=origin,  # type: ignore[arg-type]  # the contract test holds rules to these words
        rule=entry.slug,
        family=entry.family,
        match="exact",
        certain="certain",
        path=path,
        side=side,  # type: ignore[arg-type]  # likewise
        retry=word_retry(retry, error.message),
        cause=sentence(entry.cause, values),
        fix=Fix(sentence(entry.mend, values)) if entry.mend else None,
        docs=f"{DOCS}{entry.slug}",
        count=len(same),
        first_line=same[0].first_line,
        last_line=same[-1].last_line,
    )


def _platform(error: RawError, origin: str) -> str | None:
    """The platform around an error; an imitation's answer comes from none of those that serve the API, whatever stands around it."""
    return None if origin == "lookalike" and (error.platform in CLOUDS or error.platform == "anthropic") else error.platform


def _beginning(error: RawError) -> Recognised | None:
    """The rule whose sentence the message is the beginning of, or None."""
    if error.origin not in ("api", "platform"):
        return None
    cut = rule_of_beginning(without_lead(error.message))
    return None if cut is None else Recognised(*cut, {})


def _unknown(error: RawError, path: str | None, same: list[RawError]) -> Diagnosis:
    family = family_of(path, error.type, error.status) if error.origin in ("api", "platform") else None
    side, retry = side_of(error.type, error.status, error.origin)
    if error.origin == "client" and is_connection_text(error.message):
        side, retry = "network", "backoff"
    return Diagnosis(
        status=error.status,
        type=error.type,
        message=error.message,
        request_id=next((one.request_id for one in same if one.request_id), None),
        platform=_platform(error, error.origin),
        origin=error.origin,  # type: ignore[arg-type]  # find_errors gives only these words
        rule=None,
        family=family,
        match="family" if family else "none",
        certain="likely" if family else "unknown",
        path=path,
        side=side,
        retry=word_retry(retry, error.message),
        cause=_unknown_cause(error, family, path),
        fix=None,
        docs=None,
        count=len(same),
        first_line=same[0].first_line,
        last_line=same[-1].last_line,
    )


def _unknown_cause(error: RawError, family: str | None, path: str | None) -> str:
    if error.origin == "client":
        return "this text is not known yet; the documentation or the source of the client says what it means"
    if error.origin == "gateway":
        return "this text is not known yet; it comes from a gateway or CDN in front of the API"
    if error.origin == "lookalike":
        return "this text is not known yet; the documentation of that backend says what it means"
    near = nearest(error.message, family)
    close = f"; nearest known: {near.slug}" if near is not None else ""
    if error.code is not None and error.origin == "api" and not error.code.isdigit():
        return f"this sentence is not known yet; the API's own code for it is {error.code}{close}"
    if family is None:
        return f"this text is not known yet{close}"
    told = f"path {path}" if path else f"type {error.type}" if error.type else f"status {error.status}"
    return f"this sentence is not known yet; it belongs to {FAMILIES.get(family, family)} ({told}){close}"

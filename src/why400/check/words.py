"""From a hit to a Finding: the API's sentence for that day and platform, cause, mend, place, rank."""

from dataclasses import dataclass

from why400.check.edits import public_edits
from why400.check.places import Places
from why400.check.trail import Keys
from why400.check.voice import voice_of
from why400.model import ApiError, Finding, Fix, Related
from why400.rules import ApiPath, Context, Hit, JsonFault, Rule, Violation


@dataclass(slots=True)
class Worded:
    """A finding on its way: with its rank and what is needed to place it in the source."""

    finding: Finding
    rank: bytes
    """Sorts by phase, then by place (schema), or by rule and place (the others)."""
    keys: Keys | None
    also_keys: tuple[Keys | None, ...] = ()
    """Of the finding's `also`, in their order."""
    span: tuple[int, int] | None = None
    label: str = ""


def word(rule: Rule, hit: Hit, places: Places, context: Context) -> Worded:
    """The finding that the hit makes."""
    voice = voice_of(rule, hit.words_as)
    place = hit.place
    violation = place if isinstance(place, Violation) else None
    fault = place if isinstance(place, JsonFault) else None
    where, name, path, span = "body", None, None, None
    keys: Keys | None
    order: tuple[object, ...] = ()
    if violation is not None:
        keys, path, order = violation.pointer, places.path(hit), violation.order
    elif fault is not None:
        keys, span, order = None, (fault.start, fault.end), (fault.start,)
    else:
        spot = places.spot(place)
        where, name, keys, path = spot.where, spot.name, spot.keys, places.path(hit)
        if keys is not None:
            order = places.order(keys)
    values: dict[str, object] = {"path": "the body" if path == "" else path}
    for slot, value in hit.slots.items():
        values[slot] = places.resolve(value) if isinstance(value, ApiPath) else value
    answer = voice.answer(context, path or "", hit.when)
    wording = answer.template if path != "" else None  # no answer has been seen to a body that is no object at all
    message = wording.fill(values) if wording is not None else None
    evidence, severity = answer.evidence, hit.severity or rule.severity
    if fault is not None:
        message = fault.sentence
        evidence = "derived" if fault.derived else evidence
    elif violation is not None and not violation.certain:
        severity, evidence = "warning", "inferred" if violation.inferred else evidence
    edits = public_edits(rule.edits(hit), places) if rule.mending is not None else ()
    safe = rule.safe and bool(edits) and not (fault is not None and not fault.certain)
    cause = voice.cause(values)
    also_keys = tuple([places.keys(also.place) for also in hit.also]) if hit.also else ()
    return Worded(
        finding=Finding(
            rule=rule.slug,
            severity="warning" if severity == "warning" else "error",
            first=False,
            evidence=evidence,  # type: ignore[arg-type]  # the contract test holds rules to these words
            where=where,  # type: ignore[arg-type]  # likewise
            name=name,
            path=path,
            pointer=None if keys is None else places.pointer(keys),
            line=None,
            column=None,
            end_line=None,
            end_column=None,
            api_error=ApiError(answer.status, answer.error, message, "batch-item" if context.batch_item else "request"),
            cause=cause,
            fix=Fix(voice.mend(values), safe, edits) if rule.mend else None,
            docs=voice.docs,
            also=tuple(
                [Related("" if found is None else places.pointer(found), also.label) for found, also in zip(also_keys, hit.also, strict=True)]
            ) if also_keys else (),
        ),
        rank=_rank(voice.phase, rule.order, order, schema=rule.phase == "schema"),
        keys=places.from_root(keys),
        also_keys=tuple([places.from_root(found) for found in also_keys]) if also_keys else (),
        span=span,
        label=hit.label or cause,
    )  # fmt: skip


_SMALL = tuple(b"\1" + (number + (1 << 31)).to_bytes(8, "big") for number in range(256))


def _rank(phase: bytes, number: int, order: tuple[object, ...], *, schema: bool) -> bytes:
    """The rank as bytes that sort like it: numbers before names, and what ends before what goes on."""
    place = b"".join([_sortable(one) for one in order])
    own = _sortable(number)
    return b"".join((phase, place, b"\0", own) if schema else (phase, own, place))


def _sortable(part: object) -> bytes:
    if not isinstance(part, int):
        return b"\2" + str(part).encode("utf-8", "surrogatepass") + b"\0"
    return _SMALL[part] if 0 <= part < 256 else b"\1" + (part + (1 << 31)).to_bytes(8, "big")

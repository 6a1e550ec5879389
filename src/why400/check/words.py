"""From a hit to a Finding: the API's sentence for that day and platform, cause, mend, place, rank."""

from dataclasses import dataclass, field

from why400.check.edits import public_edits
from why400.check.nodes import Keys
from why400.check.places import Places, pointer_of
from why400.model import ApiError, Finding, Fix, Related
from why400.rules import Context, Hit, JsonFault, Rule, Violation
from why400.rules.catalogue import load
from why400.rules.rule import PHASES
from why400.rules.says import choose
from why400.rules.wording import DOCS, sentence, without_slots


@dataclass(slots=True)
class Worded:
    """A finding on its way: with its rank, its edits and what is needed to place it in the source."""

    finding: Finding
    rank: tuple[object, ...]
    keys: Keys | None
    also_keys: tuple[Keys | None, ...] = ()
    span: tuple[int, int] | None = None
    label: str = ""
    hit: Hit | None = field(default=None, repr=False)


def word(rule: Rule, hit: Hit, places: Places, context: Context) -> Worded:
    """The finding that the hit makes."""
    spot = places.spot(hit.place)
    keys, path, span = spot.keys, places.path(hit), None
    if isinstance(hit.place, JsonFault):
        keys, path, span = None, None, (hit.place.start, hit.place.end)
    values: dict[str, object] = {"path": path}
    values.update((name, places.resolve(value)) for name, value in hit.slots.items())
    says = rule.says if hit.words_as is None else load(hit.words_as).says
    chosen = choose(says, platform=context.platform, on=context.on, path=path or "", when=hit.when)
    message, evidence = None, rule.evidence
    status, error = rule.status, rule.error
    if chosen is not None:
        wording, early = chosen
        message = wording.fill(values)
        status, error = wording.status or status, wording.error or error
        if early and evidence == "observed":
            evidence = "derived"
    if isinstance(hit.place, JsonFault):
        message = hit.place.sentence
        evidence = "derived" if hit.place.derived else evidence
    severity = hit.severity or rule.severity
    if isinstance(hit.place, Violation) and not hit.place.certain:
        severity = "warning"
    edits = public_edits(rule.edits(hit), places) if rule.mending is not None else ()
    safe = rule.safe and bool(edits) and not (isinstance(hit.place, JsonFault) and not hit.place.certain)
    cause = sentence(rule.cause, values, without_slots(rule.cause))
    order: tuple[object, ...] = ()
    if isinstance(hit.place, Violation):
        order = hit.place.order
    elif isinstance(hit.place, JsonFault):
        order = (hit.place.start,)
    elif keys is not None:
        order = places.order(keys)
    position = (order, rule.order) if rule.phase == "schema" else (rule.order, order)
    return Worded(
        finding=Finding(
            rule=rule.slug,
            severity="warning" if severity == "warning" else "error",
            first=False,
            evidence=evidence,  # type: ignore[arg-type]  # the contract test holds rules to these words
            where=spot.where,  # type: ignore[arg-type]  # likewise
            name=spot.name,
            path=path,
            pointer=None if keys is None else pointer_of((*places.prefix, *keys)),
            line=None,
            column=None,
            end_line=None,
            end_column=None,
            api_error=ApiError(status, error, message, "batch-item" if context.batch_item else "request"),
            cause=cause,
            fix=Fix(sentence(rule.mend, values, without_slots(rule.mend)), safe, edits) if rule.mend else None,
            docs=f"{DOCS}{rule.slug}",
            also=tuple(
                Related(
                    pointer_of((*places.prefix, *also_keys)) if (also_keys := places.keys(also.place)) is not None else "",
                    also.label,
                )
                for also in hit.also
            ),
        ),
        rank=(PHASES.index(rule.phase), *(_sortable(part) for part in position)),
        keys=None if keys is None else (*places.prefix, *keys),
        span=span,
        label=hit.label or cause,
        hit=hit,
    )


def _sortable(part: object) -> tuple[object, ...]:
    """Ranks of mixed kinds, made comparable: numbers before names."""
    if isinstance(part, tuple):
        return tuple((0, one, "") if isinstance(one, int) else (1, 0, str(one)) for one in part)
    return ((0, part, ""),)

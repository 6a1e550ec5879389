"""The order in which the API reports faults; it reports one."""

from functools import cache

import msgspec

from why400.contract._facts import Evidence, section


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The measured order."""

    phases: tuple[str, ...]
    """Each phase hides the later ones."""
    fields: tuple[str, ...]
    unmeasured: tuple[str, ...]
    """Known fields whose place has not been measured."""
    item: tuple[str, ...]
    """What is looked at inside `messages`, over all items."""
    system_item: tuple[str, ...]
    """What is looked at inside one message of role system."""
    null_is_absent: tuple[str, ...]
    """Fields for which null counts as absent."""
    evidence: dict[str, Evidence]


@cache
def order() -> Order:
    """The order as it was measured."""
    return section("order", Order)


@cache
def _ranks() -> dict[str, int]:
    known = order()
    return {
        **{name: place for place, name in enumerate(known.fields)},
        **{name: len(known.fields) for name in known.unmeasured},
    }


def field_rank(name: str) -> int:
    """Rank of a top-level field among faults; fields that are not known come last, all with one rank (then the body's order counts)."""
    return _ranks().get(name, len(order().fields) + 1)


def phase_rank(phase: str) -> int:
    """Rank of a phase. Raises ValueError for one that does not exist."""
    return order().phases.index(phase)

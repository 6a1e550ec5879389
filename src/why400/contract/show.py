"""The data behind `why400 contract show`: the facts as plain values, with their sources, and the contract's age."""

from datetime import date, timedelta
from functools import cache

import msgspec

from why400.contract import models, platforms, versions
from why400.contract._facts import section
from why400.errors import UsageError

OLD_AFTER = timedelta(days=90)


@cache
def _about() -> dict[str, str]:
    return section("contract", dict[str, str])


def contract_date() -> date:
    """The day up to which the contract's sources were read."""
    return date.fromisoformat(_about()["date"])


def is_old(as_of: date) -> bool:
    """Whether the contract is older than 90 days on that day."""
    return as_of - contract_date() > OLD_AFTER


def _models(only: str | None) -> object:
    chosen = models.known()
    if only is not None:
        model = models.find(only, models.platform_of(only) or "anthropic")
        if model is None:
            meant = models.nearest(only)
            raise UsageError(f"no model {only!r} in the contract" + (f"; did you mean {meant}?" if meant else ""))
        chosen = (model,)
    said = models.evidence()
    return [{**msgspec.to_builtins(model), "evidence": msgspec.to_builtins(said[model.id])} for model in chosen]


def _named(entries: tuple[msgspec.Struct, ...], only: str | None, what: str) -> object:
    plain = msgspec.to_builtins(entries)
    if only is None:
        return plain
    chosen = [entry for entry in plain if entry["name"] == only]
    if not chosen:
        raise UsageError(f"no {what} {only!r} in the contract")
    return chosen


KINDS = ("models", "betas", "versions", "platforms", "limits", "order", "spellings")


def show(what: str | None = None, only: str | None = None) -> dict[str, object]:
    """The facts of one kind (one of KINDS), or of None an overview, as values that JSON can hold.

    `only` names one entry. Raises UsageError for a kind or an entry that does not exist.
    """
    about: dict[str, object] = {"contract": _about()["date"], "sources": {"sdk": _about()["sdk"], "openapi": _about()["openapi"]}}
    match what:
        case None:
            counts = {kind: len(_entries(kind)) for kind in KINDS if kind != "order"}
            return {**about, "kinds": list(KINDS), "counts": counts}
        case "models":
            return {**about, "models": _models(only)}
        case "order":
            from why400.contract import order

            return {**about, "order": msgspec.to_builtins(order.order())}
        case "betas" | "versions" | "platforms" | "limits" | "spellings":
            return {**about, what: _named(_entries(what), only, what.removesuffix("s"))}
        case _:
            raise UsageError(f"no such part of the contract: {what!r}; there are {', '.join(KINDS)}")


def _entries(kind: str) -> tuple[msgspec.Struct, ...]:
    from why400.contract import betas, limits, spellings  # who only asks for the date loads none of them

    match kind:
        case "models":
            return models.known()
        case "betas":
            return tuple(betas.known())
        case "versions":
            return versions.known()
        case "platforms":
            return tuple(found for name in platforms.names() if (found := platforms.find(name)) is not None)
        case "limits":
            return limits.known()
        case _:
            return spellings.known()

"""The data behind `why400 contract show`: the facts as plain values, with their sources, and the contract's age."""

from datetime import date, timedelta
from functools import cache

import msgspec

from why400.contract import in_force, models, platforms, versions
from why400.contract._facts import section
from why400.errors import UsageError

OLD_AFTER = timedelta(days=90)


@cache
def _about() -> dict[str, str]:
    return section("contract", dict[str, str])


def contract_date() -> date:
    """The day up to which the sources of the contract in force were read; a built one counts where its SDK is newer than the packaged one's."""
    packaged = date.fromisoformat(_about()["date"])
    built = in_force.in_force()
    if built is None or in_force.version_numbers(built.about.sdk) <= in_force.version_numbers(packaged_sdk()):
        return packaged
    return max(packaged, built.about.built)


def packaged_sdk() -> str:
    """The SDK that the packaged contract was built from, as "anthropic 2.12.0"."""
    return _about()["sdk"]


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
            return {**about, "in_force": _in_force(), "kinds": list(KINDS), "counts": counts}
        case "models":
            return {**about, "models": _models(only)}
        case "order":
            from why400.contract import order

            return {**about, "order": msgspec.to_builtins(order.order())}
        case "betas" | "versions" | "platforms" | "limits" | "spellings":
            return {**about, what: _named(_entries(what), only, what.removesuffix("s"))}
        case _:
            raise UsageError(f"no such part of the contract: {what!r}; there are {', '.join(KINDS)}")


def _in_force() -> dict[str, object]:
    """Which contract is used: the packaged one, or the user's own; one of another version of why400 rests."""
    found, used = in_force.found(), in_force.in_force()
    if found is None:
        return {"which": "packaged"}
    about = msgspec.to_builtins(found.about)
    own = {key: about[key] for key in ("built", "sdk", "openapi", "models", "changed")}
    if used is None:
        return {
            "which": "packaged",
            "resting": {**own, "file": str(in_force.where()), "why": "built with another version of why400: build it anew"},
        }
    return {"which": "built", **own, "file": str(in_force.where())}


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

"""Applies `contract/overlay.toml`: hand-kept corrections, each with its source and date.

A path names a place in the finished form: `Type/fields/name/node/…`. A path that leads nowhere is an error, so
that a correction does not outlive what it corrected.
"""

from __future__ import annotations

from typing import cast

from why400.contract.build.node import Json

Change = Json


def apply(types: dict[str, Json], overlay: dict[str, list[Change]]) -> None:
    """Applies all changes in place; raises ValueError naming the first path that leads nowhere."""
    for change in overlay.get("type", []):
        types[str(change["name"])] = {**cast("Json", change["value"]), "source": change["source"]}
    for change in overlay.get("set", []):
        for path in _paths(change):
            holder, key = _find(types, path)
            holder[key] = change["value"]
            _note(types, path, change)
    for change in overlay.get("drop", []):
        for path in _paths(change):
            holder, key = _find(types, path)
            if key not in holder:
                raise ValueError(f"overlay: nothing to drop at {path}")
            del holder[key]
            _note(types, path, change)
    for change in overlay.get("betas", []):
        for path in _paths(change):
            place = _walk(types, path)
            place["betas"] = change["opens"]
            place["sure"] = {**cast("Json", place.get("sure", {})), "betas": change["sure"]}
            place["source"] = change["source"]
            if "disputed" in change:
                place["disputed"] = change["disputed"]
    for change in overlay.get("order", []):
        for path in _paths(change):
            holder, key = _find(types, path)
            holder[key] = _ordered(holder[key], cast("list[str]", change["value"]), path)


def _ordered(place: object, order: list[str], path: str) -> object:
    if isinstance(place, list):
        known = [value for value in order if value in place]
        missing = set(order) - set(place)
        rest: object = known + [value for value in place if value not in order]
    else:
        assert isinstance(place, dict)
        missing = set(order) - set(place)
        rest = {key: place[key] for key in [*order, *(k for k in place if k not in order)] if key in place}
    if missing:
        raise ValueError(f"overlay: {path} has no {', '.join(sorted(missing))}")
    return rest


def _paths(change: Change) -> list[str]:
    at = change["at"]
    if not {"source", "date"} <= set(change):
        raise ValueError(f"overlay: {at} lacks source or date")
    return [at] if isinstance(at, str) else cast("list[str]", at)


def _find(types: dict[str, Json], path: str) -> tuple[Json, str]:
    holder, _, last = path.rpartition("/")
    return _walk(types, holder), last


def _walk(types: dict[str, Json], path: str) -> Json:
    here: object = types
    for step in path.split("/") if path else ():
        if isinstance(here, list) and step.isdecimal() and int(step) < len(here):
            here = here[int(step)]
        elif isinstance(here, dict) and step in here:
            here = here[step]
        else:
            raise ValueError(f"overlay: no {step!r} in {path}")
    if not isinstance(here, dict):
        raise ValueError(f"overlay: {path} is no object")
    return here


def _note(types: dict[str, Json], path: str, change: Change) -> None:
    """Marks the nearest field, variant or type that the change lies in with its source."""
    steps = path.split("/")
    for end in range(len(steps), 0, -1):
        if end == 1 or steps[end - 2] in ("fields", "variants"):
            _walk(types, "/".join(steps[:end]))["source"] = change["source"]
            return

"""The beta headers: what each opens, and which are past."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import msgspec

from why400.contract._facts import Evidence, section

_LONGEST = 200


class Beta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One value of `anthropic-beta`."""

    name: str
    opens: str
    """What it is for, in words."""
    evidence: Evidence
    fields: tuple[str, ...] = ()
    """Paths that exist only with it (or with another that lists them); a bracket names the tag or the value."""
    tools: tuple[str, ...] = ()
    """Tool types that exist only with it."""
    endpoints: tuple[str, ...] = ()
    """Path prefixes that want it."""
    status: str = "beta"
    """beta | ga: works without it | obsolete: still accepted, does nothing"""
    listed: bool = True
    """Whether the official SDK lists it."""
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    refused_on: tuple[str, ...] = ()
    """Platforms without the feature, or that were seen to refuse the value."""

    @property
    def since(self) -> date:
        """The day in its name."""
        return date.fromisoformat(self.name.replace("-", "")[-8:])


@cache
def _index() -> dict[str, Beta]:
    return {beta.name: beta for beta in section("betas", tuple[Beta, ...])}


def known() -> Iterable[Beta]:
    """All betas that are known; the service has more."""
    return _index().values()


def find(name: str) -> Beta | None:
    """The beta of that exact name; None: not known, which is no error."""
    return _index().get(name)


@cache
def opening(field: str) -> tuple[Beta, ...]:
    """The betas that open a field or a tool type, e.g. `output_config.task_budget` or `computer_20251124`."""
    return tuple(beta for beta in known() if field in beta.fields or field in beta.tools)


def nearest(name: str) -> str | None:
    """The known beta that was probably meant: a typo, or another day of the same feature; None: nothing is near."""
    spelled = name.strip().strip("\"'").lower().replace("_", "-")
    if len(spelled) > _LONGEST or not spelled:
        return None
    if spelled in _index():
        return spelled
    stem = spelled.rstrip("0123456789-")
    same = [beta.name for beta in known() if beta.name[:-11] == stem]
    if stem == spelled and same:
        return max(same, key=lambda other: other[-10:])
    from difflib import get_close_matches  # here: it costs milliseconds, and few runs need it

    near = get_close_matches(spelled, same or _index(), n=1, cutoff=0.1 if same else 0.8)
    return near[0] if near else None

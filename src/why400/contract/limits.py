"""The limits: sizes, counts and lengths, each with how sure it is."""

from datetime import date
from functools import cache, lru_cache

import msgspec

from why400.contract._facts import Evidence, section


class Limit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One limit."""

    name: str
    what: str
    """What is measured, in words."""
    value: int
    """The last value that is certain to be allowed by the widest reading; beyond it a request is refused."""
    unit: str
    evidence: Evidence
    warn_from: int | None = None
    """Beyond this it may already be refused: sources differ."""
    minimum: bool = False
    """Whether it bounds from below."""
    platforms: tuple[str, ...] = ()
    """Empty: every platform."""
    endpoints: tuple[str, ...] = ()
    """As "POST /v1/messages"; empty: wherever it applies."""
    since: date | None = None
    until: date | None = None
    """First day on which it no longer holds."""

    @property
    def sure(self) -> bool:
        """Whether going beyond it is an error; otherwise it only warns."""
        return self.evidence.certainty in ("observed", "documented", "derived")

    def broken_by(self, amount: int) -> str | None:
        """What an amount means: "error", "warning", or None where it is within the limit."""
        if amount < self.value if self.minimum else amount > self.value:
            return "error" if self.sure else "warning"
        if self.warn_from is not None and (amount < self.warn_from if self.minimum else amount > self.warn_from):
            return "warning"
        return None


@cache
def known() -> tuple[Limit, ...]:
    """All limits."""
    return section("limits", tuple[Limit, ...])


@cache
def _named(name: str) -> tuple[Limit, ...]:
    return tuple(limit for limit in known() if limit.name == name)


@lru_cache(maxsize=1024)
def find(name: str, platform: str = "anthropic", endpoint: str | None = None, on: date | None = None) -> Limit | None:
    """The limit of that name which holds on a platform, at an endpoint, on a day (default: the newest); None: no such limit."""
    best: Limit | None = None
    for limit in _named(name):
        if limit.platforms and platform not in limit.platforms:
            continue
        if limit.endpoints and endpoint is not None and endpoint not in limit.endpoints:
            continue
        if limit.until is not None and (on is None or on >= limit.until):
            continue
        if limit.since is not None and on is not None and on < limit.since:
            continue
        if best is None or (bool(limit.platforms), bool(limit.endpoints)) > (bool(best.platforms), bool(best.endpoints)):
            best = limit
    return best

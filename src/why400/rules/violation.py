"""What the contract's validator finds: one broken constraint at one place."""

import re
from collections.abc import Callable

from msgspec import Struct

from why400.rules.circumstances import Context

_VARIABLE = re.compile(r"\$(?:[A-Za-z_]\w{0,60}|\{[A-Za-z_]\w{0,60}\})", re.ASCII)
MISSING = object()
"""Stands for the value of a member that is not there."""


class Violation(Struct):
    """One broken constraint.

    `kind`: missing unknown type enum tag range length pattern, and beta (a member that only a beta opens; likewise beta-tag, beta-value),
    version (one that this API version dropped).
    """

    kind: str
    pointer: tuple[str | int, ...]
    """Place in the body; for a missing member the place where it would stand."""
    path: str
    """The place as the API prints it, with union tags."""
    order: tuple[object, ...]
    """Rank in the API's order of reporting."""
    value: object = MISSING
    expected: str = ""
    """JSON type wanted: string integer number boolean array object."""
    got: str = ""
    """What stands there, in words: null, a string, a number …"""
    limit: object = None
    bound: str = ""
    """Which bound: ge le gt lt min max."""
    pattern: str = ""
    allowed: tuple[str, ...] = ()
    """Values or tags that are accepted, in the order in which the API lists them."""
    by: str = ""
    """The name of the tag member."""
    optional: bool = False
    certain: bool = True
    """False where the constraint is disputed, or known from a source that may be behind."""
    inferred: bool = False
    """True where only the SDK's types say so."""
    betas: tuple[str, ...] = ()
    """For `beta`: any one of these opens the member, tag or value; ("?",) when it is not known which."""
    branch: str = ""
    """The name of the union's branch, where the API prints it."""
    siblings: tuple[str, ...] = ()
    """For `missing` and `unknown`: the members of the object that do stand there, or that it knows."""
    takes: Callable[[object], bool] | None = None
    """For `type`: whether the place takes that value; None: not known."""
    renames: Callable[[str], bool] | None = None
    """For `missing`: whether what stands under that name could stand here; for `unknown`: whether it could stand under that name."""

    context: Context | None = None
    """The circumstances of the check; None only before a rule sees it."""

    @property
    def at(self) -> str:
        """The place as a JSON pointer."""
        return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in self.pointer)

    @property
    def name(self) -> str:
        """The last key."""
        return str(self.pointer[-1]) if self.pointer else ""

    @property
    def unfilled(self) -> bool:
        """Whether a shell's variable stands there: what the shell puts in its place is not known."""
        return isinstance(self.value, str) and _VARIABLE.fullmatch(self.value) is not None

    @property
    def spelt(self) -> object | None:
        """The value of the wanted type that the given one plainly spells ("1024" spells 1024) and the place takes, or None."""
        spelt = _spelt(self.value, self.expected)
        return spelt if spelt is None or self.takes is None or self.takes(spelt) else None


_NUMBERS = 1 << 63
"""Up to here a number is written as it is meant by every JSON library."""


def _spelt(value: object, expected: str) -> object | None:
    if expected == "array" and isinstance(value, dict):
        return [value]
    if expected == "string" and isinstance(value, bool | int | float):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if expected == "integer" and isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if expected == "boolean":
        return {"true": True, "false": False}.get(text.lower())
    if expected in ("integer", "number"):
        try:
            number = int(text) if expected == "integer" or text.lstrip("-").isdigit() else float(text)
        except ValueError:
            return None
        return number if abs(number) < _NUMBERS else None  # nor what is infinite or no number
    return None

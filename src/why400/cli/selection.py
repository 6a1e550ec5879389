"""Which rules are reported: by slug or family."""

from collections.abc import Iterable

from msgspec import Struct

from why400.errors import UsageError
from why400.rules.catalogue import catalogue


class Selection(Struct, frozen=True):
    """The rules that are reported; None: all."""

    select: frozenset[str] | None
    ignore: frozenset[str]

    @classmethod
    def of(cls, select: Iterable[str] | None, ignore: Iterable[str] | None) -> "Selection":
        """The selection that the options name. Raises UsageError for a name that is neither rule nor family."""
        return cls(None if not select else _slugs(select), _slugs(ignore or ()))

    def keeps(self, slug: str) -> bool:
        """Whether findings of that rule are reported."""
        return (self.select is None or slug in self.select) and slug not in self.ignore


def _slugs(given: Iterable[str]) -> frozenset[str]:
    names = [name.strip() for one in given for name in one.split(",") if name.strip()]
    known = catalogue()
    families = {entry.family for entry in known.values()}
    found: set[str] = set()
    for name in names:
        if name in known:
            found.add(name)
        elif name in families:
            found.update(entry.slug for entry in known.values() if entry.family == name)
        else:
            import difflib  # only after a slip of the fingers

            near = difflib.get_close_matches(name, [*known, *families], 1)
            raise UsageError(f"no rule or family {name!r}{f' (did you mean {near[0]}?)' if near else ''}: see `why400 rules`")
    return frozenset(found)

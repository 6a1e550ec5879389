"""`python -m tests.mutations.report [PART OF A NAME]`: hits and misses by mutator, and which originals are not clean."""

from __future__ import annotations

import sys

from . import all_mutators
from .checking import check, errors
from .measure import measure, shown, table
from .originals import bases, originals
from .planted import AS_OF


def main(part: str = "") -> int:
    """Prints the report; 0 without misses, 1 with."""
    write = sys.stdout.write
    unclean = [(o.id, o.date, found[0]) for o in originals() if (found := errors(o, o.date))]
    unclean += [(o.id, AS_OF, found[0]) for o in bases() if (found := errors(o, AS_OF))]
    for name, date, finding in unclean:
        write(f"original {name} as of {date}: {shown(finding)}\n")
    lines, share = table(measure((m for m in all_mutators() if part in m.name), check))
    write("\n".join(lines) + "\n")
    return 0 if share == 1.0 and not unclean else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))

"""Fills the slots of a rule's cause and mend, and says what is left of them when a value is not known."""

import re
from collections.abc import Mapping

DOCS = "https://why400.dev/rules/"
_SLOT = re.compile(r"\{([a-z_]+)\}")
_KIND = re.compile(r"(?<!\{)\{([a-z_]+):(?:n|ids|word|rest)\}")


OPTIONAL = frozenset({"hint", "or_else", "why"})
"""Slots that stand for nothing where their value is not known: what a request adds to a sentence that is whole without it."""


def alternatives(template: str) -> list[str]:
    """The wordings of a cause or mend, apart by ` || `: the full one, then what is said where a value of it is not known."""
    return template.split(" || ")


def sentence(template: str, values: Mapping[str, object]) -> str:
    """The first of the template's wordings of which every value is known, with its slots filled.

    Where there is none, clauses of the last one with a value that is not known are left out; where none is left, `…` stands for the value.
    """

    def value(slot: re.Match[str]) -> str:
        found = values.get(slot[1])
        return str(found) if found is not None else "" if slot[1] in OPTIONAL else "\0"

    filled = [_SLOT.sub(value, one) for one in alternatives(template)]
    known = next((one for one in filled if "\0" not in one), None)
    if known is not None:
        return known
    clauses = re.split(r"(?<=[;:]) ", filled[-1])
    whole = [clause for clause in clauses if "\0" not in clause]
    return " ".join(whole).rstrip(";: ") if whole else " ".join(clauses).replace("\0", "…")


def shown(template: str) -> str:
    """A sentence's template as people read it: slots without their kinds, single braces."""
    return _KIND.sub(r"{\1}", template).replace("{{", "{").replace("}}", "}")

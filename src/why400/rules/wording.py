"""Fills the slots of a rule's cause and mend, and says what is left of them when a value is not known."""

import re
from collections.abc import Mapping

DOCS = "https://why400.dev/rules/"
_SLOT = re.compile(r"\{([a-z_]+)\}")
_KIND = re.compile(r"(?<!\{)\{([a-z_]+):(?:n|ids|word|rest)\}")


OPTIONAL = frozenset({"hint", "or_else", "why"})
"""Slots that stand for nothing where their value is not known: what a request adds to a sentence that is whole without it."""


def sentence(template: str, values: Mapping[str, object]) -> str:
    """The template with its slots filled. Clauses with a value that is not known are left out; where none is left, `…` stands for the value."""

    def value(slot: re.Match[str]) -> str:
        found = values.get(slot[1])
        return str(found) if found is not None else "" if slot[1] in OPTIONAL else "\0"

    clauses = re.split(r"(?<=[;:]) ", _SLOT.sub(value, template))
    whole = [clause for clause in clauses if "\0" not in clause]
    return " ".join(whole).rstrip(";: ") if whole else " ".join(clauses).replace("\0", "…")


def shown(template: str) -> str:
    """A sentence's template as people read it: slots without their kinds, single braces."""
    return _KIND.sub(r"{\1}", template).replace("{{", "{").replace("}}", "}")

"""Fills the slots of a rule's cause and mend, and says what is left of them when a value is not known."""

import re
from collections.abc import Mapping

DOCS = "https://why400.dev/rules/"
_SLOT = re.compile(r"\{([a-z_]+)\}")
_KIND = re.compile(r"(?<!\{)\{([a-z_]+):(?:n|ids|word|rest)\}")


OPTIONAL = frozenset({"hint", "or_else"})
"""Slots that stand for nothing where their value is not known: what a request adds to a sentence that is whole without it."""


def sentence(template: str, values: Mapping[str, object], fallback: str) -> str:
    """The template with its slots filled; the fallback where a value is missing."""

    def value(slot: re.Match[str]) -> str:
        found = values.get(slot[1])
        return str(found) if found is not None else "" if slot[1] in OPTIONAL else "\0"

    filled = _SLOT.sub(value, template)
    return fallback if "\0" in filled else filled


def without_slots(template: str) -> str:
    """The part of the template that needs no values: its clauses without slots, or the whole with `…` for each."""
    template = _SLOT.sub(lambda slot: "" if slot[1] in OPTIONAL else slot[0], template)
    clauses = re.split(r"(?<=[;:]) ", template)
    plain = [clause for clause in clauses if not _SLOT.search(clause)]
    return " ".join(plain).rstrip(";: ") if plain else _SLOT.sub("…", template)


def shown(template: str) -> str:
    """A sentence's template as people read it: slots without their kinds, single braces."""
    return _KIND.sub(r"{\1}", template).replace("{{", "{").replace("}}", "}")

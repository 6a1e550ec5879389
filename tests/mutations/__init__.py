"""Mutators that each plant one fault in a recorded good request, written from the evidence alone.

One family a module; `all_mutators` finds them by walking the package.
"""

from __future__ import annotations

import importlib
import pkgutil

from .planted import REGISTRY, Mutator

NOT_FAMILIES = ("planted", "places", "originals", "values", "measure", "checking", "report", "harmless")


def all_mutators() -> list[Mutator]:
    """Every registered mutator, ordered by name."""
    for module in pkgutil.iter_modules(__path__):
        if module.name not in NOT_FAMILIES and not module.name.startswith("test_"):
            importlib.import_module(f"{__name__}.{module.name}")
    return [REGISTRY[name] for name in sorted(REGISTRY)]

"""Finds the rules: every module in every family's folder below this package is one."""

import importlib
from functools import cache

from why400.rules.rule import REGISTERED, Rule


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by slug, in alphabetical order of family and name; imports them all."""
    import pkgutil  # here: only generators and tests list the rules
    from pathlib import Path

    root = Path(__file__).parent
    package = __name__.rpartition(".")[0]
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and (path / "__init__.py").exists()):
        for module in sorted(pkgutil.iter_modules([str(folder)]), key=lambda found: found.name):
            importlib.import_module(f"{package}.{folder.name}.{module.name}")
    found = sorted(REGISTERED.rules.values(), key=lambda rule: (rule.family, rule.slug))
    return {rule.slug: rule for rule in found}

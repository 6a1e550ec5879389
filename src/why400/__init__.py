"""why400: why did the Anthropic API answer 400 Bad Request?

`explain` says what an error means, `check` what is wrong with a request, `fix` mends it. `rules` lists the ways to be rejected.
"""

import sys
from types import ModuleType

from why400.errors import FormatError, UsageError, Why400Error

TYPE_CHECKING = False  # the one of `typing`, whose import costs more than all of `why400 --version`
if TYPE_CHECKING:
    from why400.check.engine import check
    from why400.check.fix import Fixed, fix
    from why400.explain import explain
    from why400.model import Diagnosis, Finding, Fix, Request
    from why400.rules.catalogue import rules

__all__ = [
    "Diagnosis",
    "Finding",
    "Fix",
    "Fixed",
    "FormatError",
    "Request",
    "UsageError",
    "Why400Error",
    "check",
    "explain",
    "fix",
    "rules",
]
__version__ = "0.1.0"

_LAZY = {
    "Diagnosis": "model",
    "Finding": "model",
    "Fix": "model",
    "Fixed": "check.fix",
    "Request": "model",
    "check": "check.engine",
    "explain": "explain",
    "fix": "check.fix",
    "rules": "rules.catalogue",
}


def __getattr__(name: str) -> object:
    """Imports the engine only when it is asked for: `import why400` and `why400 --version` stay instant."""
    if name in _LAZY:
        from importlib import import_module

        globals()[name] = found = getattr(import_module(f"why400.{_LAZY[name]}"), name)
        return found
    raise AttributeError(f"module 'why400' has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `why400.check` the function: the import of the folder of that name does not overwrite it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _LAZY and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

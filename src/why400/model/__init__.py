"""Values: what goes in (Request) and what comes out (Finding, Diagnosis). Frozen, free of logic, importing nothing of ours."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from why400.model.diagnosis import Diagnosis, Retry
    from why400.model.finding import ApiError, Edit, Finding, Fix, Related
    from why400.model.request import Request, split_url

__all__ = ["ApiError", "Diagnosis", "Edit", "Finding", "Fix", "Related", "Request", "Retry", "split_url"]

_HOME = {"Diagnosis": "diagnosis", "Retry": "diagnosis", "Request": "request", "split_url": "request"}


def __getattr__(name: str) -> object:
    """Imports a value's module when it is asked for: the check of a clean request needs none of what says what is wrong."""
    if name in __all__:
        from importlib import import_module

        globals()[name] = found = getattr(import_module(f"why400.model.{_HOME.get(name, 'finding')}"), name)
        return found
    raise AttributeError(f"module 'why400.model' has no attribute {name!r}")

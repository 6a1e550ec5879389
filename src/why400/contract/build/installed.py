"""Where an SDK is: beside a Python, or in a folder. It is found and read, never imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from why400.contract.build.source_tree import SourceTree
from why400.errors import UsageError

_ASK = "import importlib.machinery as m; s = m.PathFinder.find_spec('anthropic'); print(s.origin if s else '')"
_PATIENCE_S = 30


def sdk_beside(python: str | None) -> Path:
    """The package's folder in the environment of that python, or of this one. Raises UsageError where there is none."""
    if python is None:
        found = PathFinder.find_spec("anthropic")
        origin = found.origin if found is not None else None
        python = sys.executable
    else:
        try:
            asked = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, timeout=_PATIENCE_S, check=False)  # noqa: S603  # the user's own interpreter
        except (OSError, subprocess.TimeoutExpired) as exc:
            raise UsageError(f"--python {python}: it does not run ({getattr(exc, 'strerror', None) or 'no answer'})") from None
        if asked.returncode:
            raise UsageError(f"--python {python}: it is no Python, or it fails: {asked.stderr.strip().splitlines()[-1:]}")
        origin = asked.stdout.strip()
    if not origin:
        raise UsageError(f"no package anthropic beside {python}: name another with --python, or the package's folder with --sdk FOLDER")
    return Path(origin).parent


def sdk_in(folder: str) -> Path:
    """The package's folder from a name that the user gives: itself, or the folder that holds it. Raises UsageError."""
    path = Path(folder)
    for one in (path, path / "anthropic"):
        if (one / "_version.py").is_file() and (one / "types").is_dir():
            return one.resolve()
    raise UsageError(f"--sdk {folder}: no package anthropic there: wanted is the folder with its _version.py (an unpacked wheel will do)")


def sdk_version(tree: SourceTree) -> str:
    """The version that the package says it has."""
    module = tree.module(f"{tree.package}._version")
    value = module.names.get("__version__") if module is not None else None
    return str(value.value) if isinstance(value, ast.Constant) else "of unknown version"

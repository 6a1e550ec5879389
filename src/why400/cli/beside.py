"""Files that an input names, looked for beside it."""

from collections.abc import Callable
from pathlib import Path

from why400.errors import UsageError

_AT_MOST_BYTES = 256_000_000


def path_beside(name: str, wanted: str) -> Path:
    """Where the file named in the input `name` lies: as `load_beside` has it. Raises RuntimeError for the home of nobody."""
    return (Path() if name == "-" else Path(name).parent) / Path(wanted).expanduser()


def load_beside(name: str) -> Callable[[str], bytes]:
    """What reads a file named in the input `name`: relative to its folder; for `-`, to the working directory.

    What it returns raises UsageError, one line, for a file that is not there, is no plain file, or is too large.
    """
    shown = "the input" if name == "-" else name

    def load(wanted: str) -> bytes:
        try:
            path = path_beside(name, wanted)
            if not path.is_file():
                where = "in the working directory" if name == "-" else f"beside {shown}"
                what = "is not a plain file" if path.exists() else f"is not there {where}"
                raise UsageError(f"{shown}: the body comes from {wanted}, which {what}: put it there, or check it by itself")
            if path.stat().st_size > _AT_MOST_BYTES:
                raise UsageError(f"{shown}: the body comes from {wanted}, which is larger than {_AT_MOST_BYTES // 1_000_000} MB")
            return path.read_bytes()
        except (OSError, ValueError, RuntimeError) as exc:
            raise UsageError(
                f"{shown}: the body comes from {wanted}, which cannot be read: {getattr(exc, 'strerror', None) or exc}"
            ) from None

    return load

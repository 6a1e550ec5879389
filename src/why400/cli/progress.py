"""One line on a terminal's standard error that says how far a long run is; nothing where nobody looks."""

import sys
import time
from typing import Final

_SILENT_S: Final = 2.0
_BETWEEN_S: Final = 0.1
_WIDTH: Final = 78


class Progress:
    """Rewrites its line at most ten times a second, beginning after two seconds."""

    def __init__(self) -> None:
        self._seen = sys.stderr.isatty()
        self._next = time.monotonic() + _SILENT_S
        self._shown = False

    def show(self, text: str) -> None:
        """Says where the run is, if it is time to."""
        if not self._seen or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _BETWEEN_S
        self._shown = True
        short = text if len(text) <= _WIDTH else "…" + text[1 - _WIDTH :]
        sys.stderr.write("\r" + "".join(char if char.isprintable() else "?" for char in short).ljust(_WIDTH))
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away, before something else is written."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r" + " " * _WIDTH + "\r")
            sys.stderr.flush()

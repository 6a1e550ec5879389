"""One line of the table, and the table."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure beside its goal; `measured` None: not to be had here, the note says why; `goal` None: shown for comparison."""

    name: str
    measured: float | None
    unit: str = "x"
    goal: float | None = None
    at_least: bool = False
    """The goal is a lower bound."""
    note: str = ""

    @property
    def verdict(self) -> str:
        """ok, NOT, or nothing where there is no goal or no figure."""
        if self.goal is None or self.measured is None:
            return ""
        met = self.measured >= self.goal if self.at_least else self.measured <= self.goal
        return "ok" if met else "NOT"


def show(row: Row) -> None:
    """Prints the line."""
    goal = "" if row.goal is None else f"{'>=' if row.at_least else '<='} {row.goal:g}"
    figure = "-" if row.measured is None else f"{row.measured:.2f}"
    sys.stdout.write(f"{row.name:<58}{figure:>9} {row.unit:<5}{goal:>8} {row.verdict:<4} {row.note}\n".rstrip(" \n") + "\n")
    sys.stdout.flush()


def show_heading(text: str) -> None:
    """Prints a line between groups."""
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()

"""A poisoned session of a program that translates its entries."""

from typing import NamedTuple


class Planted(NamedTuple):
    """The file, and where the fault was put."""

    data: bytes
    entry: int
    rule: str
    at: str = ""
    """Where in the entry, as a JSON pointer; empty: the entry as a whole."""
    touched: tuple[int, ...] = ()
    """Other entries that mending may change."""

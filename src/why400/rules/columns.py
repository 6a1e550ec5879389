"""One member of many nodes of one class, read as fast as Python can.

CPython makes the access to an attribute fast by place in the code and class of the object; code that meets several classes stays three times
slower, and so does `operator.attrgetter`. So each class and member gets a function of its own, compiled when it is first asked for.
"""

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct


@cache
def reader(kind: type[Struct], member: str) -> Callable[[Sequence[Struct]], list[object]]:
    """Reads the member of all the nodes, which are of that class."""
    assert member in kind.__struct_fields__, f"{kind.__name__} has no {member}"
    return eval(f"lambda nodes: [node.{member} for node in nodes]")  # type: ignore[no-any-return]  # noqa: S307  # the name is a field of ours


@cache
def bearers(kind: type[Struct], member: str) -> Callable[[Sequence[Struct]], list[Struct]]:
    """Those of the nodes, which are of that class, whose member is neither absent nor false nor empty."""
    assert member in kind.__struct_fields__, f"{kind.__name__} has no {member}"
    return eval(f"lambda nodes: [node for node in nodes if node.{member}]")  # type: ignore[no-any-return]  # noqa: S307  # the name is a field of ours


@cache
def given(members: tuple[str, ...]) -> Callable[[Struct], list[str]]:
    """Those of the members that a node of one class has."""
    pairs = ", ".join(f"({member!r}, node.{member})" for member in members)
    return eval(f"lambda node: [name for name, value in ({pairs},) if value is not None]")  # type: ignore[no-any-return]  # noqa: S307  # likewise

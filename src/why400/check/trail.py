"""The way from the body's root to a node, as the validator passes it down: a link to the holder, and one step.

A tuple of keys per node would cost more than all the rest of the pass; so links are only followed where something is found.
"""

from typing import Any

from msgspec import Struct

Keys = tuple[str | int, ...]

Trail = tuple[Any, ...]
"""`(holder's trail, key, rank)`; rank: a number, or a tuple of several (also of none). A key of None stands for a step that only the API's
paths have (a union's tag or branch, in the place of the rank). The root's trail has an empty holder."""


def keys_of(trail: Trail) -> Keys:
    """The keys from the root."""
    keys: list[str | int] = []
    holder, key, _ = trail
    while holder:
        if key is not None:
            keys.append(key)
        holder, key, _ = holder
    keys.reverse()
    return tuple(keys)


def unfold(trail: Trail) -> tuple[Keys, str, tuple[object, ...]]:
    """The keys from the root, the place as the API prints it (with the unions' tags), and its rank in the order of reporting."""
    keys: list[str | int] = []
    parts: list[str] = []
    order: list[object] = []
    holder, key, rank = trail
    while holder:
        if key is None:
            parts.append(rank)
        else:
            keys.append(key)
            parts.append(key if type(key) is str else str(key))
            if type(rank) is tuple:
                order.extend(rank[::-1])
            else:
                order.append(rank)
        holder, key, rank = holder
    return tuple(keys[::-1]), ".".join(parts[::-1]), tuple(order[::-1])


STRUCT_NAMES: dict[type[Struct], dict[str, str]] = {}
"""By Struct: from the members' names in JSON to those of the Struct's fields."""


def names_of(make: type[Struct]) -> dict[str, str]:
    """The Struct's fields by their names in JSON."""
    names = STRUCT_NAMES.get(make)
    if names is None:
        names = STRUCT_NAMES[make] = dict(zip(make.__struct_encode_fields__, make.__struct_fields__, strict=True))
    return names


class NodePlaces:
    """The trails of the typed view's nodes.

    Of a part that was converted whole only the top is entered; what stands inside is looked up when a node is first asked for that is not known.
    """

    __slots__ = ("_keep", "_trails", "_whole")

    def __init__(self) -> None:
        self._trails: dict[int, Trail] = {}
        self._keep: list[Struct] = []  # so that an id stays the node's own
        self._whole: list[tuple[Struct, Trail]] = []

    def enter(self, node: Struct, trail: Trail) -> None:
        """Notes where the node stands."""
        self._trails[id(node)] = trail
        self._keep.append(node)

    def enter_whole(self, node: Struct, trail: Trail) -> None:
        """Notes where the node stands and with it, by and by, all nodes inside of it."""
        self._whole.append((node, trail))

    def keys(self, node: Struct) -> Keys | None:
        """The keys from the root to the node; None for one that is not of this view."""
        trail = self._trails.get(id(node))
        while trail is None and self._whole:  # from the end: that is where the faults of a growing conversation are
            self._enter_inside(*self._whole.pop())
            trail = self._trails.get(id(node))
        return None if trail is None else keys_of(trail)

    def _enter_inside(self, top: Struct, place: Trail) -> None:
        pending: list[tuple[object, Trail]] = [(top, place)]
        while pending:
            node, trail = pending.pop()
            if isinstance(node, Struct):
                self.enter(node, trail)
                for name, field in names_of(type(node)).items():
                    value = getattr(node, field)
                    if type(value) is list or isinstance(value, Struct):
                        pending.append((value, (trail, name, 0)))
            elif isinstance(node, list):
                pending.extend((one, (trail, index, index)) for index, one in enumerate(node) if isinstance(one, Struct | list))

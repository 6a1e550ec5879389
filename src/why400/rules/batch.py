"""A Message Batches request as the rules over it see it."""

from msgspec import Struct

from why400.rules.circumstances import Context


class Batch(Struct, frozen=True):
    """The items of one batch, as plain JSON values; a place is `Item(index, "custom_id")`."""

    body: dict[str, object]
    items: list[object]
    context: Context
    size_bytes: int


class Pointer(Struct, frozen=True):
    """A place given by its JSON pointer's keys; for values that have no node of their own."""

    keys: tuple[str | int, ...]

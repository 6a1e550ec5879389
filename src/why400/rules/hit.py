"""A hit of a rule: one place, perhaps more, and the values that word it.

Places are nodes of the typed view, not paths: `Hit(block)`, `Hit((message, "content"))`. The engine works out pointers, lines and the
API's paths for findings only.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct


class Header(Struct, frozen=True):
    """A place: a header of the request."""

    name: str


class Query(Struct, frozen=True):
    """A place: a query parameter."""

    name: str


class UrlPath(Struct, frozen=True):
    """A place: the path (or host) of the URL."""


class Method(Struct, frozen=True):
    """A place: the HTTP method."""


class Body(Struct, frozen=True):
    """A place: the body as a whole."""


class ApiPath(Struct, frozen=True):
    """A path as the API prints it, of a node that is known only once the engine looks it up.

    `form`: "tagged" (`messages.0.content.1.tool_result.content`), "plain" (`messages.0.content.1`), "message" (`messages.0`, of whatever
    stands inside that message), "index" (the last index alone).
    """

    node: object
    keys: tuple[str | int, ...] = ()
    form: str = "plain"
    tail: str = ""
    """What the API prints behind it that is no key of the body, as in `….pdf.source.base64.data` of a document."""


def tagged_path(node: object, *keys: str | int) -> ApiPath:
    """The path of the node (and keys below it) with union tags, as in schema errors."""
    return ApiPath(node, keys, "tagged")


def plain_path(node: object, *keys: str | int) -> ApiPath:
    """The path of the node (and keys below it) without tags."""
    return ApiPath(node, keys)


def message_path(node: object) -> ApiPath:
    """The path of the message in which the node stands: `messages.N`."""
    return ApiPath(node, (), "message")


def index_of(node: object) -> ApiPath:
    """The index of the node in its list."""
    return ApiPath(node, (), "index")


class Also(Struct, frozen=True):
    """A second place, with what is to be said of it."""

    place: object
    label: str


class Hit:
    """One fault found. Keyword arguments beyond the named ones are the slots of the sentence, the cause and the mend."""

    __slots__ = ("also", "keep", "label", "path", "place", "severity", "slots", "when", "words_as")

    place: object
    path: str | ApiPath | None
    also: tuple[Also, ...]
    keep: Any
    """What the mend needs, and what the smallest failing request must keep."""
    when: str
    """The variant of the fault, for the choice among wordings."""
    severity: str | None
    """"warning" where this hit is less certain than its rule."""
    label: str | None
    """What stands under the caret; the rule's cause where None."""
    words_as: str | None
    """The rule whose sentence the API uses for this fault too, where it has none of its own."""
    slots: dict[str, object]

    def __init__(
        self,
        place: object,
        *,
        path: str | ApiPath | None = None,
        also: tuple[Also, ...] = (),
        keep: Any = None,  # what a check hands to its own mend
        when: str = "",
        severity: str | None = None,
        label: str | None = None,
        words_as: str | None = None,
        **slots: object,
    ) -> None:
        self.place, self.path, self.also, self.keep = place, path, also, keep
        self.when, self.severity, self.label, self.words_as, self.slots = when, severity, label, words_as, slots


Hits = Iterator[Hit]


class Edit(Struct, frozen=True):
    """One change, at a place of the original; several keep their order whatever they shift.

    Places are nodes or `(node, key, …)`; a Violation stands for its own place. A value that is a node is written as it stands in the body.
    """

    op: str
    place: object
    value: object = None
    key: str | int | None = None

    @classmethod
    def remove(cls, place: object) -> "Edit":
        """Take the value (and its key) away."""
        return cls("remove", place)

    @classmethod
    def replace(cls, place: object, value: object) -> "Edit":
        """Put another value in its place."""
        return cls("replace", place, value)

    @classmethod
    def add(cls, node: object, key: str, value: object) -> "Edit":
        """Give the object a member that it lacks."""
        return cls("add", node, value, key)

    @classmethod
    def insert(cls, place: object, value: object) -> "Edit":
        """Put an item in front of the place, which is `(node, key, index)` in a list."""
        return cls("insert", place, value)

    @classmethod
    def rename(cls, place: object, name: str) -> "Edit":
        """Give the member another key."""
        return cls("rename", place, None, name)

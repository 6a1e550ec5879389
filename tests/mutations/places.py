"""Where things stand in a request body, how the API and RFC 6901 call the place, and edits that share no state.

The API's paths carry union tags (`messages.0.content.1.text.text`), pointers do not (`/messages/0/content/1/text`):
a `Place` holds both. Edits copy along the edited path only and never touch their input.
"""

from __future__ import annotations

from dataclasses import dataclass

from .planted import Body

Keys = tuple[str | int, ...]


def pointer(keys: Keys) -> str:
    """RFC 6901."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


@dataclass(frozen=True, slots=True)
class Place:
    """`keys` lead to `value`; `path` is how the API prints the place, `tag` the union tag it puts behind that."""

    keys: Keys
    path: str
    value: object
    tag: str = ""

    @property
    def pointer(self) -> str:
        return pointer(self.keys)

    @property
    def tagged(self) -> str:
        return f"{self.path}.{self.tag}" if self.tag else self.path

    @property
    def members(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise TypeError(f"{self.path} holds no object")
        return self.value

    def get(self, key: str) -> object:
        return self.members.get(key)

    def key(self, name: str) -> Keys:
        return (*self.keys, name)

    def at(self, *names: str) -> tuple[str, ...]:
        """Pointers of the named members."""
        return tuple(pointer(self.key(name)) for name in names)

    def missing(self, name: str) -> tuple[str, ...]:
        """Where a missing member may be reported: at the object, or where the member would stand."""
        return (self.pointer, *self.at(name))


def _edit(node: object, keys: Keys, how: str, value: object) -> object:
    """A copy of the node, changed at `keys`; what is off the path is shared."""
    head, rest = keys[0], keys[1:]
    if isinstance(node, list) and isinstance(head, int):
        items = list(node)
        if how == "insert" and not rest:
            items.insert(head, value)
        elif how == "drop" and not rest:
            del items[head]
        else:
            items[head] = _edit(items[head], rest, how, value) if rest else value
        return items
    if isinstance(node, dict):
        members = dict(node)
        if how == "drop" and not rest:
            del members[str(head)]
        else:
            members[str(head)] = _edit(members[str(head)], rest, how, value) if rest else value
        return members
    raise KeyError(head)


def _body(node: object) -> Body:
    if not isinstance(node, dict):
        raise TypeError("a body is an object")
    return node


def put(body: Body, keys: Keys, value: object) -> Body:
    """Sets the value at `keys` (adding a member that is not there)."""
    return _body(_edit(body, keys, "put", value))


def drop(body: Body, *many: Keys) -> Body:
    """Removes what stands at each of `many`."""
    for keys in many:
        body = _body(_edit(body, keys, "drop", None))
    return body


def insert(body: Body, keys: Keys, value: object) -> Body:
    """Inserts into the list in front of the index that ends `keys`."""
    return _body(_edit(body, keys, "insert", value))


def without(body: Body, *names: str) -> Body:
    """The body without these top-level members."""
    return {name: value for name, value in body.items() if name not in names}


def _items(node: object) -> list[object]:
    return node if isinstance(node, list) else []


def messages(body: Body, role: str | None = None) -> list[Place]:
    found = [Place(("messages", i), f"messages.{i}", item) for i, item in enumerate(_items(body.get("messages"))) if isinstance(item, dict)]
    return [place for place in found if role is None or place.get("role") == role]


def role(body: Body, index: int) -> object:
    """The role of message `index`; None outside."""
    items = _items(body.get("messages"))
    item = items[index] if 0 <= index < len(items) else None
    return item.get("role") if isinstance(item, dict) else None


def contents(holder: Place) -> list[Place]:
    """The content blocks of a message or of a tool_result."""
    return [
        Place((*holder.keys, "content", i), f"{holder.tagged}.content.{i}", item, str(item.get("type")))
        for i, item in enumerate(_items(holder.get("content")))
        if isinstance(item, dict)
    ]


def blocks(body: Body, *kinds: str, role: str | None = None, nested: bool = False) -> list[Place]:
    """Content blocks, of the given kinds if any; `nested`: those inside tool results too."""
    found: list[Place] = []
    for message in messages(body, role):
        for block in contents(message):
            found.append(block)
            if nested and block.tag == "tool_result":
                found.extend(contents(block))
    return [block for block in found if not kinds or block.tag in kinds]


def source(block: Place) -> Place:
    """The source of an image or document block."""
    value = block.get("source")
    tag = str(value.get("type")) if isinstance(value, dict) else ""
    return Place(block.key("source"), f"{block.tagged}.source", value, tag)


def sources(body: Body, kind: str, tag: str) -> list[Place]:
    """Sources of one tag in blocks of one kind, inside tool results too."""
    return [place for place in map(source, blocks(body, kind, nested=True)) if place.tag == tag]


def tools(body: Body, kind: str | None = "custom") -> list[Place]:
    """Tool definitions of a type; `kind` None: all."""
    found = [
        Place(("tools", i), f"tools.{i}", item, str(item.get("type") or "custom"))
        for i, item in enumerate(_items(body.get("tools")))
        if isinstance(item, dict)
    ]
    return [place for place in found if kind is None or place.tag == kind]


def system(body: Body) -> list[Place]:
    """The blocks of the system prompt; the API prints no tag for them."""
    return [Place(("system", i), f"system.{i}", item) for i, item in enumerate(_items(body.get("system"))) if isinstance(item, dict)]


def member(body: Body, name: str, *, tag: str = "") -> Place | None:
    """A top-level member that is an object."""
    value = body.get(name)
    return Place((name,), name, value, tag or str(value.get("type", ""))) if isinstance(value, dict) else None


def append(body: Body, *items: object) -> Body:
    """More messages at the end."""
    return put(body, ("messages",), [*_items(body.get("messages")), *items])


def last(body: Body) -> int:
    """Index of the last message."""
    return len(_items(body.get("messages"))) - 1

"""Where subschemas stand in a schema node."""

from collections.abc import Iterator

from why400.json_schema.fault import Link

_ONE = ("items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else")
_LIST = ("anyOf", "oneOf", "allOf", "prefixItems")
_MAP = ("properties", "$defs", "definitions", "patternProperties")


def subschemas(node: dict[str, object]) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """The (steps, subschema) pairs right below a node, in the order of its keys."""
    for key, value in node.items():
        if key in _MAP:
            if isinstance(value, dict):
                for name, below in value.items():
                    yield (key, name), below
        elif key in _LIST:
            if isinstance(value, list):
                for index, below in enumerate(value):
                    yield (key, index), below
        elif key in _ONE:
            if isinstance(value, dict):
                yield (key,), value
            elif key == "items" and isinstance(value, list):
                for index, below in enumerate(value):
                    yield (key, index), below


def extend(link: Link | None, steps: tuple[str | int, ...]) -> Link | None:
    """The link that leads on from `link` by `steps`."""
    for step in steps:
        link = (link, step)
    return link

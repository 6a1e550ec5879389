"""The installed SDK's TypedDict parameters -> nodes, by typing introspection. Never imported at run time."""

from __future__ import annotations

import collections.abc
import importlib
import types as pytypes
import typing

import typing_extensions

from .node import Member, Node, Types, canonical
from .openapi import union

# arguments of the SDK's methods that travel as headers
_HEADERS = {"betas", "user_profile_id", "workspace_id"}


class Sdk:
    """Reads TypedDicts into `types`, under names prefixed `sdk:`, since they are matched by place, not by name."""

    def __init__(self) -> None:
        self.types: Types = {}
        self.ignored: set[str] = set()
        """Response models that the SDK takes as parameters for convenience."""

    def root(self, module: str, name: str, source: str) -> str:
        """Reads the TypedDict `name`, or the union of TypedDicts of that name; the name of its type."""
        declared = getattr(importlib.import_module(module), name)
        classes = typing.get_args(declared) or (declared,)
        first = self._typed_dict(classes[0], source)
        for other in classes[1:]:
            more = self.types[self._typed_dict(other, source).to]
            for key, member in more.fields.items():
                self.types[first.to].fields.setdefault(key, member)
        for key in _HEADERS & set(self.types[first.to].fields):
            del self.types[first.to].fields[key]
        return first.to

    def _typed_dict(self, cls: type, source: str) -> Node:
        # the root classes of several modules share names; their modules tell them apart
        home = cls.__module__.rsplit(".", 1)[1] if cls.__name__.startswith(("MessageCreate", "Request")) else ""
        name = f"sdk:{source}:{home}:{cls.__name__}"
        if name not in self.types:
            node = self.types[name] = Node("object", {source})
            config = getattr(cls, "__pydantic_config__", {})
            node.closed = config.get("extra") != "allow"
            for key, hint in typing.get_type_hints(cls, include_extras=True).items():
                self._field(node, cls, key, hint, source)
        return Node("ref", {source}, to=name)

    def _field(self, node: Node, cls: type, key: str, hint: object, source: str) -> None:
        required = key in getattr(cls, "__required_keys__", ())
        while typing.get_origin(hint) in (typing_extensions.Required, typing.Required):
            hint, required = typing.get_args(hint)[0], True
        if typing.get_origin(hint) in (typing_extensions.NotRequired, typing.NotRequired):
            hint, required = typing.get_args(hint)[0], False
        if typing.get_origin(hint) is typing.Annotated:
            inner, *extras = typing.get_args(hint)
            alias = next((e.alias for e in extras if getattr(e, "alias", None)), None)
            hint, key = inner, alias or key
        node.fields[key] = Member(self._convert(hint, source), required, {source})

    def _convert(self, hint: object, source: str) -> Node:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Annotated, typing_extensions.Required, typing.Required):
            return self._convert(args[0], source)
        if origin in (typing.Literal, typing_extensions.Literal):
            if all(isinstance(value, bool) for value in args):
                return Node("boolean", {source})
            return Node("enum", {source}, values={str(value): {source} for value in args})
        if origin in (typing.Union, pytypes.UnionType):
            return self._union(args, source)
        if origin is dict or hint is dict:
            rest = self._convert(args[1], source) if args else Node("any", {source})
            return Node("object", {source}, closed=False, rest=None if rest.kind == "any" else rest)
        if isinstance(origin, type) and issubclass(origin, collections.abc.Mapping):
            return Node("object", {source}, closed=False)
        if origin is not None and (
            (isinstance(origin, type) and issubclass(origin, collections.abc.Iterable))
            or getattr(origin, "__name__", "") == "SequenceNotStr"
        ):
            return Node("array", {source}, items=self._convert(args[0], source))
        plain = {str: "string", bool: "boolean", int: "integer", float: "number", object: "any"}
        if hint in plain:
            return Node(plain[hint], {source})
        if typing_extensions.is_typeddict(hint) or typing.is_typeddict(hint):
            return self._typed_dict(typing.cast("type", hint), source)
        raise ValueError(f"no schema form for {hint!r}")

    def _union(self, args: tuple[object, ...], source: str) -> Node:
        options = []
        for arg in args:
            if arg is type(None) or _is_file(arg):
                continue
            if _is_model(arg):
                self.ignored.add(getattr(arg, "__name__", str(arg)))
                continue
            options.append(self._convert(arg, source))
        objects = [self.types[o.to] for o in options if o.kind == "ref"]
        by = "role" if objects and all("role" in o.fields for o in objects) else None
        node = union(options, source, self.types, by)
        node.nullable = node.nullable or type(None) in args
        return node


def _is_model(arg: object) -> bool:
    inner = typing.get_args(arg)[0] if typing.get_origin(arg) is typing.Annotated else arg
    if typing.get_origin(inner) in (typing.Union, pytypes.UnionType):
        return all(_is_model(one) for one in typing.get_args(inner))
    return hasattr(inner, "model_fields")


def _is_file(arg: object) -> bool:
    """Files and dates that the SDK turns into text before it sends them."""
    home = getattr(arg, "__module__", "")
    return home in {"io", "_io", "os", "pathlib", "datetime"} or str(arg).startswith(("typing.IO", "os.PathLike"))


def sdk_name(name: str) -> str:
    """The canonical name of a type that only the SDK has."""
    return canonical(name.rsplit(":", 1)[1])

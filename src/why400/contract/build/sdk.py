"""The SDK's parameter types -> nodes, from its source files; the SDK is never imported."""

from __future__ import annotations

import ast

from why400.contract.build.node import Member, Node, Types, canonical
from why400.contract.build.openapi import union
from why400.contract.build.source_tree import Defined, External, Module, SourceTree
from why400.errors import FormatError

# arguments of the SDK's methods that travel as headers
_HEADERS = {"betas", "user_profile_id", "workspace_id"}
_PLAIN = {"str": "string", "bool": "boolean", "int": "integer", "float": "number", "object": "any", "Any": "any", "datetime": "string",
          "date": "string"}  # fmt: skip
_LISTS = {"Iterable", "List", "list", "Sequence", "SequenceNotStr", "Collection", "Tuple", "tuple"}
_DICTS = {"Dict", "dict"}
_MAPPINGS = {"Mapping", "MutableMapping"}
_WRAPPERS = {"Annotated", "Required", "NotRequired", "ReadOnly"}
_FILES = {"datetime", "date", "IO", "PathLike"}
"""What the SDK turns into text before it sends it, where a union names it beside text."""


class Sdk:
    """Reads TypedDicts into `types`, under names prefixed `sdk:`, since they are matched by place, not by name."""

    def __init__(self, tree: SourceTree, *, extras: bool = False) -> None:
        self.tree = tree
        self.types: Types = {}
        self.ignored: set[str] = set()
        """Response models that the SDK takes as parameters for convenience."""
        self._classes: dict[str, ast.ClassDef] = {}
        self._extras = extras
        """Whether `extra_items` of a TypedDict opens it; the Messages API's own are closed all the same."""

    def has(self, module: str, name: str) -> bool:
        """Whether the SDK has the module, and the name in it."""
        found = self.tree.module(f"{self.tree.package}.types.{module}")
        return found is not None and name in found.names

    def root(self, module: str, name: str, source: str) -> str:
        """Reads the TypedDict `name`, or the union of TypedDicts of that name; the name of its type. Raises FormatError where there is none."""
        home = self.tree.module(f"{self.tree.package}.types.{module}")
        if home is None or name not in home.names:
            raise FormatError(f"{self.tree.root}: the SDK has no {name} in types/{module.replace('.', '/')}.py")
        found = self._flat(home, ast.Name(name))
        classes = [one for one in found if isinstance(one, Defined) and isinstance(one.node, ast.ClassDef)]
        if not classes:
            raise FormatError(f"{self.tree.root}: {name} of types/{module.replace('.', '/')}.py is no TypedDict")
        first = self._typed_dict(classes[0], source)
        for other in classes[1:]:
            more = self.types[self._typed_dict(other, source).to]
            for key, member in more.fields.items():
                self.types[first.to].fields.setdefault(key, member)
        fields = self.types[first.to].fields
        for key in [key for key in fields if key in _HEADERS or key.startswith("anthropic-")]:
            del fields[key]
        return first.to

    def named(self, module: Module, node: ast.expr, source: str) -> str | None:
        """Reads the TypedDict that an expression in a module names; the name of its type, None where it names none."""
        found = self.tree.meaning(module, node)
        if not isinstance(found, Defined) or found.node is None:
            return None
        name = (
            found.node.name if isinstance(found.node, ast.ClassDef) else node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)
        )
        return self.root(found.module.name.removeprefix(f"{self.tree.package}.types."), name, source)

    def annotation(self, module: Module, hint: ast.expr, source: str) -> Node:
        """The node of any annotation in a module. Raises ValueError for one that has no form here."""
        return self._convert(module, hint, source)

    def _typed_dict(self, found: Defined, source: str) -> Node:
        assert isinstance(found.node, ast.ClassDef)
        # the root classes of several modules share names; their modules tell them apart
        home = found.module.name.rsplit(".", 1)[1] if found.node.name.startswith(("MessageCreate", "Request")) else ""
        name = f"sdk:{source}:{home}:{found.node.name}"
        if self._classes.setdefault(name, found.node) is not found.node:
            name = f"sdk:{source}:{home}:{found.node.name}Of{found.module.name.rsplit('.', 1)[1].title().replace('_', '')}"
        if name not in self.types:
            node = self.types[name] = Node("object", {source})
            self._members(node, found, source)
        return Node("ref", {source}, to=name)

    def _members(self, node: Node, found: Defined, source: str) -> None:
        """Adds the class's fields, those of its bases first."""
        assert isinstance(found.node, ast.ClassDef)
        total = True
        for keyword in found.node.keywords:
            if keyword.arg == "total" and isinstance(keyword.value, ast.Constant):
                total = bool(keyword.value.value)
            elif keyword.arg == "extra_items" and self._extras:
                node.closed = False
        for base in found.node.bases:
            above = self.tree.meaning(found.module, base)
            if isinstance(above, Defined) and isinstance(above.node, ast.ClassDef):
                self._members(node, above, source)
            elif isinstance(above, Defined) and isinstance(above.node, ast.Call):
                self._functional(node, above, source)
        for statement in found.node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                self._field(node, found.module, statement.target.id, statement.annotation, source, required=total)
            elif isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__pydantic_config__":
                node.closed = "'allow'" not in ast.unparse(statement.value)

    def _functional(self, node: Node, found: Defined, source: str) -> None:
        assert isinstance(found.node, ast.Call)
        total = not any(key.arg == "total" and isinstance(key.value, ast.Constant) and not key.value.value for key in found.node.keywords)
        given = next((part for part in found.node.args if isinstance(part, ast.Dict)), None)
        for key, hint in zip(given.keys, given.values, strict=True) if given is not None else ():
            if isinstance(key, ast.Constant):
                self._field(node, found.module, str(key.value), hint, source, required=total)

    def _field(self, node: Node, module: Module, key: str, hint: ast.expr, source: str, *, required: bool) -> None:
        while isinstance(hint, ast.Subscript) and (wrapper := self._word(module, hint.value)) in _WRAPPERS:
            if wrapper in ("Required", "NotRequired"):
                required = wrapper == "Required"
            parts = _parts(hint)
            if wrapper == "Annotated":
                alias = next((k.value for p in parts[1:] if isinstance(p, ast.Call) for k in p.keywords if k.arg == "alias"), None)
                key = str(alias.value) if isinstance(alias, ast.Constant) else key
            hint = parts[0]
        node.fields[key] = Member(self._convert(module, hint, source), required, {source})

    def _word(self, module: Module, node: ast.expr) -> str:
        """The bare name of what is subscripted: Union, List, SequenceNotStr …"""
        found = self.tree.meaning(module, node)
        if isinstance(found, External):
            return found.last
        return found.node.name if isinstance(found, Defined) and isinstance(found.node, ast.ClassDef) else ast.unparse(node)

    def _convert(self, module: Module, hint: ast.expr, source: str) -> Node:
        if isinstance(hint, ast.Constant) and isinstance(hint.value, str):
            hint = ast.parse(hint.value, mode="eval").body
        if isinstance(hint, ast.BinOp):
            return self._union(module, hint, source)
        if isinstance(hint, ast.Subscript):
            return self._subscript(module, hint, source)
        found = self.tree.meaning(module, hint)
        if isinstance(found, External):
            if found.last in _PLAIN:
                return Node(_PLAIN[found.last], {source})
            if found.last in _DICTS | _MAPPINGS:
                return Node("object", {source}, closed=False)
        elif isinstance(found, Defined) and isinstance(found.node, ast.ClassDef) and self._is_typed_dict(found):
            return self._typed_dict(found, source)
        elif isinstance(found, Defined) and isinstance(found.node, ast.expr):
            return self._convert(found.module, found.node, source)
        raise ValueError(f"no schema form for {ast.unparse(hint)} in {module.name}")

    def _subscript(self, module: Module, hint: ast.Subscript, source: str) -> Node:
        word, parts = self._word(module, hint.value), _parts(hint)
        if word in _WRAPPERS:
            return self._convert(module, parts[0], source)
        if word == "Literal":
            values = [part.value for part in parts if isinstance(part, ast.Constant)]
            if all(isinstance(value, bool) for value in values):
                return Node("boolean", {source})
            return Node("enum", {source}, values={str(value): {source} for value in values})
        if word in ("Union", "Optional"):
            return self._union(module, hint, source)
        if word in _DICTS:
            rest = self._convert(module, parts[1], source)
            return Node("object", {source}, closed=False, rest=None if rest.kind == "any" else rest)
        if word in _MAPPINGS:
            return Node("object", {source}, closed=False)
        if word in _LISTS:
            return Node("array", {source}, items=self._convert(module, parts[0], source))
        raise ValueError(f"no schema form for {ast.unparse(hint)} in {module.name}")

    def _union(self, module: Module, hint: ast.expr, source: str) -> Node:
        options: list[Node] = []
        nullable = False
        for arg in self._flat(module, hint):
            if isinstance(arg, External):
                if arg.last == "None":
                    nullable = True
                elif arg.last in _PLAIN and arg.last not in _FILES:
                    options.append(Node(_PLAIN[arg.last], {source}))
                elif arg.last not in _FILES:
                    raise ValueError(f"no schema form for {arg.name} in {module.name}")
            elif isinstance(arg.node, ast.ClassDef):
                if self._is_typed_dict(arg):
                    options.append(self._typed_dict(arg, source))
                else:
                    self.ignored.add(arg.node.name)
            elif isinstance(arg.node, ast.expr) and not self._only_models(arg.module, arg.node):
                options.append(self._convert(arg.module, arg.node, source))
        objects = [self.types[o.to] for o in options if o.kind == "ref"]
        by = "role" if objects and all("role" in o.fields for o in objects) else None
        node = union(options, source, self.types, by)
        node.nullable = node.nullable or nullable
        return node

    def _flat(self, module: Module, hint: ast.expr) -> list[Defined | External]:
        """The members of a union, those of unions within it in their place, each once."""
        out: list[Defined | External] = []
        seen: set[object] = set()
        followed: set[int] = set()
        waiting: list[tuple[Module, ast.expr]] = [(module, hint)]
        while waiting:
            home, node = waiting.pop(0)
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                node = ast.parse(node.value, mode="eval").body
            found: Defined | External | None = External("None") if isinstance(node, ast.Constant) else None
            if isinstance(node, ast.BinOp):
                waiting[:0] = [(home, node.left), (home, node.right)]
                continue
            if isinstance(node, ast.Subscript) and (word := self._word(home, node.value)) in ("Union", "Optional"):
                waiting[:0] = [(home, part) for part in _parts(node)] + ([(home, ast.Constant(None))] if word == "Optional" else [])
                continue
            if isinstance(node, ast.Subscript) and self._word(home, node.value) in _FILES:
                found = External(self._word(home, node.value))
            found = found or self.tree.meaning(home, node) or Defined(home, node)
            if isinstance(found, Defined) and isinstance(found.node, ast.expr) and found.node is not node:
                if id(found.node) not in followed:  # else an alias that goes round in a circle
                    followed.add(id(found.node))
                    waiting.insert(0, (found.module, found.node))
                continue
            key: object = found.name if isinstance(found, External) else id(found.node)
            if key not in seen:
                seen.add(key)
                out.append(found)
        return out

    def _is_typed_dict(self, found: Defined) -> bool:
        assert isinstance(found.node, ast.ClassDef)
        for base in found.node.bases:
            above = self.tree.meaning(found.module, base)
            if isinstance(above, External) and above.last == "TypedDict":
                return True
            if isinstance(above, Defined) and isinstance(above.node, ast.Call):
                return self._word(above.module, above.node.func) == "TypedDict"
            if isinstance(above, Defined) and isinstance(above.node, ast.ClassDef) and self._is_typed_dict(above):
                return True
        return False

    def _only_models(self, module: Module, node: ast.expr) -> bool:
        """Whether all of an annotated union are response models."""
        if not isinstance(node, ast.Subscript) or self._word(module, node.value) != "Annotated":
            return False
        parts = self._flat(module, _parts(node)[0])
        return all(isinstance(one, Defined) and isinstance(one.node, ast.ClassDef) and not self._is_typed_dict(one) for one in parts)


def _parts(hint: ast.Subscript) -> list[ast.expr]:
    return list(hint.slice.elts) if isinstance(hint.slice, ast.Tuple) else [hint.slice]


def sdk_name(name: str) -> str:
    """The canonical name of a type that only the SDK has."""
    return canonical(name.rpartition(":")[2])

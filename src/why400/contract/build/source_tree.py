"""A Python package read as text: its modules' names, followed through imports and aliases to where they are defined."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path

from why400.errors import FormatError

_LONGEST_CHAIN = 50  # imports and aliases that one name is followed through


@dataclass(slots=True, frozen=True)
class External:
    """A name that is not of this package: `typing.Optional`, `builtins.str`, `datetime.datetime`."""

    name: str

    @property
    def last(self) -> str:
        """The name without its module."""
        return self.name.rpartition(".")[2]


@dataclass(slots=True, frozen=True)
class _Imported:
    module: str
    name: str | None


@dataclass(slots=True, eq=False)
class Module:
    """One module: its top-level names and what they are bound to."""

    name: str
    tree: ast.Module
    names: dict[str, ast.ClassDef | ast.expr | _Imported] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class Defined:
    """Where a name is defined: a class, an expression (an alias, a functional TypedDict), or a module (`node` None)."""

    module: Module
    node: ast.ClassDef | ast.expr | None


class SourceTree:
    """The modules of one package, each parsed when it is first asked for.

    `root` is the package's own folder. Raises FormatError where a file of it is no Python.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.package = root.name
        self._modules: dict[str, Module | None] = {}

    def module(self, name: str) -> Module | None:
        """The module of that dotted name; None where the package has none."""
        if name not in self._modules:
            self._modules[name] = self._read(name)
        return self._modules[name]

    def defined(self, module: Module, name: str) -> Defined | External:
        """What a name of the module means, wherever it comes from."""
        for _ in range(_LONGEST_CHAIN):
            bound = module.names.get(name)
            if bound is None:
                inner = self.module(f"{module.name}.{name}") if module.name == self.package or self._is_package(module.name) else None
                return Defined(inner, None) if inner is not None else External(f"builtins.{name}")
            if not isinstance(bound, _Imported):
                return Defined(module, bound)
            if bound.module.partition(".")[0] != self.package:
                return External(bound.module if bound.name is None else f"{bound.module}.{bound.name}")
            found = self.module(bound.module)
            if bound.name is None:
                return Defined(found, None) if found is not None else External(bound.module)
            if found is None or bound.name not in found.names:
                inner = self.module(f"{bound.module}.{bound.name}")
                return Defined(inner, None) if inner is not None else External(f"{bound.module}.{bound.name}")
            module, name = found, bound.name
        raise FormatError(f"{self.root}: the imports of {name} go in a circle")

    def meaning(self, module: Module, node: ast.expr) -> Defined | External | None:
        """What a name or a dotted name means; None for any other expression."""
        if isinstance(node, ast.Name):
            return self.defined(module, node.id)
        if isinstance(node, ast.Attribute):
            holder = self.meaning(module, node.value)
            if isinstance(holder, Defined) and holder.node is None:
                return self.defined(holder.module, node.attr)
            return External(f"{holder.name}.{node.attr}") if isinstance(holder, External) else None
        return None

    def _path(self, name: str) -> Path | None:
        first, *rest = name.split(".")
        if first != self.package:
            return None
        base = self.root.joinpath(*rest)
        return next((path for path in (base / "__init__.py", base.with_name(base.name + ".py")) if path.is_file()), None)

    def _is_package(self, name: str) -> bool:
        path = self._path(name)
        return path is not None and path.name == "__init__.py"

    def _read(self, name: str) -> Module | None:
        path = self._path(name)
        if path is None:
            return None
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError, RecursionError, OSError) as exc:
            raise FormatError(f"{path} cannot be read as Python ({exc}): is the package whole?") from None
        module = Module(name, tree)
        around = name if path.name == "__init__.py" else name.rpartition(".")[0]
        self._bind(module, tree.body, around)
        return module

    def _bind(self, module: Module, body: list[ast.stmt], around: str) -> None:
        for statement in body:
            match statement:
                case ast.ImportFrom():
                    home = self._absolute(statement, around)
                    for alias in statement.names:
                        module.names[alias.asname or alias.name] = _Imported(home, alias.name)
                case ast.Import():
                    for alias in statement.names:
                        module.names[alias.asname or alias.name.partition(".")[0]] = _Imported(alias.name, None)
                case ast.ClassDef():
                    module.names[statement.name] = statement
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
                ):
                    module.names[name] = value
                case ast.If() | ast.Try():  # `if TYPE_CHECKING`, and imports that may fail
                    self._bind(module, statement.body, around)
                case _:
                    pass

    @staticmethod
    def _absolute(statement: ast.ImportFrom, around: str) -> str:
        if not statement.level:
            return statement.module or ""
        steps = around.split(".")
        base = ".".join(steps[: len(steps) - statement.level + 1])
        return f"{base}.{statement.module}" if statement.module else base

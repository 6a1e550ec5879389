"""The SDK's methods -> endpoints: method, path, query, betas and body, read from the source of its resources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from why400.contract.build.source_tree import Module, SourceTree

_VERBS = {"_get": "GET", "_post": "POST", "_put": "PUT", "_patch": "PATCH", "_delete": "DELETE", "_get_api_list": "GET"}
_ABSENT = {"omit", "NOT_GIVEN", "not_given", "NotGiven"}


@dataclass(slots=True)
class Argument:
    """One member of a body or a query: its name on the wire, and what the method takes for it."""

    name: str
    hint: ast.expr | None
    required: bool


@dataclass(slots=True)
class Operation:
    """One method of the SDK that sends a request."""

    method: str
    path: str
    module: Module
    beta: bool
    """Whether it stands under `beta` in the SDK."""
    body: list[Argument] | None = None
    body_class: ast.expr | None = None
    """The TypedDict of the body, where the method names it (older SDKs)."""
    body_whole: ast.expr | None = None
    """What the method takes for the body as a whole, where that is one argument."""
    multipart: bool = False
    query: list[Argument] = field(default_factory=list)
    query_class: ast.expr | None = None
    """Likewise of the query."""
    betas: set[str] = field(default_factory=set)
    """Betas that it sends always."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def operations(tree: SourceTree) -> list[Operation]:
    """All requests that the SDK can send, in the order of its files."""
    found: list[Operation] = []
    folder = tree.root / "resources"
    for path in sorted(folder.rglob("*.py")):
        if path.name == "__init__.py":
            continue
        steps = path.relative_to(tree.root).with_suffix("").parts
        module = tree.module(".".join((tree.package, *steps)))
        if module is not None:
            found.extend(_of_module(module, beta=steps[1] == "beta"))
    return found


def _of_module(module: Module, *, beta: bool) -> Iterator[Operation]:
    for cls in module.tree.body:
        if not isinstance(cls, ast.ClassDef) or cls.name.startswith("Async"):
            continue
        for method in cls.body:
            if isinstance(method, ast.FunctionDef) and not any(ast.unparse(one).endswith("overload") for one in method.decorator_list):
                yield from _of_method(module, method, beta=beta)


def _of_method(module: Module, method: ast.FunctionDef, *, beta: bool) -> Iterator[Operation]:
    for call in ast.walk(method):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr not in _VERBS or not call.args:
            continue
        path = _path(call.args[0], method)
        if path is None:
            continue
        given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
        verb = given.get("method")
        made = Operation(_VERBS[call.func.attr], path, module, beta)
        if isinstance(verb, ast.Constant):
            made.method = str(verb.value).upper()
        made.multipart = "files" in given
        made.betas = _fixed_betas(method)
        hints = _hints(method)
        if "body" in given and not made.multipart:
            made.body, made.body_class = _members(given["body"], hints)
            made.body_whole = _whole(given["body"], hints)
        options = given.get("options")
        for part in ast.walk(options) if options is not None else ():
            if isinstance(part, ast.keyword) and part.arg == "query":
                query, made.query_class = _members(part.value, hints)
                made.query = query or []
        yield made


def _path(node: ast.expr, method: ast.FunctionDef) -> str | None:
    if isinstance(node, ast.Call) and node.args:  # path_template("…", …)
        return _path(node.args[0], method)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
    elif isinstance(node, ast.IfExp):
        return _path(node.body, method)
    else:
        return None
    return text.partition("?")[0] if text.startswith("/") else None


def _hints(method: ast.FunctionDef) -> dict[str, tuple[ast.expr | None, bool]]:
    """By argument: its annotation, and whether it has to be given."""
    spec = method.args
    found: dict[str, tuple[ast.expr | None, bool]] = {arg.arg: (arg.annotation, True) for arg in spec.args[1:]}
    for arg, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True):
        found[arg.arg] = (arg.annotation, default is None or (isinstance(default, ast.Name) and default.id not in _ABSENT))
    return found


def _members(node: ast.expr, hints: dict[str, tuple[ast.expr | None, bool]]) -> tuple[list[Argument] | None, ast.expr | None]:
    cls: ast.expr | None = None
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("maybe_transform") and len(node.args) == 2:
        transform = node.args
        node, cls = transform[0], transform[1]
        cls = cls.body if isinstance(cls, ast.IfExp) else cls
    if not isinstance(node, ast.Dict):
        return None, cls
    members = []
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant):
            hint, required = hints.get(value.id, (None, False)) if isinstance(value, ast.Name) else (None, False)
            members.append(Argument(str(key.value), hint, required))
    return members, cls


def _whole(node: ast.expr, hints: dict[str, tuple[ast.expr | None, bool]]) -> ast.expr | None:
    """The annotation of the argument that is sent as it is, with no name of its own on the wire."""
    return hints[node.id][0] if isinstance(node, ast.Name) and node.id in hints else None


def _fixed_betas(method: ast.FunctionDef) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(method):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "anthropic-beta" and isinstance(value, ast.Constant):
                    found.update(re.split(r"\s*,\s*", str(value.value)))
    return found

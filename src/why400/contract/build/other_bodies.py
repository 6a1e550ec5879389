"""The bodies of all endpoints beyond the Messages API, from the arguments of the SDK's methods.

What stands here is known from types alone, so that what breaks it warns; only a body that an OpenAPI document closes is closed for certain.
"""

from __future__ import annotations

from typing import cast

from why400.contract.build.emit import emit_types, reachable
from why400.contract.build.finished_form import read_types
from why400.contract.build.merge import Merger
from why400.contract.build.node import Json, Member, Node
from why400.contract.build.operations import Operation
from why400.contract.build.schemas import ROOTS
from why400.contract.build.sdk import Sdk
from why400.contract.build.source_tree import SourceTree

_OWN = {endpoint for endpoint, *_ in ROOTS.values()}


def build_bodies(
    tree: SourceTree, ways: list[Operation], closed: frozenset[str], generator: str, sources: Json, base: Json | None = None
) -> tuple[Json, list[str]]:
    """The roots by endpoint and all types, finished; and notes on what could not be read.

    `ways`: the SDK's operations. `closed`: the endpoints whose bodies an OpenAPI document closes. `base`: the same of an earlier SDK; nothing of it is lost.
    """
    sdk = Sdk(tree, extras=True)
    roots = dict(cast("dict[str, str]", base["roots"])) if base is not None else {}
    types = read_types(cast("dict[str, Json]", base["types"]), list(roots.values())) if base is not None else {}
    read, notes = _read_all(ways, sdk)
    merger = Merger(types, sdk.types)
    for endpoint, bodies in read.items():
        if endpoint not in roots:
            roots[endpoint] = merger.adopt(bodies.pop(0))
        for body in bodies:
            merger.pair(roots[endpoint], body)
    for endpoint, bodies in read.items():
        for body in bodies:
            merger.merge(roots[endpoint], body)
    finished = {name: cast("Json", _without_betas(node)) for name, node in emit_types(types).items()}
    kept: dict[str, Json] = {}
    for endpoint, root in roots.items():
        if endpoint in closed:
            finished[root]["sure"] = {"closed": "documented"}
        kept.update(reachable(root, finished))
    return {"generator": generator, "sources": sources, "roots": roots, "types": kept}, notes + merger.notes


def _read_all(ways: list[Operation], sdk: Sdk) -> tuple[dict[str, list[str]], list[str]]:
    """By endpoint: the types of its body, one for each method of the SDK that sends it; and notes."""
    read: dict[str, list[str]] = {}
    notes: list[str] = []
    for operation in ways:
        sends = operation.body is not None or operation.body_whole is not None
        if sends and str(operation) not in _OWN:
            try:
                body = _read_body(operation, sdk)
                read.setdefault(str(operation), []).append(body)
            except ValueError as exc:
                notes.append(f"{operation}: {exc}")
    return read, notes


def closed_bodies(document: Json) -> frozenset[str]:
    """The endpoints whose bodies an OpenAPI document closes."""
    schemas = cast("dict[str, dict[str, Json]]", document["components"])["schemas"]
    found: set[str] = set()
    for path, methods in cast("dict[str, dict[str, Json]]", document.get("paths", {})).items():
        for method, operation in methods.items():
            content = cast("dict[str, Json]", cast("Json", operation.get("requestBody", {})).get("content", {}))
            schema = cast("Json", content.get("application/json", {}).get("schema", {}))
            named = schemas.get(str(schema.get("$ref", "")).rpartition("/")[2], {})
            if named.get("additionalProperties") is False and named.get("properties"):
                found.add(f"{method.upper()} {path.partition('?')[0]}")
    return frozenset(found)


def _read_body(operation: Operation, sdk: Sdk) -> str:
    """Reads one method's body into the SDK's types; the name of its type. Raises ValueError for an argument that has no form here."""
    source = "sdk-beta" if operation.beta else "sdk-stable"
    arguments = operation.body or []
    if operation.body_whole is not None:
        body = sdk.annotation(operation.module, operation.body_whole, source)
        if body.kind == "ref":
            return body.to
        sdk.types[f"sdk:{source}::{operation} body"] = body
        return f"sdk:{source}::{operation} body"
    name = sdk.named(operation.module, operation.body_class, source) if operation.body_class is not None else None
    if name is not None:
        fields = sdk.types[name].fields  # a class of an older SDK also has what goes into path and query
        for key in fields.keys() - {argument.name for argument in arguments}:
            del fields[key]
        return name
    name = f"sdk:{source}::{operation} body"
    node = sdk.types.setdefault(name, Node("object", {source}))
    for argument in arguments:
        read = sdk.annotation(operation.module, argument.hint, source) if argument.hint is not None else Node("any", {source})
        node.fields[argument.name] = Member(read, argument.required, {source})
    return name


def _without_betas(value: object) -> object:
    """The form without marks of unknown betas: whole endpoints are in beta here, and name theirs."""
    if isinstance(value, dict):
        return {key: _without_betas(item) for key, item in value.items() if key not in ("betas", "value_betas")}
    return [_without_betas(item) for item in value] if isinstance(value, list) else value

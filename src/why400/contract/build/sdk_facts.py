"""What an SDK lists beside its types: endpoints, betas, models and the days on which models end."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from why400.contract.build.models_list import new_model
from why400.contract.build.node import Json, Node
from why400.contract.build.operations import Operation
from why400.contract.build.sdk import Sdk
from why400.contract.build.source_tree import SourceTree

_UNREAD = "GET /v1/messages/batches/{message_batch_id}/results"  # the SDK takes its address from an answer
_DATED = re.compile(r"-\d{4}-\d\d-\d\d$", re.ASCII)
_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "array": "array", "enum": "string"}


def lay_endpoints(endpoints: list[Json], tree: SourceTree, ways: list[Operation], version: str, day: date) -> None:
    """Adds the SDK's endpoints and query parameters, in place; `in_sdk` says afterwards what this SDK has."""
    sdk = Sdk(tree, extras=True)
    known = {f"{one['method']} {one['path']}": one for one in endpoints}
    listed: dict[str, list[Operation]] = {}
    for operation in ways:
        listed.setdefault(str(operation), []).append(operation)
    for name, same in listed.items():
        if name not in known:
            known[name] = _endpoint(same, version, day)
            endpoints.append(known[name])
        query = cast("list[Json]", known[name]["query"])
        have = {str(param["name"]).removesuffix("[]") for param in query}
        for way in same:
            for param in _params(way, sdk):
                if str(param["name"]) not in have:
                    have.add(str(param["name"]))
                    query.append(param)
    for name, one in known.items():
        one["in_sdk"] = name in listed or (name == _UNREAD and bool(one["in_sdk"]))


def _endpoint(ways: list[Operation], version: str, day: date) -> Json:
    first = ways[0]
    betas = set.intersection(*(way.betas for way in ways))
    out: Json = {
        "method": first.method,
        "path": first.path,
        "params": [{"name": name, "prefix": None} for name in re.findall(r"\{(\w+)\}", first.path)],
        "query": [],
        "betas": sorted(betas),
    }
    bodies = [way.body for way in ways if way.body is not None]
    if bodies or first.multipart or first.body_whole is not None:
        fields = {argument.name: argument.required for body in bodies for argument in body}
        out["body"] = {
            "content_type": "multipart/form-data" if first.multipart else "application/json",
            "fields": list(fields),
            "required": [name for name, required in fields.items() if required],
        }
    return {**out, "in_sdk": True, "source": f"{version} {first.module.name}", "date": day.isoformat()}


def _params(way: Operation, sdk: Sdk) -> Iterator[Json]:
    """The query's parameters under their names on the wire."""
    try:
        named = sdk.named(way.module, way.query_class, "sdk-stable") if way.query_class is not None else None
    except ValueError:
        return  # a query of an older SDK in a form of its own
    if named is not None:
        # a class of an older SDK also has what goes into path and body; a name that differs is one that it spells otherwise on the wire
        other = {argument.name for argument in way.body or ()} | set(re.findall(r"\{(\w+)\}", way.path))
        for name, member in sdk.types[named].fields.items():
            if name not in other:
                yield _param(name, member.node, required=member.required)
        return
    for argument in way.query:
        try:
            node = sdk.annotation(way.module, argument.hint, "sdk-stable") if argument.hint is not None else Node("any")
        except ValueError:
            node = Node("any")
        yield _param(argument.name.removesuffix("[]"), node, required=argument.required)


def _param(name: str, node: Node, *, required: bool) -> Json:
    out: Json = {"name": name, "type": _TYPES.get(node.kind, "other")}
    if node.kind == "enum":
        out["values"] = list(node.values)
    return {**out, "required": True} if required else out


def lay_betas(betas: list[Json], tree: SourceTree, version: str, day: date) -> None:
    """Adds the betas that the SDK lists, in place; `listed` says afterwards what this SDK lists."""
    names = _literals(tree, "anthropic_beta_param", "AnthropicBetaParam")
    if not names:
        return
    for beta in betas:
        beta.pop("listed", None)
        if beta["name"] not in names:
            beta["listed"] = False
    known = {beta["name"] for beta in betas}
    betas += [
        {"name": name, "opens": f"not known here yet; {version} lists it", "evidence": _evidence(version, day)}
        for name in names
        if name not in known and _DATED.search(name)
    ]


def lay_model_names(
    models: list[Json], evidence: dict[str, dict[str, Json]], tree: SourceTree, version: str, day: date, known_to: date
) -> None:
    """Adds models that only the SDK names, and ends of models that it announces, in place.

    An end before `known_to`, the contract's own day, was judged by those who keep the contract: it changes nothing.
    """
    index = {name: model for model in models for name in (model["id"], *cast("list[str]", model.get("aliases", [])))}
    for name in _literals(tree, "model_param", "ModelParam"):
        if name not in index:
            index[name] = new_model(name)
            models.append(index[name])
            evidence[name] = {"id": _evidence(version, day)}
    for name, ends in _announced_ends(tree).items():
        model = index.get(name)
        if model is not None and model["id"] == name and "retired" not in model and ends > known_to:
            model["retired"] = ends.isoformat()
            evidence.setdefault(name, {})["retired"] = _evidence(version, day)


def _literals(tree: SourceTree, module: str, name: str) -> list[str]:
    found = tree.module(f"{tree.package}.types.{module}")
    value = found.names.get(name) if found is not None else None
    if not isinstance(value, ast.expr):
        return []
    return [node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _announced_ends(tree: SourceTree) -> dict[str, date]:
    """By model: the end of its life, from the list of deprecated models in the SDK's resource of messages."""
    module = tree.module(f"{tree.package}.resources.messages.messages")
    value = module.names.get("DEPRECATED_MODELS") if module is not None else None
    found: dict[str, date] = {}
    for key, said in zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else ():
        if isinstance(key, ast.Constant) and isinstance(said, ast.Constant):
            words = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", str(said.value))
            try:
                found[str(key.value)] = datetime.strptime(words, "%B %d, %Y").date()
            except ValueError:
                continue
    return found


def _evidence(version: str, day: date) -> Json:
    return {"source": [f"SDK {version}"], "date": day.isoformat(), "certainty": "documented"}

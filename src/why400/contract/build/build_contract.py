"""Builds a contract on the user's machine: the packaged one, and laid over it what newer sources say. Nothing that was accepted is lost."""

from __future__ import annotations

import copy
import tomllib
from datetime import date
from pathlib import Path
from typing import cast

import msgspec

from why400.contract.build.emit import emit_types, reachable
from why400.contract.build.finished_form import read_types
from why400.contract.build.installed import sdk_version
from why400.contract.build.merge import Merger
from why400.contract.build.models_list import lay_models
from why400.contract.build.node import Json, Types
from why400.contract.build.operations import Operation, operations
from why400.contract.build.other_bodies import build_bodies, closed_bodies
from why400.contract.build.overlay import apply
from why400.contract.build.plain import PlainContract, packaged
from why400.contract.build.schemas import ROOTS, from_openapi, lay_sdk
from why400.contract.build.sdk import Sdk
from why400.contract.build.sdk_facts import lay_betas, lay_endpoints, lay_model_names
from why400.contract.build.source_tree import SourceTree
from why400.contract.in_force import About, BuiltContract, Part, packaged_mark
from why400.errors import FormatError

GENERATOR = "why400 contract build"
_OVERLAY = Path(__file__).parents[1] / "overlay.toml"
_WHENCE = ("in", "unlisted", "source")
"""Marks that say where a place is from: no request is judged by them."""


def build_contract(
    *, sdk: Path | None = None, openapi: tuple[str, Json] | None = None, models: tuple[str, list[Json]] | None = None, day: date
) -> tuple[bytes, list[str]]:
    """The file of a built contract, and notes on what its sources contradict each other in.

    `sdk`: the package's folder; `openapi` and `models`: a file's name and its content. Raises FormatError for a source that is not what it is
    taken for.
    """
    base = packaged()
    made = copy.deepcopy(base)
    try:
        notes = _lay_sources(made, base, sdk, openapi, day)
    except FormatError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as exc:
        where = " and ".join(str(one) for one in (openapi[0] if openapi is not None else None, sdk) if one is not None)
        raise FormatError(f"{where}: no contract can be read from it ({type(exc).__name__}: {exc})") from exc
    if models is not None:
        lay_models(made.models, made.models_evidence, models[1], day)
    about = About(day, made.sdk, made.openapi, models[0] if models is not None else None, packaged_mark(), _changed(base, made))
    parts = (made.schemas(), made.bodies(), made.endpoints, made.models, made.models_evidence, made.betas)
    raw = BuiltContract(about, *(msgspec.Raw(msgspec.json.encode(part)) for part in parts))
    return msgspec.json.encode(raw) + b"\n", notes


def _lay_sources(made: PlainContract, base: PlainContract, sdk: Path | None, openapi: tuple[str, Json] | None, day: date) -> list[str]:
    tree = SourceTree(sdk) if sdk is not None else None
    ways = operations(tree) if tree is not None else []
    notes: list[str] = []
    if openapi is not None or tree is not None:
        notes += _schemas(made, base, tree, ways, openapi[1] if openapi is not None else None)
    if tree is not None:
        version = made.sdk = f"anthropic {sdk_version(tree)}"
        lay_endpoints(made.endpoints, tree, ways, version, day)
        lay_betas(made.betas, tree, version, day)
        lay_model_names(made.models, made.models_evidence, tree, version, day, base.day)
    if openapi is not None:
        made.openapi = openapi[0]
    return notes


def _schemas(made: PlainContract, base: PlainContract, tree: SourceTree | None, ways: list[Operation], document: Json | None) -> list[str]:
    roots = {name: base.roots[endpoint] for name, (endpoint, *_) in ROOTS.items()}
    sdk = Sdk(tree) if tree is not None else None
    types: Types
    if document is None:
        types = read_types(base.types, roots.values())
        notes = lay_sdk(types, roots, sdk) if sdk is not None else []
    else:
        types, roots = from_openapi(document)
        notes = lay_sdk(types, roots, sdk) if sdk is not None else []
        past = read_types(base.types, base.roots.values(), past=True)
        merger = Merger(types, past)
        for name, (endpoint, *_) in ROOTS.items():
            merger.pair(roots[name], base.roots[endpoint])
        for name, (endpoint, *_) in ROOTS.items():
            merger.merge(roots[name], base.roots[endpoint])
    forms = emit_types(types)
    if document is not None:
        notes += _correct(forms)
    _open_values(forms)
    made.roots = {endpoint: roots[name] for name, (endpoint, *_) in ROOTS.items()}
    made.types = {}
    for root in roots.values():
        made.types.update(reachable(root, forms))
    if tree is not None or document is not None:
        closed = closed_bodies(document) if document is not None else frozenset[str]()
        closed |= {endpoint for endpoint, root in cast("dict[str, str]", base.other["roots"]).items() if "sure" in _type(base.other, root)}
        if tree is not None:
            made.other, more = build_bodies(tree, ways, closed, GENERATOR, {}, base.other)
            notes += more
    return notes


def _type(other: Json, root: str) -> Json:
    return cast("dict[str, Json]", other["types"])[root]


def _correct(forms: dict[str, Json]) -> list[str]:
    """Applies the hand-kept corrections that still have their place; notes on the others."""
    notes: list[str] = []
    for kind, changes in tomllib.loads(_OVERLAY.read_text(encoding="utf-8")).items():
        for change in changes:
            places = change.get("at")
            for at in [places] if not isinstance(places, list) else places:
                try:
                    apply(forms, {kind: [{**change, "at": at} if at is not None else change]})
                except (ValueError, KeyError, AssertionError) as exc:
                    notes.append(f"a correction has lost its place: {exc}")
    return notes


def _open_values(value: object) -> None:
    """Takes away marks of values that some unknown beta opens: what no source names cannot be asked for."""
    if isinstance(value, dict):
        gates = value.get("value_betas")
        if isinstance(gates, dict):
            value["value_betas"] = {name: betas for name, betas in gates.items() if betas != ["?"]}
            if not value["value_betas"]:
                del value["value_betas"]
        for item in value.values():
            _open_values(item)
    elif isinstance(value, list):
        for item in value:
            _open_values(item)


def _changed(base: PlainContract, made: PlainContract) -> tuple[Part, ...]:
    found: list[Part] = []
    if _judged(base.schemas()) != _judged(made.schemas()):
        found.append("schemas")
    if _judged(base.bodies()) != _judged(made.bodies()):
        found.append("bodies")
    if base.endpoints != made.endpoints:
        found.append("endpoints")
    if base.models != made.models:
        found.append("models")
    if base.betas != made.betas:
        found.append("betas")
    return tuple(found)


def _judged(value: object) -> object:
    """The form without what no request is judged by; objects keep the order of their members, which is that of reporting."""
    if isinstance(value, dict):
        whole = "kind" in value or "node" in value or "to" in value
        return [(key, _judged(item)) for key, item in (sorted(value.items()) if whole else value.items()) if not (whole and key in _WHENCE)]
    return [_judged(item) for item in value] if isinstance(value, list) else value

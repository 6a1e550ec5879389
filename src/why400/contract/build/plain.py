"""A whole contract as plain JSON values: the packaged one, or a built one, for building on and for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

import msgspec

from why400.contract.build.node import Json
from why400.contract.build.schemas import ROOTS
from why400.contract.in_force import DATA, BuiltContract


@dataclass(slots=True, kw_only=True)
class PlainContract:
    """The parts of a contract that an upgrade of the SDK can change."""

    name: str
    """As people call it: "packaged", or a file's name."""
    day: date
    """Of the packaged contract its own day, of a built one that of its building."""
    sdk: str
    openapi: str
    roots: dict[str, str]
    """By endpoint of the Messages API: the body's type among `types`."""
    types: dict[str, Json]
    other: Json
    """The bodies of all other endpoints: their `roots` and `types`."""
    endpoints: list[Json]
    models: list[Json]
    models_evidence: dict[str, dict[str, Json]]
    betas: list[Json]

    def schemas(self) -> Json:
        """The request schemas of the Messages API, as a built contract keeps them."""
        return {"roots": self.roots, "types": self.types}

    def bodies(self) -> Json:
        """The bodies of all other endpoints, as a built contract keeps them."""
        return {"roots": self.other["roots"], "types": self.other["types"]}


def packaged() -> PlainContract:
    """The contract that came with why400."""
    roots: dict[str, str] = {}
    types: dict[str, Json] = {}
    for name in ROOTS:
        schema = _read(f"schemas/{name}.json")
        roots[str(schema["endpoint"])] = str(schema["root"])
        types.update(cast("dict[str, Json]", schema["types"]))
    facts = _read("facts.json")
    about = cast("dict[str, str]", facts["contract"])
    return PlainContract(
        name="packaged",
        day=date.fromisoformat(about["date"]),
        sdk=about["sdk"],
        openapi=about["openapi"],
        roots=roots,
        types=types,
        other=_read("schemas/other.json"),
        endpoints=cast("list[Json]", _read("endpoints.json")["endpoints"]),
        models=cast("list[Json]", facts["models"]),
        models_evidence=cast("dict[str, dict[str, Json]]", facts["models_evidence"]),
        betas=cast("list[Json]", facts["betas"]),
    )


def plain_of(built: BuiltContract, name: str) -> PlainContract:
    """A built contract, decoded whole."""
    schemas = msgspec.json.decode(built.schemas)
    return PlainContract(
        name=name,
        day=built.about.built,
        sdk=built.about.sdk,
        openapi=built.about.openapi,
        roots=schemas["roots"],
        types=schemas["types"],
        other=msgspec.json.decode(built.bodies),
        endpoints=msgspec.json.decode(built.endpoints),
        models=msgspec.json.decode(built.models),
        models_evidence=msgspec.json.decode(built.models_evidence),
        betas=msgspec.json.decode(built.betas),
    )


def _read(name: str) -> Json:
    return cast("Json", msgspec.json.decode((DATA / name).read_bytes()))

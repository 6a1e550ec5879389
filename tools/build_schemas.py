"""Builds `src/why400/data/schemas/*.json` from an OpenAPI document, the installed SDK and the overlay.

    python -m tools.build_schemas --openapi DOCUMENT [--check]

Without a document nothing is built: the constraints stand in it alone, so the built schemas are committed.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import sys
import tomllib
from pathlib import Path
from typing import cast

from why400.contract.build.node import Json
from why400.contract.build.operations import operations
from why400.contract.build.other_bodies import build_bodies, closed_bodies
from why400.contract.build.overlay import apply
from why400.contract.build.schemas import build_schemas, finished
from why400.contract.build.sdk import Sdk
from why400.contract.build.source_tree import SourceTree

REPOSITORY = Path(__file__).parents[1]
TARGET = REPOSITORY / "src/why400/data/schemas"
GENERATOR = "tools/build_schemas.py"
OVERLAY = REPOSITORY / "src/why400/contract/overlay.toml"


def installed_sdk() -> Path:
    """The folder of the SDK in this environment; it is not imported."""
    found = importlib.util.find_spec("anthropic")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


def build(document: Json, overlay: dict[str, list[Json]], openapi_date: str) -> tuple[dict[str, Json], list[str]]:
    """The schemas by file name (`other`: all but those of the Messages API), and notes on what the sources contradict each other in."""
    types, roots, notes = build_schemas(document, Sdk(SourceTree(installed_sdk())))
    apply(types, overlay)
    sources: Json = {"sdk": f"anthropic {importlib.metadata.version('anthropic')}", "openapi": openapi_date}
    built = finished(types, roots, GENERATOR, sources)
    tree = SourceTree(installed_sdk())
    built["other"], more = build_bodies(tree, operations(tree), closed_bodies(document), GENERATOR, sources)
    return built, notes + more


def unknown_betas(built: dict[str, Json]) -> list[str]:
    """Places that need a beta of which no source says which."""
    found: list[str] = []

    def walk(value: object, path: str) -> None:
        if isinstance(value, dict):
            if value.get("betas") == ["?"]:
                found.append(path)
            found.extend(f"{path} = {v}" for v, b in cast("Json", value.get("value_betas", {})).items() if b == ["?"])
            for key, item in value.items():
                walk(item, f"{path}/{key}")
        elif isinstance(value, list):
            for index, item in enumerate(value):
                walk(item, f"{path}/{index}")

    for name in cast("list[Json]", [schema["types"] for schema in built.values()]):
        walk(name, "")
    return sorted({path.removeprefix("/") for path in found})


def main(argv: list[str] | None = None) -> int:
    """Writes the schemas, or with --check compares; 1 when they differ, 0 also when there is no document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--openapi", type=Path, help="the API's OpenAPI document (JSON)")
    parser.add_argument("--openapi-date", default="2026-05-06", help="the document's state (default %(default)s)")
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    parser.add_argument("--verbose", action="store_true", help="also list contradictions and unknown betas")
    options = parser.parse_args(argv)
    if options.openapi is None or not options.openapi.exists():
        print("schemas: skipped, no OpenAPI document given (--openapi)")
        return 0
    document = cast("Json", json.loads(options.openapi.read_bytes()))
    built, notes = build(document, tomllib.loads(OVERLAY.read_text()), options.openapi_date)
    differing = []
    for name, schema in built.items():
        path = TARGET / f"{name}.json"
        text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        if path.exists() and path.read_text() == text:
            continue
        differing.append(path.name)
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    if options.verbose:
        print("\n".join(notes + [f"unknown beta: {path}" for path in unknown_betas(built)]))
    print(f"schemas: {'differ' if options.check else 'wrote'} {', '.join(differing)}" if differing else "schemas: same")
    return 1 if differing and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""Builds `src/why400/data/schemas/*.json` from an OpenAPI document, the installed SDK and the overlay.

    python -m tools.build_schemas --openapi DOCUMENT [--check]

Without a document nothing is built: the constraints stand in it alone, so the built schemas are committed.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import sys
import tomllib
from pathlib import Path
from typing import cast

from .schema_sources.emit import emit_types, reachable
from .schema_sources.merge import Merger
from .schema_sources.node import Json
from .schema_sources.openapi import OpenApi
from .schema_sources.overlay import apply
from .schema_sources.sdk import Sdk

REPOSITORY = Path(__file__).parents[1]
TARGET = REPOSITORY / "src/why400/data/schemas"
OVERLAY = REPOSITORY / "src/why400/contract/overlay.toml"

ENDPOINTS = {
    "messages": ("POST /v1/messages", "CreateMessageParams", "message_create_params", "MessageCreateParams"),
    "count_tokens": (
        "POST /v1/messages/count_tokens", "CountMessageTokensParams",
        "message_count_tokens_params", "MessageCountTokensParams",
    ),
    "batches": (
        "POST /v1/messages/batches", "CreateMessageBatchParams", "messages.batch_create_params", "BatchCreateParams",
    ),
    "complete": ("POST /v1/complete", "CompletionRequest", None, None),  # no longer in the SDK
}  # fmt: skip


def build(document: Json, overlay: dict[str, list[Json]], openapi_date: str) -> tuple[dict[str, Json], list[str]]:
    """The schema of each endpoint by file name, and notes on what the sources contradict each other in."""
    openapi = OpenApi(document)
    sdk = Sdk()
    roots: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    for name, (_, schema, module, cls) in ENDPOINTS.items():
        roots[name] = openapi.root(schema)
        if module is None or cls is None:
            continue
        openapi.root(f"Beta{schema}")
        pairs.append((roots[name], sdk.root(f"anthropic.types.{module}", cls, "sdk-stable")))
        pairs.append((roots[name], sdk.root(f"anthropic.types.beta.{module}", cls, "sdk-beta")))
    merger = Merger(openapi.types, sdk.types)
    for ours, theirs in pairs:
        merger.pair(ours, theirs)
    for ours, theirs in pairs:
        merger.merge(ours, theirs)
    types = emit_types(openapi.types)
    apply(types, overlay)
    built: dict[str, Json] = {}
    for name, (endpoint, *_) in ENDPOINTS.items():
        built[name] = {
            "generator": "tools/build_schemas.py",
            "sources": {"sdk": f"anthropic {importlib.metadata.version('anthropic')}", "openapi": openapi_date},
            "endpoint": endpoint,
            "root": roots[name],
            "types": reachable(roots[name], types),
        }
    return built, merger.notes


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

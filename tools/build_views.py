"""Builds `src/why400/contract/views/*`: typed views of requests (msgspec Structs) from the built schemas.

    python -m tools.build_views [--check]

A view is at most as wide as the schema: what it decodes has no schema fault, apart from what `marks` lists
(patterns, betas, API versions). Absent optional fields read None while the types refuse a null that the API
refuses; the `.pyi` stubs say so to type checkers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from why400.contract.schema import Array, Object, Ref, Schema, Tagged, load_schema

from .view_sources.structs import Generator, Module
from .view_sources.templates import PACKAGE

REPOSITORY = Path(__file__).parents[1]
TARGET = REPOSITORY / "src/why400/contract/views"

ROOTS = {
    "messages": ("POST /v1/messages", "MessagesRequest"),
    "count_tokens": ("POST /v1/messages/count_tokens", "CountTokensRequest"),
    "batches": ("POST /v1/messages/batches", "BatchesRequest"),
    "complete": ("POST /v1/complete", "CompleteRequest"),
}


def build() -> dict[str, str]:
    """The text of every generated file, by name."""
    schemas = {module: load_schema(endpoint) for module, (endpoint, _) in ROOTS.items()}
    types = {name: node for schema in schemas.values() for name, node in schema.types.items()}
    generator = Generator(types)
    messages = schemas["messages"]
    roots = {root for _, root in ROOTS.values()} | {"BatchItem"}
    tool_types = _only_in_tools(messages)
    files: dict[str, str] = {}
    used = [name for name in types if name not in roots]
    blocks = generator.module("blocks", [name for name in used if name not in tool_types])
    tools = generator.module("tools", [name for name in used if name in tool_types])
    _write(files, generator.finish(blocks))
    _write(files, generator.finish(generator.tools(tools)))
    for module, (_, root) in ROOTS.items():
        names = ["BatchItem", root] if module == "batches" else [root]
        _write(files, generator.finish(generator.endpoint(generator.module(module, names), root)))
    files["marks.py"] = generator.marks()
    files["structs.py"] = generator.structs()
    files["__init__.py"] = PACKAGE
    return files


def _write(files: dict[str, str], module: Module) -> None:
    files[f"{module.name}.py"] = module.python
    files[f"{module.name}.pyi"] = module.stub


def _only_in_tools(schema: Schema) -> set[str]:
    """The types that only tool definitions refer to, custom tools apart: most requests need none of them."""
    tools = schema.body.fields["tools"].node
    assert isinstance(tools, Array)
    assert isinstance(tools.items, Tagged)
    served = [variant.to for variant in tools.items.variants.values() if variant.to != "CustomTool"]
    reached = _reach(schema, served)
    elsewhere = _reach(schema, [schema.root, "CustomTool"], skip=set(served))
    return reached - elsewhere


def _reach(schema: Schema, start: list[str], skip: set[str] | None = None) -> set[str]:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in found or name in (skip or ()):
            continue
        found.add(name)
        waiting.extend(_refs(schema.types[name]))
    return found


def _refs(node: object) -> list[str]:
    if isinstance(node, Ref):
        return [node.to]
    if isinstance(node, Tagged):
        # a definition inside a block stays a dict
        return [] if node.untagged else [variant.to for variant in node.variants.values()]
    parts: list[object] = [getattr(node, "items", None), getattr(node, "rest", None), *getattr(node, "options", ())]
    if isinstance(node, Object):
        parts.extend(member.node for member in node.fields.values())
    return [name for part in parts if part is not None for name in _refs(part)]


def main(argv: list[str] | None = None) -> int:
    """Writes the views, or with --check compares; 1 when they differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    options = parser.parse_args(argv)
    built = build()
    differing = [name for name, text in built.items() if not (TARGET / name).exists() or (TARGET / name).read_text() != text]
    differing += [path.name for path in TARGET.glob("*.py*") if path.is_file() and path.name not in built]
    if not options.check:
        TARGET.mkdir(parents=True, exist_ok=True)
        for name in differing:
            if name in built:
                (TARGET / name).write_text(built[name])
            else:
                (TARGET / name).unlink()
    print(f"views: {'differ' if options.check else 'wrote'} {', '.join(differing)}" if differing else "views: same")
    return 1 if differing and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

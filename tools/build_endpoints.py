"""Builds `src/why400/data/endpoints.json`: methods, paths, parameters, betas and content types of all endpoints.

    python -m tools.build_endpoints --endpoints LIST [--check]

The list (evidence, derived from the official SDK and the documentation) is needed to build; the result is committed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import cast

from tools.build_schemas import installed_sdk
from why400.contract.build.operations import operations
from why400.contract.build.source_tree import SourceTree

Json = dict[str, object]

REPOSITORY = Path(__file__).parents[1]
TARGET = REPOSITORY / "src/why400/data/endpoints.json"
_TYPES = {"str": "string", "string": "string", "int": "integer", "number": "integer", "bool": "boolean", "boolean": "boolean"}


def sent_whole(tree: SourceTree) -> frozenset[str]:
    """The endpoints whose body is one argument of the SDK's method, as it stands."""
    return frozenset(str(one) for one in operations(tree) if one.body_whole is not None)


def build(source: Json, whole: frozenset[str]) -> Json:
    """The committed form of the list."""
    return {
        "generator": "tools/build_endpoints.py",
        "sources": {"sdk": f"anthropic {source['sdk_version']}", "generated": source["generated"]},
        "endpoints": [_endpoint(entry, whole) for entry in cast("list[Json]", source["endpoints"])],
    }


def _endpoint(entry: Json, whole: frozenset[str]) -> Json:
    betas = cast("dict[str, list[str]]", entry["beta_header"] or {})
    body = cast("Json | None", entry["request_body"])
    out: Json = {"method": entry["method"], "path": entry["path"]}
    out["params"] = [_param(param) for param in cast("list[Json]", entry["path_params"])]
    out["query"] = [_query(param) for param in cast("list[Json]", entry["query"])]
    out["betas"] = betas.get("required") or []
    if betas.get("optional"):
        out["optional_betas"] = betas["optional"]
    if body:
        # an argument that the SDK sends as the whole body has no name on the wire, though the list gives it one
        fields = [] if f"{entry['method']} {entry['path']}" in whole else cast("list[Json]", body.get("fields") or [])
        out["body"] = {
            "content_type": body.get("content_type"),
            "fields": [field["name"] for field in fields],
            "required": [field["name"] for field in fields if field.get("required")],
        }
    out["in_sdk"] = entry["in_sdk"]
    out["source"], out["date"] = entry["source"], entry["source_date"]
    return out


def _param(param: Json) -> Json:
    prefix = param.get("id_prefix")
    # the list also describes in words what has no fixed prefix
    exact = prefix if isinstance(prefix, str) and re.fullmatch(r"[a-z_]+_", prefix) else None
    return {"name": param["name"], "prefix": exact}


def _query(param: Json) -> Json:
    said = re.sub(r"^nullable\[(.*)\]$", r"\1", str(param["type"]))
    out: Json = {"name": param["name"], "type": _TYPES.get(said, "other")}
    if re.match(r"(List\[|array)", said):
        out["type"] = "array"
    values = re.fullmatch(r"Literal\[(.*)\]", said)
    if values:
        out["type"], out["values"] = "string", re.findall(r"'([^']*)'", values[1])
    if param.get("required"):
        out["required"] = True
    for limit in ("min", "max", "max_items"):
        if limit in param:
            out[limit] = param[limit]
    return out


def main(argv: list[str] | None = None) -> int:
    """Writes the list, or with --check compares; 1 when they differ, 0 also when there is no source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--endpoints", type=Path, help="the list of endpoints (JSON)")
    parser.add_argument("--check", action="store_true", help="compare with the committed file, write nothing")
    options = parser.parse_args(argv)
    if options.endpoints is None or not options.endpoints.exists():
        print("endpoints: skipped, no list given (--endpoints)")
        return 0
    whole = sent_whole(SourceTree(installed_sdk()))
    text = json.dumps(build(json.loads(options.endpoints.read_bytes()), whole), indent=1, ensure_ascii=False) + "\n"
    if TARGET.exists() and TARGET.read_text() == text:
        print("endpoints: same")
        return 0
    if options.check:
        print("endpoints: differ")
        return 1
    TARGET.write_text(text)
    print("endpoints: wrote endpoints.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())

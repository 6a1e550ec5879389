"""Build src/why400/data/facts.json from the TOML files of src/why400/contract.

Usage: python tools/build_facts.py [--check]
--check compares with the committed file and exits 1 where they differ.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "why400" / "contract"
TARGET = ROOT / "src" / "why400" / "data" / "facts.json"
FAMILIES = ("opus", "sonnet", "haiku", "fable", "mythos", "instant")
UNSURE = ("inferred", "disputed")
Table = dict[str, Any]


class FactError(Exception):
    """A TOML file says something that cannot be built."""


def read(name: str) -> Table:
    """One TOML file of the contract."""
    return tomllib.loads((SOURCES / f"{name}.toml").read_text(encoding="utf-8"))


def evidence(entry: Table) -> Table:
    """The part of an entry that says where it comes from."""
    source = entry.get("source")
    if not source or "date" not in entry or "certainty" not in entry:
        raise FactError(f"no source, date or certainty: {entry!r}")
    said = {"source": [source] if isinstance(source, str) else source, "date": entry["date"], "certainty": entry["certainty"]}
    if "note" in entry:
        said["note"] = entry["note"]
    return said


def build_models() -> tuple[list[Table], dict[str, dict[str, Table]]]:
    """Fold the facts into one table a model, and their evidence into another."""
    facts = read("models")
    models: dict[str, Table] = {}
    for name in facts["order"]:
        family = next((word for word in FAMILIES if word in name), "claude")
        lists: Table = {"aliases": [], "bedrock": [], "vertex": []}
        models[name] = {"id": name, "family": family, **lists, "tools": {}, "tools_kept": {}, "presumed": {}}
    said: dict[str, dict[str, Table]] = {name: {} for name in models}

    def put(name: str, key: str, entry: Table) -> None:
        if key in said[name]:
            raise FactError(f"{name}: {key} is said twice")
        said[name][key] = evidence(entry)

    for entry in facts["alias"]:
        models[entry["model"]]["aliases"] += entry["names"]
        put(entry["model"], "aliases", entry)
    for entry in facts["platform_id"]:
        models[entry["model"]][entry["platform"]].append(entry["id"])
        put(entry["model"], entry["id"], entry)
    for entry in facts["tool"]:
        for name in entry["models"]:
            put(name, f"tools.{entry['type']}", entry)
            if entry["certainty"] in UNSURE:
                models[name]["presumed"][f"tools.{entry['type']}"] = entry["accepted"]
                continue
            models[name]["tools"][entry["type"]] = entry["accepted"]
            if "not_on" in entry:
                models[name]["tools_kept"][entry["type"]] = entry["not_on"]
    for entry in facts["fact"]:
        for name in entry["models"]:
            put(name, entry["name"], entry)
            home = models[name]["presumed"] if entry["certainty"] in UNSURE else models[name]
            home[entry["name"]] = entry["value"]
    return [{key: value for key, value in model.items() if value not in ([], {}) or key == "efforts"} for model in models.values()], said


def build_list(name: str, key: str) -> list[Table]:
    """The entries of one array of tables, each with its evidence."""
    return [
        {**{k: v for k, v in entry.items() if k not in ("source", "date", "certainty", "note")}, "evidence": evidence(entry)}
        for entry in read(name)[key]
    ]


def build() -> bytes:
    """The whole file. Raises FactError, or msgspec.ValidationError where a table does not fit its type."""
    from why400.contract import betas, limits, models, order, platforms, spellings, versions
    from why400.contract._facts import Evidence

    tables, said = build_models()
    sections: dict[str, tuple[object, Any]] = {
        "models": (tables, tuple[models.Model, ...]),
        "models_evidence": (said, dict[str, dict[str, Evidence]]),
        "betas": (build_list("betas", "beta"), tuple[betas.Beta, ...]),
        "versions": (build_list("versions", "version"), tuple[versions.ApiVersion, ...]),
        "platforms": (build_list("platforms", "platform"), tuple[platforms.Platform, ...]),
        "limits": (build_list("limits", "limit"), tuple[limits.Limit, ...]),
        "order": (read("order"), order.Order),
        "spellings": (build_list("spellings", "spelling"), tuple[spellings.Spelling, ...]),
        "contract": (read("contract")["contract"], dict[str, str]),
    }
    parts = []
    for name, (table, kind) in sections.items():
        typed = msgspec.convert(table, kind, strict=True)
        parts.append(f'"{name}":'.encode() + msgspec.json.encode(typed))
    return b'{"generator":"tools/build_facts.py",\n' + b",\n".join(parts) + b"}\n"


def main() -> int:
    """Build or check; 0 when the file is as built."""
    sys.path.insert(0, str(ROOT / "src"))
    built = build()
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_bytes() == built
        if not same:
            print("src/why400/data/facts.json differs from its TOML files: run python tools/build_facts.py", file=sys.stderr)
        return 0 if same else 1
    TARGET.write_bytes(built)
    return 0


if __name__ == "__main__":
    sys.exit(main())

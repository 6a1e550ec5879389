"""Writes `src/why400/data/catalogue.json` from the rules; `--check` compares instead."""

import sys
from pathlib import Path

import msgspec

from why400.rules import all_rules
from why400.rules.catalogue import entry_of

TARGET = Path(__file__).parent.parent / "src/why400/data/catalogue.json"


def built() -> bytes:
    """The file's content, from the rules as they are now."""
    entries = [entry_of(rule) for rule in all_rules().values()]
    data = msgspec.json.encode({"generator": "tools/build_catalogue.py", "rules": entries})
    return msgspec.json.format(data, indent=1) + b"\n"


def main() -> int:
    """Returns the exit code."""
    if "--check" in sys.argv:
        if not TARGET.exists() or TARGET.read_bytes() != built():
            print(f"{TARGET.name} is out of date: run make generate", file=sys.stderr)
            return 1
        return 0
    TARGET.write_bytes(built())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

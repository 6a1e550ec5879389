"""Runs every generator in its order; `--check` compares what is committed instead of writing."""

import subprocess
import sys

GENERATORS = (
    "build_schemas",
    "build_endpoints",
    "build_facts",
    "build_views",
    "build_catalogue",
    "build_pages",
    "build_report_schemas",
    "build_commands",
    "build_sentences",
)


def main() -> int:
    """Returns the exit code: that of the first generator that fails."""
    for name in GENERATORS:
        code = subprocess.run([sys.executable, "-m", f"tools.{name}", *sys.argv[1:]], check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Writes tests/corpus/texts.jsonl: the pasted error texts that the tests read, in our own form.

Usage: python tests/corpus/make_texts.py PATH_TO/errors.jsonl
"""

import json
import sys
from pathlib import Path

FIELDS = ("id", "raw", "message", "status", "error_type", "platform", "genuine")
# Folders inside stack traces that read like a machine's own.
FOLDERS = (("$bunfs/root/", "$bunfs/base/"), ("/runner/work/", "/runner/job/"))


def main(source: str) -> None:
    """Copies the fields that the tests need."""
    rows = []
    for line in Path(source).read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        for old, new in FOLDERS:
            text["raw"] = text["raw"].replace(old, new)
        rows.append(json.dumps({field: text[field] for field in FIELDS}, ensure_ascii=False))
    Path(__file__).with_name("texts.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

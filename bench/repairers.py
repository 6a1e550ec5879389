"""The tools that say where JSON is broken, or mend it: why400 and its peers, each asked in the way its own manual shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

NOTHING = object()
"""In place of a value: the tool gave none."""


@dataclass(frozen=True)
class Answer:
    """What a tool says of a text."""

    places: tuple[int, ...] = ()
    """Where it says that something is wrong, in characters."""
    value: object = NOTHING


Tool = Callable[[Sequence[bytes]], list[Answer]]


def _each(answer: Callable[[str], Answer]) -> Tool:
    def run(texts: Sequence[bytes]) -> list[Answer]:
        found = []
        for text in texts:
            try:
                found.append(answer(text.decode("utf-8", "replace")))
            except (ValueError, TypeError, IndexError, AttributeError, RecursionError):  # a tool's own crash is an answer too
                found.append(Answer())
        return found

    return run


def why400(texts: Sequence[bytes]) -> list[Answer]:
    """What a check reports: the faults of the text; of sound JSON the keys that stand twice."""
    from why400.formats.json_text.duplicates import duplicate_keys
    from why400.formats.json_text.repair import examine

    found = []
    for text in texts:
        examined = examine(text)
        twice = [later.key_start for _, _, later in duplicate_keys(text) if later.key_start is not None]
        places = [fault.offset for fault in examined.faults] or twice
        characters = tuple(len(text[:place].decode("utf-8", "replace")) for place in places)
        found.append(Answer(characters, examined.value if examined.parsed else NOTHING))
    return found


def python_json(text: str) -> Answer:
    """The standard library, for comparison: where a strict parser gives up."""
    try:
        return Answer(value=json.loads(text))
    except json.JSONDecodeError as error:
        return Answer((error.pos,))


def json_repair(text: str) -> Answer:
    """It mends; of places it says nothing."""
    from json_repair import loads

    return Answer(value=loads(text))


def json5(text: str) -> Answer:
    """JSON5 is JSON with comments, single quotes and the like."""
    from json5 import loads

    try:
        return Answer(value=loads(text))
    except ValueError as error:
        place = re.match(r"<string>:(\d+) .* column (\d+)", str(error).replace("\n", " "))
        return Answer((_offset(text, int(place[1]), int(place[2])),) if place else ())


def hjson(text: str) -> Answer:
    """Hjson is JSON for people, with quotes and commas left out."""
    from hjson import HjsonDecodeError, loads

    try:
        return Answer(value=loads(text))
    except HjsonDecodeError as error:
        return Answer((error.pos,))


def tree_sitter(texts: Sequence[bytes]) -> list[Answer]:
    """It does not mend; each ERROR node's beginning and end and each MISSING node count as places."""
    from tree_sitter import Language, Node, Parser
    from tree_sitter_json import language

    parser = Parser(Language(language()))
    found = []
    for text in texts:
        places: set[int] = set()
        waiting: list[Node] = [parser.parse(text).root_node]
        while waiting:
            node = waiting.pop()
            if node.is_missing:
                places.add(node.start_byte)
            elif node.is_error:
                places |= {node.start_byte, node.end_byte}
            waiting += node.children
        found.append(Answer(tuple(len(text[:place].decode("utf-8", "replace")) for place in sorted(places))))
    return found


_SCRIPT = """
const { jsonrepair } = require(process.argv[1]);
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map(text => {
  try { return { json: jsonrepair(text) } } catch (error) { return { place: error.position ?? null } }
})));
"""


def jsonrepair(texts: Sequence[bytes]) -> list[Answer]:
    """The npm package, out of a folder that holds `node_modules`: `WHY400_JSONREPAIR` names it."""
    package = Path(os.environ["WHY400_JSONREPAIR"]).resolve() / "node_modules" / "jsonrepair"
    given = json.dumps([text.decode("utf-8", "replace") for text in texts])
    ran = subprocess.run(["node", "-e", _SCRIPT, str(package)], input=given, capture_output=True, text=True, check=True, timeout=120)
    found = []
    for text, answer in zip(texts, json.loads(ran.stdout), strict=True):
        if "json" not in answer:
            # JavaScript counts UTF-16 units.
            units = text.decode("utf-8", "replace").encode("utf-16-le")[: 2 * (answer["place"] or 0)]
            found.append(Answer((len(units.decode("utf-16-le", "replace")),) if answer["place"] is not None else ()))
            continue
        try:
            found.append(Answer(value=json.loads(answer["json"])))
        except json.JSONDecodeError:
            found.append(Answer())
    return found


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1


def installed() -> dict[str, Tool | None]:
    """The tools by name; None for one that is not installed."""
    python: dict[str, tuple[str, Tool]] = {
        "json-repair": ("json_repair", _each(json_repair)),
        "json5": ("json5", _each(json5)),
        "hjson": ("hjson", _each(hjson)),
        "tree-sitter-json": ("tree_sitter_json", tree_sitter),
        "json of Python": ("json", _each(python_json)),
    }
    tools: dict[str, Tool | None] = {"why400": why400}
    tools |= {name: tool if find_spec(module) else None for name, (module, tool) in python.items()}
    tools["jsonrepair"] = jsonrepair if shutil.which("node") and os.environ.get("WHY400_JSONREPAIR") else None
    return tools

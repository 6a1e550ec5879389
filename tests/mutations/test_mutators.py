"""The mutators themselves: they plant what they say, leave their input alone, and their evidence exists."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from . import all_mutators, places
from .measure import ApiError, examples, judge
from .originals import bases, on, originals
from .planted import Body, Mutator, Planted

MUTATORS = all_mutators()
SHARED = Path(__file__).resolve().parents[3] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the evidence lies in ../shared, which is not here")
each = pytest.mark.parametrize("mutator", MUTATORS, ids=lambda mutator: mutator.name)


def resolves(body: object, text: str) -> bool:
    """Whether the pointer, or its parent for a missing member, exists in the body."""
    node = body
    steps = text.split("/")[1:]
    for n, step in enumerate(steps):
        step = step.replace("~1", "/").replace("~0", "~")
        final = n == len(steps) - 1
        if isinstance(node, dict):
            if step not in node:
                return final
            node = node[step]
        elif isinstance(node, list) and step.isdigit():
            if int(step) >= len(node):
                return final
            node = node[int(step)]
        else:
            return final
    return True


@each
def test_plants_a_fault_and_leaves_the_original_alone(mutator: Mutator) -> None:
    before = {original.id: json.dumps(original.body) for original in bases()}
    planted = examples(mutator, 4)
    assert planted, "applies to no original"
    for original, fault in planted:
        assert json.dumps(original.body) == before[original.id]
        assert fault.raw is not None or fault.body != original.body


@each
def test_names_places_that_are_there(mutator: Mutator) -> None:
    for _, fault in examples(mutator, 4):
        if fault.where != "body" or fault.raw is not None:
            assert fault.names or fault.lines or fault.parts or fault.where == "path"
            continue
        assert fault.pointers
        assert all(text == "" or text.startswith("/") for text in fault.pointers)
        assert any(resolves(fault.body, text) for text in fault.pointers), fault.pointers


PORTED = {"model", "max_tokens", "temperature", "top_p", "top_k", "thinking", "output_config", "tool_choice"}
"""What `on` may change when it sends a body to another model."""
SETTING = {
    "context.empty_block": {"context_management"},
    "mcp.server_member_missing": {"tools"},
    "mcp.server_member_of_another_type": {"tools"},
    "mcp.server_without_toolset": {"tools"},
    "mcp.toolset_of_unknown_server": {"mcp_servers"},
    "mcp.toolset_with_callers": {"mcp_servers"},
    "server_tools.call_without_result": {"tools"},
    "server_tools.result_without_call": {"tools"},
    "strict.unknown_key_of_mcp_server": {"tools"},
    "system.tool_addition_in_user_turn": {"tools"},
    "system.tool_addition_on_model_that_refuses": {"tools"},
}
"""What else a fault needs around it."""


@each
def test_changes_nothing_but_the_place_it_names(mutator: Mutator) -> None:
    for original, fault in examples(mutator, 4):
        if fault.endpoint is not None or fault.raw is not None:
            continue
        before, after = original.body, fault.body
        changed = {name for name in before.keys() | after.keys() if before.get(name, ...) != after.get(name, ...)}
        named = {text.split("/")[1] for text in fault.pointers if text}
        assert changed <= named | PORTED | SETTING.get(mutator.name, set()), mutator.name


@each
def test_broken_json_is_broken_and_other_bodies_are_json(mutator: Mutator) -> None:
    for _, fault in examples(mutator, 4):
        if mutator.family != "json_text":
            json.dumps(fault.body, allow_nan=False)
        elif mutator.name not in ("json_text.lone_high_surrogate", "json_text.lone_low_surrogate", "json_text.no_number"):
            with pytest.raises(ValueError, match=r"."):
                json.loads(fault.raw or b"")


@each
def test_repeats(mutator: Mutator) -> None:
    assert examples(mutator, 3) == examples(mutator, 3)


def test_enough_originals_of_every_kind() -> None:
    bodies = [original.body for original in originals()]
    kinds = {block.tag for body in bodies for block in places.blocks(body, nested=True)}
    assert len(bodies) >= 40
    assert kinds >= {"text", "image", "document", "thinking", "redacted_thinking", "tool_use", "tool_result", "server_tool_use"}
    assert any("stream" in body for body in bodies)
    assert any(places.system(body) for body in bodies)


def test_edits_share_no_state_with_their_input() -> None:
    body: Body = {"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}]}]}
    before = json.dumps(body)
    places.put(body, ("messages", 0, "content", 0, "text"), "b")
    places.drop(body, ("messages", 0, "content", 0))
    places.insert(body, ("messages", 0, "content", 0), {})
    places.append(body, {"role": "assistant"})
    on(body | {"max_tokens": 1, "model": "m"}, "claude-opus-5")
    assert json.dumps(body) == before


class Said:
    """A finding with the attributes that `judge` reads."""

    def __init__(self, message: str | None, *, pointer: str = "/a", severity: str = "error", first: bool = True) -> None:
        self.rule, self.severity, self.first, self.where = "r", severity, first, "body"
        self.pointer, self.message = pointer, message
        self.name: str | None = None
        self.line: int | None = None

    @property
    def api_error(self) -> ApiError:
        return self


@pytest.mark.parametrize(
    ("findings", "miss"),
    [
        ([], "not found"),
        ([Said("m", pointer="/b")], "not found"),
        ([Said("m", severity="warning")], "not found"),
        ([Said("x", pointer="/b"), Said("m", first=False)], "not first"),
        ([Said("other")], "worded"),
        ([Said(None)], "worded"),
        ([Said("m"), Said("x", pointer="/b", first=False)], None),
    ],
)
def test_judges_place_order_and_words(findings: list[Said], miss: str | None) -> None:
    told = judge(findings, Planted({}, ("/a",), "m"))
    assert told is None if miss is None else (told or "").startswith(miss)


@cache
def evidence() -> dict[str, str]:
    """Every evidence id, with the texts on record for it."""
    known: dict[str, str] = {}
    for name in ("measured", "rules-messages", "rules-beyond"):
        for row in map(json.loads, (SHARED / "evidence" / f"{name}.jsonl").read_text(encoding="utf-8").strip().split("\n")):
            key = row["id"] if name == "measured" else f"{name}:{row['id']}"
            texts = (row.get("message"), row.get("observed_message"), *(row.get("message_part") or ()))
            known[key] = " | ".join(filter(None, texts))
    for row in map(json.loads, (SHARED / "corpus" / "errors.jsonl").read_text(encoding="utf-8").strip().split("\n")):
        known[row["id"]] = row["message"]
    schemas = json.loads((SHARED / "evidence" / "openapi-structure.json").read_text(encoding="utf-8"))["components"]["schemas"]
    listed = (Path(__file__).parents[1] / "contract" / "evidence_ids.txt").read_text(encoding="utf-8").split("\n")
    public = {line.split()[1] for line in listed if line.startswith("public ")}
    return known | {f"openapi:{name}": "" for name in schemas} | {f"public:{name}": "" for name in public}


@without_shared
@each
def test_evidence_exists(mutator: Mutator) -> None:
    assert [name for name in mutator.evidence if name not in evidence()] == []


SLOT = re.compile(
    r"'[^']*'|`[^`]*`|\"[^\"]*\"|\b\d[\d,]*|\b(?:toolu|srvtoolu|call|search_call)_\w+|\bzz\w+"
    r"|image/\w+|\$defs/\w+|claude-[\w-]+|(?<=id found: )\w+"
)
PATH = re.compile(r"(?:^|(?<=\| ))[\w.]+: ")


def bare(text: str) -> str:
    """A sentence without its path, its quotes and its figures."""
    return re.sub(r"#(?:, #)+", "#", SLOT.sub("#", PATH.sub("", text))).strip(" .")


@without_shared
@each
def test_exact_wording_is_that_of_the_evidence(mutator: Mutator) -> None:
    on_record = " | ".join(evidence()[name] for name in mutator.evidence)
    for _, fault in examples(mutator, 4):
        if fault.message is not None:
            assert bare(fault.message) in bare_all(on_record), (fault.message, on_record)


def bare_all(text: str) -> list[str]:
    return [bare(piece) for piece in text.split(" | ")]

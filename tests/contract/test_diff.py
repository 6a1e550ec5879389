"""What an upgrade of the SDK changes, line by line."""

import copy
from datetime import date
from pathlib import Path

import pytest

from tests.contract.fake_sdk import edited, write
from why400.contract.build.build_contract import build_contract
from why400.contract.build.compare import compare
from why400.contract.build.plain import PlainContract, packaged, plain_of
from why400.contract.in_force import decode
from why400.render.changes_text import changes_text
from why400.render.style import Style

DAY = date(2026, 11, 24)


def contract(folder: Path, **changes: str | None) -> PlainContract:
    return plain_of(decode(build_contract(sdk=write(folder, **changes), day=DAY)[0], folder.name), folder.name)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> PlainContract:
    return contract(tmp_path_factory.mktemp("old"))


def said(old: PlainContract, new: PlainContract) -> list[tuple[str, str, str | None, str, str]]:
    return [(one.area, one.kind, one.endpoint, one.name, one.what) for one in compare(old, new)]


def test_nothing_between_equals(old: PlainContract) -> None:
    assert compare(old, old) == []
    assert compare(packaged(), packaged()) == []


def test_fields_values_and_kinds(old: PlainContract, tmp_path: Path) -> None:
    text = edited(
        "types/text_block_param.py",
        ('Literal["calm", "loud"]', 'Literal["calm", "merry"]'),
        ("text: Required[str]", "text: Required[str]\n            depth: int"),
    )
    root = edited("types/message_create_params.py", ("max_tokens: Required[int]", "volume: float"), ('echo: "Dict[str, bool]"', "hop: int"))
    new = contract(tmp_path, types__text_block_param=text, types__message_create_params=root)
    messages = "POST /v1/messages"
    assert sorted(said(old, new)) == [
        ("fields", "added", messages, "$.hop", "an integer"),
        ("fields", "added", messages, "$.system[*].depth", "an integer"),
        ("fields", "added", messages, "$.volume", "a number"),
        ("fields", "changed", messages, "$.max_tokens", "no longer in the SDK"),
        ("fields", "removed", messages, "$.echo", ""),
        ("values", "added", messages, "$.system[*].mood", '"merry"'),
        ("values", "removed", messages, "$.system[*].mood", '"loud"'),
    ]


def test_endpoints_queries_and_bodies(old: PlainContract, tmp_path: Path) -> None:
    things = edited(
        "resources/beta/things.py",
        ('"/v1/things/upload"', '"/v1/things/send"'),
        ('query={"ids": ids}', 'query={"ids": ids, "page": page}'),
        ("note: Optional[str] | Omit = omit", "note: str | int | Omit = omit"),
        ("labels: Dict[str, str] | Omit", "labels: Dict[str, str]"),
        (" = omit, note", ", note"),
    )
    found = said(old, contract(tmp_path, resources__beta__things=things))
    assert [one for one in found if one[0] == "endpoints"] == [
        ("endpoints", "changed", None, "GET /v1/things", "takes the query parameter page"),
        ("endpoints", "added", None, "POST /v1/things/send", ""),
        ("endpoints", "removed", None, "POST /v1/things/upload", ""),
    ]
    assert [one for one in found if one[0] == "fields"] == [
        ("fields", "changed", "POST /v1/things", "$.labels", "required"),
        ("fields", "changed", "POST /v1/things", "$.note", "no longer takes null"),
        ("fields", "changed", "POST /v1/things", "$.note", "takes a number, too"),
    ]


def test_models_and_betas(old: PlainContract, tmp_path: Path) -> None:
    new = contract(
        tmp_path,
        types__model_param=edited("types/model_param.py", ('"claude-opus-9"', '"claude-opus-10"')),
        types__anthropic_beta_param=edited("types/anthropic_beta_param.py", ("things-2027-01-01", "things-2027-02-02")),
        resources__messages__messages='DEPRECATED_MODELS = {"claude-opus-5": "June 2nd, 2099"}\n',
    )
    assert said(old, new) == [
        ("models", "added", None, "claude-opus-10", ""),
        ("models", "changed", None, "claude-opus-5", "retired: 2099-06-01 → 2099-06-02"),
        ("models", "removed", None, "claude-opus-9", ""),
        ("betas", "removed", None, "things-2027-01-01", ""),
        ("betas", "added", None, "things-2027-02-02", ""),
    ]


def test_constraints_of_the_form() -> None:
    """What only an OpenAPI document or a hand brings: limits, closedness, betas, required."""
    old, new = packaged(), copy.deepcopy(packaged())
    body = new.types["MessagesRequest"]["fields"]
    body["max_tokens"]["node"]["le"] = 7
    body["top_k"]["required"] = True
    body["container"]["betas"] = ["box-2027-01-01"]
    new.types["Metadata"]["closed"] = not new.types["Metadata"].get("closed", True)
    assert {(one.name, one.what) for one in compare(old, new)} == {
        ("$.max_tokens", "at most: none → 7"),
        ("$.top_k", "required"),
        ("$.container", "beta: none → box-2027-01-01"),
        ("$.metadata", "open to other members"),
    }
    assert {one.endpoint for one in compare(old, new)} == {"POST /v1/messages"}  # types that endpoints share are told once


def test_a_type_that_holds_itself_ends() -> None:
    old, new = packaged(), copy.deepcopy(packaged())
    loop = {"kind": "object", "closed": True, "fields": {"next": {"node": {"kind": "ref", "to": "Metadata"}}}}
    for one in (old, new):
        one.types["Metadata"] = copy.deepcopy(loop)
    new.types["Metadata"]["fields"]["next"]["required"] = True
    assert [(one.name, one.what) for one in compare(old, new)] == [("$.metadata.next", "required")]


def test_the_text_has_one_line_a_change_in_groups(old: PlainContract, tmp_path: Path) -> None:
    new = contract(tmp_path, types__model_param=edited("types/model_param.py", ('"claude-opus-9"', '"claude-opus-10"')))
    lines = changes_text(old, new, compare(old, new), Style(width=100, colour=False, ascii=True)).splitlines()
    assert " -> " in lines[0]
    assert lines[1:] == ["", "models", "  + claude-opus-10", "  - claude-opus-9", "", "2 changes"]
    assert changes_text(old, old, [], Style(width=100, colour=False, ascii=False)).endswith(": no change")

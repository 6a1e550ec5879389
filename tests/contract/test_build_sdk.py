"""An SDK is read from its source files: types, methods and lists; none of it is run."""

from pathlib import Path

import pytest

from tests.contract.fake_sdk import edited, write
from why400.contract.build.operations import operations
from why400.contract.build.other_bodies import build_bodies
from why400.contract.build.sdk import Sdk
from why400.contract.build.source_tree import SourceTree
from why400.errors import FormatError


@pytest.fixture
def tree(tmp_path: Path) -> SourceTree:
    return SourceTree(write(tmp_path))


def test_a_typed_dict_and_its_bases(tree: SourceTree) -> None:
    sdk = Sdk(tree)
    root = sdk.types[sdk.root("message_create_params", "MessageCreateParams", "sdk-stable")]
    kinds = {name: (member.node.kind, member.required) for name, member in root.fields.items()}
    assert kinds == {
        "max_tokens": ("integer", True),
        "messages": ("array", True),
        "model": ("string", True),
        "echo": ("object", False),
        "stream": ("boolean", False),
    }  # betas travel as a header
    assert root.fields["echo"].node.rest.kind == "boolean"
    message = sdk.types[root.fields["messages"].node.items.to]
    assert [option.kind for option in message.fields["content"].node.options] == ["string", "array"]
    blocks = message.fields["content"].node.options[1].items
    assert (blocks.kind, blocks.by, sorted(blocks.variants)) == ("tagged", "type", ["sound", "text"])
    assert sdk.ignored == {"Answer"}  # a response model
    sound = sdk.types[blocks.variants["sound"].node.to]
    assert {name: member.required for name, member in sound.fields.items()} == {"from": True, "type": True}
    text = sdk.types[blocks.variants["text"].node.to]
    assert text.fields["mood"].node.nullable
    assert list(text.fields["mood"].node.values) == ["calm", "loud"]


def test_operations_with_their_paths_bodies_queries_and_betas(tree: SourceTree) -> None:
    found = {str(one): one for one in operations(tree)}
    assert list(found) == ["POST /v1/things", "POST /v1/things/{thing_id}", "POST /v1/things/upload", "GET /v1/things"]
    create = found["POST /v1/things"]
    assert [(one.name, one.required) for one in create.body] == [("name", True), ("labels", False), ("note", False)]
    assert [one.name for one in create.query] == ["order"]
    assert create.betas == {"things-2027-01-01"}
    assert create.beta
    assert found["POST /v1/things/upload"].multipart
    assert found["POST /v1/things/upload"].body is None
    assert [one.name for one in found["GET /v1/things"].query] == ["ids"]


def test_classes_of_one_name_in_two_modules_stay_two(tmp_path: Path) -> None:
    other = "from typing_extensions import TypedDict\nclass TextBlockParam(TypedDict):\n    other: int\n"
    sdk = Sdk(SourceTree(write(tmp_path, types__other=other)))
    first = sdk.root("text_block_param", "TextBlockParam", "sdk-stable")
    second = sdk.root("other", "TextBlockParam", "sdk-stable")
    assert set(sdk.types[first].fields) == {"text", "type", "mood"}
    assert set(sdk.types[second].fields) == {"other"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"types__text_block_param": "class ("}, "cannot be read as Python"),
        ({"types__text_block_param": "from .message_create_params import TextBlockParam\n"}, "circle"),
        ({"types__message_create_params": "x = 1\n"}, "no MessageCreateParams"),
        ({"types__message_create_params": None}, "no MessageCreateParams"),
    ],
)
def test_a_damaged_sdk_is_said_in_one_line(tmp_path: Path, changes: dict[str, str | None], said: str) -> None:
    sdk = Sdk(SourceTree(write(tmp_path, **changes)))
    with pytest.raises(FormatError, match=said) as raised:
        sdk.root("message_create_params", "MessageCreateParams", "sdk-stable")
    assert "\n" not in str(raised.value)


def test_an_annotation_without_a_form_is_named(tmp_path: Path) -> None:
    changed = edited("types/thing_create_params.py", ("size: Required[int]", "size: Required[Callable[[int], str]]"))
    sdk = Sdk(SourceTree(write(tmp_path, types__thing_create_params=changed)))
    with pytest.raises(ValueError, match="Callable"):
        sdk.root("thing_create_params", "ThingCreateParams", "sdk-stable")


def test_reading_runs_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    trap = f"import pathlib\npathlib.Path({str(mark)!r}).write_text('')\n"
    package = write(
        tmp_path, types__text_block_param=trap + edited("types/text_block_param.py").replace("        ", ""), types____init__=trap
    )
    tree = SourceTree(package)
    Sdk(tree).root("message_create_params", "MessageCreateParams", "sdk-stable")
    operations(tree)
    assert not mark.exists()


TARGETS = {
    "types__target_param": """
        from __future__ import annotations
        from typing import Union
        from typing_extensions import Literal, Required, TypeAlias, TypedDict
        class RoomParam(TypedDict, total=False):
            type: Required[Literal["room"]]
            room_id: Required[str]
        class HouseParam(TypedDict, total=False):
            type: Required[Literal["house"]]
            house_id: Required[str]
        TargetParam: TypeAlias = Union[RoomParam, HouseParam]
        """,
    "resources__beta__targets": """
        from ...types.target_param import TargetParam
        class Targets(SyncAPIResource):
            def create(self, *, target: TargetParam) -> Target:
                return self._post("/v1/targets", body=target, options=make_request_options())
        """,
}


def test_an_argument_sent_as_it_stands_is_the_whole_body(tmp_path: Path) -> None:
    tree = SourceTree(write(tmp_path, **TARGETS))
    other, notes = build_bodies(tree, operations(tree), frozenset(), "test", {})
    assert notes == []
    body = other["types"][other["roots"]["POST /v1/targets"]]
    assert (body["kind"], body["by"], sorted(body["variants"])) == ("tagged", "type", ["house", "room"])
    assert set(other["types"][body["variants"]["room"]["to"]]["fields"]) == {"type", "room_id"}


def test_a_whole_body_of_an_earlier_sdk_gains_what_a_later_one_has(tmp_path: Path) -> None:
    earlier = SourceTree(write(tmp_path / "earlier", **TARGETS))
    base, _ = build_bodies(earlier, operations(earlier), frozenset(), "test", {})
    params = TARGETS["types__target_param"]
    for old, new in (
        ("room_id: Required[str]", "room_id: Required[str]\n            floor: int"),
        ("TargetParam: TypeAlias", "class YardParam(TypedDict):\n            type: Literal['yard']\n        TargetParam: TypeAlias"),
        ("RoomParam, HouseParam]", "RoomParam, YardParam]"),
    ):
        assert old in params
        params = params.replace(old, new)
    later = SourceTree(write(tmp_path / "later", **{**TARGETS, "types__target_param": params}))
    merged, _ = build_bodies(later, operations(later), frozenset(), "test", {}, base)
    body = merged["types"][merged["roots"]["POST /v1/targets"]]
    assert sorted(body["variants"]) == ["house", "room", "yard"]
    assert set(merged["types"][body["variants"]["room"]["to"]]["fields"]) == {"type", "room_id", "floor"}

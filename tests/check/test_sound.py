"""What is converted whole is what the validator, node by node, finds no fault in, and the views are the same."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from why400.check.nodes import ArrayNode, Run
from why400.check.objects import ObjectNode
from why400.check.schema import compiled
from why400.check.sound import SoundParts
from why400.check.trail import NodePlaces
from why400.check.unions import TaggedNode

BLOCKS: list[dict[str, object]] = [
    {"type": "text", "text": "a", "cache_control": {"type": "ephemeral", "ttl": "5m"}},
    {"type": "text", "text": "a", "citations": None},
    {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {"a": [1, {"b": None}]}},
    {"type": "tool_use", "id": "toolu_1", "name": "f", "input": {}, "caller": {"type": "direct"}},
    {"type": "tool_result", "tool_use_id": "toolu_1", "content": [{"type": "text", "text": "x"}], "is_error": False},
    {"type": "tool_result", "tool_use_id": "toolu_1", "content": "x"},
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}},
    {"type": "image", "source": {"type": "file", "file_id": "file_1"}},
    {"type": "thinking", "thinking": "x", "signature": "aGk="},
    {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}, "citations": {"enabled": True}},
    {"type": "compaction", "content": "x"},
    {"type": "server_tool_use", "id": "srvtoolu_1", "name": "advisor", "input": {}},
]
ODD = st.sampled_from(
    [None, 5, 5.0, True, "", "a b", [], {}, [None], {"type": "text"}, {"type": "direct"}, {"type": "ephemeral", "ttl": "2h"}, {"type": "x"}]
)
KEYS = st.sampled_from(
    ["type", "text", "id", "name", "input", "content", "source", "role", "caller", "citations", "cache_control", "clear_at", "colour"]
)


@st.composite
def messages(draw: st.DrawFn) -> object:
    blocks = [dict(block) for block in draw(st.lists(st.sampled_from(BLOCKS), max_size=4))]
    message: dict[str, object] = {
        "role": draw(st.sampled_from(["user", "assistant"])),
        "content": draw(st.sampled_from(["x", blocks, blocks])),
    }
    for target in [message, *blocks]:
        if draw(st.integers(0, 9)) == 0:
            key = draw(KEYS)
            if draw(st.booleans()):
                target[key] = draw(ODD)
            else:
                target.pop(key, None)
    return message


def message_node() -> ObjectNode:
    root = compiled("POST /v1/messages").root
    assert isinstance(root, ObjectNode)
    array = root.members["messages"].node
    assert isinstance(array, ArrayNode)
    assert isinstance(array.items, ObjectNode)
    return array.items


@contextmanager
def node_by_node() -> Iterator[ObjectNode]:
    """The node of a message with nothing converted whole."""
    top = message_node()
    content = top.members["content"].node
    array = content.options["array"]  # type: ignore[attr-defined]  # a choice of a string and an array
    assert isinstance(array.items, TaggedNode)
    nodes = [top, *(variant.node for variant in array.items.variants.values() if isinstance(variant.node, ObjectNode))]
    kept = [node.sound for node in nodes]
    for node in nodes:
        node.sound = None
    try:
        yield top
    finally:
        for node, sound in zip(nodes, kept, strict=True):
            node.sound = sound


@settings(max_examples=500, deadline=None)
@given(message=messages(), betas=st.sampled_from([None, frozenset(), frozenset({"compact-2026-01-12", "files-api-2025-04-14"})]))
def test_sound_is_what_the_validator_takes(message: object, betas: frozenset[str] | None) -> None:
    sound = message_node().sound
    assert sound is not None
    whole = sound(message)
    run = Run("2023-06-01", betas)
    with node_by_node() as node:
        view = node.build(message, (), (), (), run)
    if whole is not None:
        assert not run.violations
        assert msgspec.to_builtins(whole) == msgspec.to_builtins(view)


@pytest.mark.parametrize("block", BLOCKS[:10:2])
def test_plain_blocks_are_sound(block: dict[str, object]) -> None:
    node = message_node()
    assert node.make is not None
    assert SoundParts(node, node.make).convert({"role": "user", "content": [block]}) is not None


def test_nodes_inside_a_whole_part_have_places() -> None:
    sound = message_node().sound
    assert sound is not None
    made = sound({"role": "user", "content": [BLOCKS[5], BLOCKS[4]]})
    places = NodePlaces()
    top = (((), (), ()), "messages", 3)
    places.enter_whole(made, (top, 7, 7))  # type: ignore[arg-type]  # not None: it is sound
    assert places.keys(made.content[1].content[0]) == ("messages", 7, "content", 1, "content", 0)  # type: ignore[union-attr]
    assert places.keys(made) == ("messages", 7)  # type: ignore[arg-type]
    assert places.keys(sound({"role": "user", "content": "x"})) is None  # type: ignore[arg-type]

"""JSON values of the wrong type, at the top and deep inside."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Place, blocks, contents, drop, messages, pointer, put, sources, system, tools
from .planted import Body, Draw, Planted, mutator
from .values import NO_ARRAY, NO_INTEGER, NO_NUMBER, NO_OBJECT, SAYS, pick, some, word, wrong

SHAPE = "Input does not match the expected shape."


def top(name: str, values: tuple[object, ...], says: str, evidence: tuple[str, ...], *, path: str = "") -> None:
    """A top-level member holds a value of another type."""

    @mutator(evidence=evidence, name=f"top_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        return Planted(put(body, (name,), pick(draw, values)), (f"/{name}",), f"{path or name}: {says}")


TEXT = (*NO_ARRAY, "x")
top("model", (7, 1.5, [], {}, None), SAYS["string"], ("s5-model-int", "null-absent"))
top("messages", TEXT, SAYS["array"], ("s5-messages-null", "s5-messages-string"))
top("max_tokens", NO_INTEGER, SAYS["integer"], ("s5-max-tokens-null", "s5-max-tokens-string"))
top("system", NO_ARRAY, SAYS["array"], ("s5-system-null", "s5-order-system-thinking"))
top("thinking", NO_OBJECT, SAYS["object"], ("s5-thinking-string", "s5-thinking-null"))
top("tools", TEXT, SAYS["array"], ("s5-tools-string", "s5-tools-null"))
top("tool_choice", NO_OBJECT, SAYS["object"], ("s5-tool-choice-int", "s5-tool-choice-null"))
top("output_config", NO_OBJECT, SHAPE, ("s5-output-config-string", "s5-output-config-null"))
top("metadata", (7, 1.5, True, "x", []), SHAPE, ("s5-metadata-string",))
top("stop_sequences", (7, 1.5, True, {}, "ZZ"), SAYS["array"], ("s5-stop-sequences-string",))
top("temperature", NO_NUMBER, SAYS["number"], ("s5-temperature-string", "s5-temperature-null"))
top("top_p", NO_NUMBER, SAYS["number"], ("s5-top-p-string", "s5-top-p-null"))
top("top_k", NO_INTEGER, SAYS["integer"], ("s5-top-k-string", "s5-top-k-null", "cm-top-k-float"))
top("stream", ("yes", "true", 1, 0, None, [], {}), SAYS["boolean"], ("s5-stream-string", "cm-stream-int"))
top("cache_control", (7, 1.5, True, "x", []), SAYS["object"], ("s5-cache-control-string", "cm-cache-control-int"))
top("inference_geo", (7, 1.5, True, [], {}), SAYS["string"], ("s5-inference-geo-int",))


@mutator(evidence=("s5-container-int",))
def container(body: Body, draw: Draw) -> Planted | None:
    says = f"container.ContainerParams: {SHAPE}"
    return Planted(put(body, ("container",), pick(draw, (7, 1.5, True))), ("/container",), says)


@dataclass(frozen=True, slots=True)
class Deep:
    """A member of a kind of node, the type it must have, and whether the sentence was seen there or for its like."""

    kind: str
    member: str
    expected: str


DEEP = {
    Deep("text", "text", "string"): ("dev-102", "dev-103"),
    Deep("tool_use", "id", "string"): ("dev-112", "dev-488"),
    Deep("tool_use", "name", "string"): ("rules-messages:tool-use-fields", "dev-488"),
    Deep("tool_result", "tool_use_id", "string"): ("dev-488",),
    Deep("tool_result", "is_error", "boolean"): ("openapi:RequestToolResultBlock", "s5-stream-string"),
    Deep("thinking", "thinking", "string"): ("rules-messages:thinking-signature-required", "dev-102"),
    Deep("thinking", "signature", "string"): ("rules-messages:thinking-signature-required", "dev-102"),
    Deep("redacted_thinking", "data", "string"): ("rules-messages:thinking-signature-required", "dev-102"),
}


def deep(what: Deep, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"{what.kind}_{what.member}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, blocks(body, what.kind, nested=True))
        if place is None:
            return None
        says = f"{place.tagged}.{what.member}: {SAYS[what.expected]}"
        return Planted(put(body, place.key(what.member), wrong(draw, what.expected)), place.at(what.member), says)


for each, ids in DEEP.items():
    deep(each, ids)


@mutator(evidence=("s5-item-content-null", "s5-item-content-int", "s5-item-content-object"))
def message_content(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    value = pick(draw, NO_ARRAY)
    return Planted(put(body, place.key("content"), value), place.at("content"), f"{place.path}.content: {SAYS['array']}")


@mutator(evidence=("s5-item-block-int", "sn-block-string"))
def content_block(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body))
    if place is None:
        return None
    value: object = pick(draw, (7, 1.5, True, "TextBlock(text='x')", [], None))
    return Planted(put(body, place.keys, value), (place.pointer,), f"{place.path}: {SAYS['object']}")


@mutator(evidence=("s5-item-block-int", "dev-478"))
def tool_result_block(body: Body, draw: Draw) -> Planted | None:
    inner = [block for result in blocks(body, "tool_result") for block in contents(result)]
    place = some(draw, inner)
    if place is None:
        return None
    value = pick(draw, (7, 1.5, True, "done"))
    return Planted(put(body, place.keys, value), (place.pointer,), f"{place.path}: {SAYS['object']}")


@mutator(evidence=("s5-item-content-int", "rules-messages:tool-result-content-types"))
def tool_result_content(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    value = pick(draw, (7, 1.5, True, {"city": "Paris"}))
    says = f"{place.tagged}.content: {SAYS['array']}"
    return Planted(put(body, place.key("content"), value), place.at("content"), says)


@mutator(evidence=("s5-tools-item-int",))
def tool(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body, None))
    if place is None:
        return None
    value: object = pick(draw, (7, 1.5, True, "get_weather", [], None))
    return Planted(put(body, place.keys, value), (place.pointer,), f"{place.path}: {SAYS['object']}")


def tool_member(name: str, expected: str, evidence: tuple[str, ...], values: tuple[object, ...] | None = None) -> None:
    @mutator(evidence=evidence, name=f"tool_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, tools(body))
        if place is None:
            return None
        value = pick(draw, values) if values else wrong(draw, expected)
        says = f"{place.tagged}.{name}: {SAYS[expected]}"
        return Planted(put(body, place.key(name), value), place.at(name), says)


tool_member("name", "string", ("s5-tool-name-missing", "s5-model-int"))
tool_member("description", "string", ("openapi:Tool", "s5-model-int"), (7, True, [], {}))
tool_member("strict", "boolean", ("openapi:Tool", "s5-stream-string"), ("yes", 1, [], {}))
tool_member("cache_control", "object", ("s5-cache-control-string",), (7, "ephemeral", True, []))


@mutator(evidence=("rules-messages:tool-input-schema-required",))
def tool_input_schema(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    parts = (f"{place.tagged}.input_schema: Input should be",)
    return Planted(put(body, place.key("input_schema"), wrong(draw, "object")), place.at("input_schema"), parts=parts)


@mutator(evidence=("sn-tool-use-input-string", "sn-tool-use-input-array", "co-tool-use-input"))
def tool_use_input(body: Body, draw: Draw) -> Planted | None:
    """Two sources contradict each other on the end of the sentence."""
    place = some(draw, blocks(body, "tool_use"))
    if place is None:
        return None
    value: object = pick(draw, ("{}", '{"city": "Paris"}', [], 7, True, None))
    parts = (f"{place.tagged}.input: Input should be",)
    return Planted(put(body, place.key("input"), value), place.at("input"), parts=parts)


@mutator(evidence=("s5-system-item-int",))
def system_item(body: Body, draw: Draw) -> Planted | None:
    count = len(system(body))
    value = pick(draw, (7, 1.5, True))
    if count:
        index = draw_index(draw, count)
        return Planted(put(body, ("system", index), value), (f"/system/{index}",), f"system.{index}: {SHAPE}")
    return Planted(put(body, ("system",), [value]), ("/system/0",), f"system.0: {SHAPE}")


def draw_index(draw: Draw, count: int) -> int:
    return pick(draw, range(count))


@mutator(evidence=("dev-596",))
def stop_sequence(body: Body, draw: Draw) -> Planted | None:
    good = ["END", "STOP", "\n\nHuman:"][: pick(draw, (0, 1, 2, 3))]
    changed = put(body, ("stop_sequences",), [*good, pick(draw, (7, 1.5, True, [], {}, None))])
    n = len(good)
    return Planted(changed, (f"/stop_sequences/{n}",), f"stop_sequences.{n}: {SAYS['string']}")


@mutator(evidence=("s5-metadata-user-id-int", "dev-513"))
def user_id(body: Body, draw: Draw) -> Planted | None:
    value = {"user_id": pick(draw, (7, 1.5, True, [], {}))}
    says = f"metadata.user_id: {SAYS['string']}"
    return Planted(put(body, ("metadata",), value), ("/metadata/user_id",), says)


@mutator(evidence=("s5-cache-control-string", "cm-cache-control-int"))
def block_cache_control(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [*blocks(body, "text", "tool_use", "tool_result", "image", "document"), *system(body)])
    if place is None:
        return None
    value = pick(draw, (7, "ephemeral", True, []))
    says = f"{place.tagged}.cache_control: {SAYS['object']}"
    return Planted(put(body, place.key("cache_control"), value), place.at("cache_control"), says)


@mutator(evidence=("dev-102", "rules-messages:image-media-types"))
def media_data(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [*sources(body, "image", "base64"), *sources(body, "document", "base64")])
    if place is None:
        return None
    says = f"{place.tagged}.data: {SAYS['string']}"
    return Planted(put(body, place.key("data"), pick(draw, (7, True, {}, None))), place.at("data"), says)


@mutator(evidence=("dev-208", "dev-478"))
def media_source(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "image", "document", nested=True))
    if place is None:
        return None
    says = f"{place.tagged}.source: {SAYS['object']}"
    value = pick(draw, (7, True, "https://example.com/a.png", None))
    return Planted(put(body, place.key("source"), value), place.at("source"), says)


@mutator(evidence=("s5-stop-sequences-string", "rules-messages:tool-input-schema-required"))
def required_list(body: Body, draw: Draw) -> Planted | None:
    """`required` of a tool's schema is no list."""
    place = some(draw, [tool for tool in tools(body) if isinstance(tool.get("input_schema"), dict)])
    if place is None:
        return None
    schema = Place(place.key("input_schema"), f"{place.tagged}.input_schema", place.get("input_schema"))
    bare = drop(body, schema.key("required")) if "required" in schema.members else body
    changed = put(bare, schema.key("required"), pick(draw, (word(draw), True, {"city": True})))
    return Planted(changed, (schema.pointer, pointer(schema.key("required"))))

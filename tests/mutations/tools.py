"""Tool definitions and the choice among them."""

from __future__ import annotations

from .originals import HAIKU, is_a, on
from .places import Place, drop, insert, member, put, tools, without
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, some, unlike, word

TAG = "found using 'type' does not match any of the expected tags:"


def schemas(body: Body) -> list[Place]:
    """The input schemas of custom tools that are objects with properties."""
    found = [Place(t.key("input_schema"), f"{t.tagged}.input_schema", t.get("input_schema")) for t in tools(body)]
    return [place for place in found if isinstance(place.value, dict) and isinstance(place.value.get("properties"), dict)]


def required(name: str, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"without_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, tools(body))
        if place is None or body.get("tool_choice", {"type": "auto"}) != {"type": "auto"}:
            return None
        return Planted(drop(body, place.key(name)), place.missing(name), f"{place.tagged}.{name}: {REQUIRED}")


required("name", ("s5-tool-name-missing", "dev-805"))
required("input_schema", ("h45-tool-openai-spelling", "dev-323"))


@mutator(evidence=("h45-tool-openai-spelling",))
def parameters_for_input_schema(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    renamed = {("parameters" if key == "input_schema" else key): value for key, value in place.members.items()}
    says = f"{place.tagged}.input_schema: {REQUIRED}"
    return Planted(put(body, place.keys, renamed), (*place.missing("input_schema"), *place.at("parameters")), says)


@mutator(evidence=("dev-332", "rules-messages:tool-input-schema-required"))
def schema_without_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, schemas(body))
    if place is None or "type" not in place.members:
        return None
    return Planted(drop(body, place.key("type")), place.missing("type"), f"{place.path}.type: {REQUIRED}")


@mutator(evidence=("rules-messages:tool-input-schema-required", "openapi:InputSchema", "dev-811"))
def schema_of_another_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, schemas(body))
    if place is None:
        return None
    value = pick(draw, ("array", "string", "dict", "Object", word(draw)))
    says = f"{place.path}.type: Input should be 'object'"
    return Planted(put(body, place.key("type"), value), (*place.at("type"), place.pointer), says)


@mutator(evidence=("s5-tool-name-empty", "dev-806"))
def empty_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    says = f"{place.tagged}.name: String should have at least 1 character"
    return Planted(put(body, place.key("name"), ""), place.at("name"), says)


@mutator(evidence=("rules-messages:tool-name-pattern", "dev-807"))
def name_pattern(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    name = unlike(draw, " .:/é!|", around="get_weather")
    says = f"{place.tagged}.name: String should match pattern '^[a-zA-Z0-9_-]{{1,128}}$'"
    return Planted(put(body, place.key("name"), name), place.at("name"), says)


@mutator(evidence=("rules-messages:tool-name-pattern",))
def name_too_long(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    name = "x" * pick(draw, (129, 130, 200, 1000))
    says = f"{place.tagged}.name: String should have at most 128 characters"
    return Planted(put(body, place.key("name"), name), place.at("name"), says)


@mutator(evidence=("rules-messages:tool-names-unique",))
def name_twice(body: Body, draw: Draw) -> Planted | None:
    """A tool that is sent a second time, somewhere else in the list."""
    place = some(draw, tools(body, None))
    if place is None or "name" not in place.members:
        return None
    at = pick(draw, range(len(tools(body, None)) + 1))
    twin = {"name": place.get("name"), "description": "another", "input_schema": {"type": "object", "properties": {}}}
    changed = insert(body, ("tools", at), twin)
    same = [t for t in tools(changed, None) if t.get("name") == place.get("name")]
    spots = tuple(p for t in same for p in (t.pointer, *t.at("name")))
    return Planted(changed, ("/tools", *spots), "tools: Tool names must be unique.")


@mutator(evidence=("dev-335", "dev-808", "rules-messages:tool-type-custom"))
def unknown_type(body: Body, draw: Draw) -> Planted | None:
    """The list of expected tags depends on betas and date."""
    place = some(draw, tools(body, None))
    if place is None:
        return None
    kind = pick(draw, ("function", "retrieval", "code_interpreter", "mcp", word(draw)))
    parts = (f"{place.path}: Input tag '{kind}' {TAG} ",)
    return Planted(put(body, place.key("type"), kind), (place.pointer, *place.at("type")), parts=parts)


@mutator(evidence=("dev-335", "rules-messages:tool-type-custom"))
def function_wrapper(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, tools(body))
    if place is None:
        return None
    inner = {"name": place.get("name"), "parameters": place.get("input_schema")}
    changed = put(body, place.keys, {"type": "function", "function": inner})
    parts = (f"{place.path}: Input tag 'function' {TAG} ",)
    return Planted(changed, (place.pointer, *place.at("type", "function")), parts=parts)


@mutator(evidence=("dev-329", "dev-331"))
def property_key(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, schemas(body))
    if place is None:
        return None
    key = pick(draw, (unlike(draw, " $@[]/é,", around="filter"), "x" * 65))
    properties = Place(place.key("properties"), f"{place.path}.properties", place.get("properties"))
    changed = put(body, properties.key(key), {"type": "string"})
    says = f"{properties.path}: Property keys should match pattern '^[a-zA-Z0-9_.-]{{1,64}}$'"
    return Planted(changed, (properties.pointer, *properties.at(key)), says)


@mutator(evidence=("dev-324",))
def union_at_the_top(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, schemas(body))
    if place is None:
        return None
    word_of = pick(draw, ("oneOf", "allOf", "anyOf"))
    changed = put(body, place.key(word_of), [{"required": ["a"]}, {"required": ["b"]}])
    says = f"{place.path}: input_schema does not support oneOf, allOf, or anyOf at the top level"
    return Planted(changed, (place.pointer, *place.at(word_of)), says)


BROKEN: tuple[tuple[dict[str, object], str], ...] = (
    ({"type": "strng"}, "type"),
    ({"type": ["string", "nothing"]}, "type"),
    ({"type": "object", "required": "city"}, "required"),
    ({"type": "array", "items": [{"type": "string"}]}, "items"),
    ({"type": "integer", "minimum": "1"}, "minimum"),
    ({"type": "string", "maxLength": -1}, "maxLength"),
    ({"type": "string", "enum": "red"}, "enum"),
    ({"type": "object", "properties": ["city"]}, "properties"),
)


@mutator(evidence=("dev-325", "dev-326"))
def invalid_json_schema(body: Body, draw: Draw) -> Planted | None:
    """The link that ends the sentence has moved since it was seen."""
    place = some(draw, [s for s in schemas(body) if "$schema" not in s.members and s.members.get("properties")])
    if place is None or any(t.get("strict") for t in tools(body)):
        return None
    broken, where = pick(draw, BROKEN)
    name = pick(draw, sorted(dict(place.members["properties"])))  # type: ignore[call-overload]  # an object, see schemas
    spot = (*place.key("properties"), name)
    changed = put(body, spot, broken)
    parts = (f"{place.path}: JSON schema is invalid. It must match JSON Schema draft 2020-12",)
    steps = [Place(keys, "", None).pointer for keys in (place.keys, spot[:-1], spot, (*spot, where))]
    inside = tuple(f"{steps[-1]}/{n}" for n in (0, 1))
    return Planted(changed, (*steps, *inside), parts=parts)


@mutator(evidence=("fb-choice-tool-no-tools", "s5-tool-choice-undeclared", "dev-802"))
def choice_of_unknown_tool(body: Body, draw: Draw) -> Planted | None:
    if is_a(body["model"], ("claude-fable-5",)) or "thinking" in body:
        return None
    name = word(draw)
    changed = put(body, ("tool_choice",), {"type": "tool", "name": name})
    says = f"Tool '{name}' not found in provided tools"
    return Planted(changed, ("/tool_choice", "/tool_choice/name"), says)


@mutator(evidence=("s5-tool-choice-any-no-tools", "cm-tool-choice-any-empty-tools", "fb-choice-any-no-tools"))
def choice_without_tools(body: Body, draw: Draw) -> Planted | None:
    if "tools" in body or "thinking" in body or "mcp_servers" in body:
        return None
    changed = put(put(body, ("tools",), []), ("tool_choice",), {"type": "any"})
    changed = changed if pick(draw, (True, False)) else without(changed, "tools")
    says = "tool_choice.any may only be specified while providing tools"
    return Planted(changed, ("/tool_choice", "/tool_choice/type", "/tools", ""), says)


@mutator(evidence=("cm-tool-choice-empty", "dev-660"))
def choice_without_type(body: Body, draw: Draw) -> Planted | None:
    value = pick(draw, ({}, {"name": "f"}, {"disable_parallel_tool_use": True}))
    changed = put(body, ("tool_choice",), value)
    return Planted(changed, ("/tool_choice", "/tool_choice/type"), f"tool_choice.type: {REQUIRED}")


@mutator(evidence=("cm-tool-choice-bogus", "h45-tool-choice-required", "h45-tool-choice-function", "dev-655"))
def choice_of_unknown_type(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("required", "function", "bogus", "AUTO", word(draw)))
    changed = put(body, ("tool_choice",), {"type": kind})
    says = f"tool_choice: Input tag '{kind}' {TAG} 'auto', 'any', 'tool', 'none'"
    return Planted(changed, ("/tool_choice", "/tool_choice/type"), says)


@mutator(evidence=("s5-tool-choice-int", "h45-tool-choice-required"))
def choice_as_text(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("tool_choice",), pick(draw, ("auto", "required", "any", "none")))
    return Planted(changed, ("/tool_choice",), "tool_choice: Input should be an object")


@mutator(evidence=("openapi:ToolChoiceTool", "cm-tool-choice-empty"))
def choice_without_name(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("tool_choice",), {"type": "tool"})
    return Planted(changed, ("/tool_choice", "/tool_choice/name"), f"tool_choice.tool.name: {REQUIRED}")


@mutator(evidence=("rules-messages:tool-choice-types",))
def none_with_parallel(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("tool_choice",), {"type": "none", "disable_parallel_tool_use": pick(draw, (True, False))})
    says = f"tool_choice.none.disable_parallel_tool_use: {EXTRA}"
    return Planted(changed, ("/tool_choice/disable_parallel_tool_use",), says)


@mutator(evidence=("rules-messages:tool-choice-types", "cm-thinking-disabled-display"))
def choice_with_unknown_key(body: Body, draw: Draw) -> Planted | None:
    choice = member(body, "tool_choice")
    kind = choice.tag if choice else "auto"
    key = word(draw)
    changed = put(body, ("tool_choice",), {**(choice.members if choice else {"type": kind}), key: 1})
    return Planted(changed, (f"/tool_choice/{key}",), f"tool_choice.{kind}.{key}: {EXTRA}")


@mutator(evidence=("lt-forced-tool-fable-5-1", "lt-forced-tool-sonnet-5-5", "rl-forced-tool-opus-5-5"))
def forced_on_model_that_refuses(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, ("claude-fable-5-1", "claude-sonnet-5-5", "claude-opus-5-5")))
    place = some(draw, tools(moved)) if moved else None
    if moved is None or place is None:
        return None
    choice = pick(draw, ({"type": "any"}, {"type": "tool", "name": place.get("name")}))
    says = 'tool_choice: type "tool" and "any" are not supported for this model.'
    return Planted(put(moved, ("tool_choice",), choice), ("/tool_choice", "/tool_choice/type"), says)


@mutator(evidence=("dev-289", "rules-messages:thinking-enabled-forced-tool"))
def forced_while_thinking(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    place = some(draw, tools(moved)) if moved else None
    if moved is None or place is None:
        return None
    choice = pick(draw, ({"type": "any"}, {"type": "tool", "name": place.get("name")}))
    moved = put(put(moved, ("thinking",), {"type": "enabled", "budget_tokens": 1024}), ("max_tokens",), 4096)
    says = "Thinking may not be enabled when tool_choice forces tool use."
    spots = ("/tool_choice", "/tool_choice/type", "/thinking", "/thinking/type")
    return Planted(put(moved, ("tool_choice",), choice), spots, says)

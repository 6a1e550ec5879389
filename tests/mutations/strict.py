"""Strict tools, deferred tools, server tools and toolsets."""

from __future__ import annotations

from .originals import HAIKU, OPUS_55, on
from .places import Place, blocks, pointer, put, tools
from .planted import Body, Draw, Planted, mutator
from .values import pick, some, word

CLOSED = "For 'object' type, 'additionalProperties' must be explicitly set to false"
ANYWHERE = ("", "/tools", "/tools/0", "/tools/0/input_schema", "/tools/0/input_schema/properties", "/tools/0/strict")


def strict_tool(properties: dict[str, object], *, required: bool = True) -> dict[str, object]:
    schema: dict[str, object] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        schema["required"] = list(properties)
    return {"name": "strictly", "description": "d", "input_schema": schema, "strict": True}


def only(body: Body, *definitions: dict[str, object]) -> Body | None:
    """The body on Haiku 4.5 with these tools and no others; None where its history needs its own."""
    moved = on(body, HAIKU)
    if moved is None or "tool_choice" in moved or blocks(moved, "tool_use"):
        return None
    return put(moved, ("tools",), list(definitions))


def spots(name: str, *more: str) -> tuple[str, ...]:
    base = f"/tools/0/input_schema/properties/{name}"
    return ("/tools/0", "/tools/0/input_schema", base, *(f"{base}/{key}" for key in more), "/tools/0/strict")


@mutator(evidence=("s5-strict-tool-open-schema", "dev-662"))
def open_object(body: Body, draw: Draw) -> Planted | None:
    fitting = [
        t
        for t in tools(body)
        if isinstance(schema := t.get("input_schema"), dict)
        and schema.get("additionalProperties") is not False
        and not t.get("strict")
        and not schema.get("properties")
    ]
    place = some(draw, fitting)
    if place is None:
        return None
    inside = (pointer((*place.key("input_schema"), "additionalProperties")), *place.at("input_schema", "strict"))
    return Planted(put(body, place.key("strict"), True), (place.pointer, *inside), f"{place.tagged}: {CLOSED}")


@mutator(evidence=("s5-strict-tool-open-schema", "dev-662"))
def open_object_of_ours(body: Body, draw: Draw) -> Planted | None:
    tool = strict_tool({"a": {"type": "string"}})
    schema = dict(tool["input_schema"])  # type: ignore[call-overload]  # made right above
    value = pick(draw, ("drop", True))
    schema.pop("additionalProperties")
    if value is True:
        schema["additionalProperties"] = True
    changed = only(body, {**tool, "input_schema": schema})
    if changed is None:
        return None
    inside = ("/tools/0", "/tools/0/strict", "/tools/0/input_schema", "/tools/0/input_schema/additionalProperties")
    return Planted(changed, inside, f"tools.0.custom: {CLOSED}" if value == "drop" else None)


@mutator(evidence=("dev-322", "rules-messages:schema-no-numeric"))
def numeric_limits(body: Body, draw: Draw) -> Planted | None:
    name, low = word(draw), pick(draw, (0, 1, -5))
    changed = only(body, strict_tool({name: {"type": "integer", "minimum": low, "maximum": low + 9}}))
    if changed is None:
        return None
    says = "tools.0.custom: For 'integer' type, properties maximum, minimum are not supported"
    return Planted(changed, spots(name, "minimum", "maximum"), says)


@mutator(evidence=("jc-strict-nullable-enum-opus-5", "dev-444", "rules-messages:schema-enum-scalars"))
def enum_of_another_type(body: Body, draw: Draw) -> Planted | None:
    name, value = word(draw), word(draw)
    changed = only(body, strict_tool({name: {"type": ["string", "null"], "enum": [value]}}))
    if changed is None:
        return None
    parts = (f"Invalid schema: Enum value '{value}' does not match declared type",)
    return Planted(changed, (*spots(name, "enum", "type"), f"/tools/0/input_schema/properties/{name}/enum/0"), parts=parts)


@mutator(evidence=("dev-663", "rules-messages:schema-no-array"))
def array_length(body: Body, draw: Draw) -> Planted | None:
    name, least = word(draw), pick(draw, (2, 5, 12))
    changed = only(body, strict_tool({name: {"type": "array", "items": {"type": "string"}, "minItems": least}}))
    if changed is None:
        return None
    parts = ("tools.0.custom: For 'array' type, 'minItems' values other than 0 or 1 are not supported",)
    return Planted(changed, spots(name, "minItems"), parts=parts)


@mutator(evidence=("rules-messages:schema-limit-strict-tools", "dev-647"))
def too_many_strict_tools(body: Body, draw: Draw) -> Planted | None:
    count = pick(draw, (21, 25, 33))
    changed = only(body, *({**strict_tool({"a": {"type": "string"}}), "name": f"strictly_{n}"} for n in range(count)))
    if changed is None:
        return None
    every = tuple(f"/tools/{n}{part}" for n in range(count) for part in ("", "/strict"))
    parts = (f"Too many strict tools ({count}). The maximum number of strict tools supported is 20",)
    return Planted(changed, ("", "/tools", *every), parts=parts)


@mutator(evidence=("rules-messages:schema-limit-optional", "dev-245"))
def too_many_optional(body: Body, draw: Draw) -> Planted | None:
    count = pick(draw, (25, 30, 87))
    changed = only(body, strict_tool({f"p{n}": {"type": "string"} for n in range(count)}, required=False))
    if changed is None:
        return None
    says = (
        f"Schemas contains too many optional parameters ({count}), which would make grammar compilation inefficient. "
        "Reduce the number of optional parameters in your tool schemas (limit: 24)."
    )
    return Planted(changed, ANYWHERE, says)


@mutator(evidence=("rules-messages:schema-limit-unions",))
def too_many_unions(body: Body, draw: Draw) -> Planted | None:
    count = pick(draw, (17, 20))
    changed = only(body, strict_tool({f"p{n}": {"type": ["string", "null"]} for n in range(count)}))
    if changed is None:
        return None
    says = (
        f"Schemas contains too many parameters with union types ({count} parameters with type arrays or anyOf). This "
        "causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 "
        "parameters with unions)."
    )
    return Planted(changed, ANYWHERE, says)


@mutator(evidence=("df-all-deferred-haiku-4-5", "df-all-deferred-opus-5", "dev-379"))
def all_deferred(body: Body, draw: Draw) -> Planted | None:
    every = tools(body)
    if not every or len(every) != len(tools(body, None)) or body.get("tool_choice", {"type": "auto"}) != {"type": "auto"}:
        return None
    if any(t.get("cache_control") for t in every):
        return None
    changed = body
    for place in every:
        changed = put(changed, place.key("defer_loading"), True)
    inside = tuple(p for t in every for p in (t.pointer, *t.at("defer_loading")))
    return Planted(changed, ("/tools", *inside), parts=("At least one tool must have defer_loading=false",))


@mutator(evidence=("df-deferred-cache-control-haiku-4-5", "dev-313"))
def deferred_and_cached(body: Body, draw: Draw) -> Planted | None:
    if len(tools(body, None)) < 2 or body.get("tool_choice", {"type": "auto"}) != {"type": "auto"}:
        return None
    awake = [t for t in tools(body) if not t.get("defer_loading")]
    sleeping = [t for t in tools(body) if t.get("defer_loading")]
    place = some(draw, sleeping or awake)
    if place is None or (place in awake and len(awake) + len(tools(body, None)) - len(tools(body)) < 2):
        return None
    changed = put(put(body, place.key("defer_loading"), True), place.key("cache_control"), {"type": "ephemeral"})
    says = (
        f"Tool '{place.get('name')}' cannot have both defer_loading=true and cache_control set. Tools with defer_loading "
        "cannot use prompt caching."
    )
    return Planted(changed, (place.pointer, *place.at("defer_loading", "cache_control")), says)


@mutator(evidence=("bt-browser-toolset-name", "dev-673"))
def named_toolset(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    n = len(tools(moved, None))
    definitions = [t.value for t in tools(moved, None)]
    toolset = {"type": "browser_toolset_20260801", "name": pick(draw, ("browser", word(draw)))}
    changed = put(moved, ("tools",), [*definitions, toolset])
    says = (
        f"tools.{n}.browser_toolset_20260801: name is not accepted on a toolset entry: the member names are fixed by the "
        "dated type, and the served tool keeps the family's bare name"
    )
    return Planted(changed, (f"/tools/{n}", f"/tools/{n}/name"), says)


@mutator(evidence=("bt-computer-20251124-opus-5-5", "rules-messages:computer-use-old-tool"))
def computer_tool_on_new_model(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    n = len(tools(moved, None))
    definitions = [t.value for t in tools(moved, None)]
    screen = {"display_width_px": pick(draw, (1024, 1280)), "display_height_px": 768}
    changed = put(moved, ("tools",), [*definitions, {"type": "computer_20251124", "name": "computer", **screen}])
    parts = ("does not support tool types: computer_20251124",)
    spot = (f"/tools/{n}", f"/tools/{n}/type", "/model")
    return Planted(changed, spot, parts=parts, betas=("computer-use-2025-11-24",))


@mutator(evidence=("dev-811", "rules-beyond:web-search-versions"))
def server_tool_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [t for t in tools(body, None) if t.tag.startswith(("web_search_", "web_fetch_"))])
    if place is None:
        return None
    name = pick(draw, ("search", "WebSearch", word(draw)))
    right = place.tag.rsplit("_", 1)[0]
    return Planted(put(body, place.key("name"), name), place.at("name"), f"{place.tagged}.name: Input should be '{right}'")


def web_search(body: Body) -> Place | None:
    found = tools(body, "web_search_20250305")
    return found[0] if found else None


@mutator(evidence=("rules-messages:web-domains-exclusive", "rules-beyond:web-domains-exclusive"))
def both_domain_lists(body: Body, draw: Draw) -> Planted | None:
    place = web_search(body)
    if place is None:
        return None
    changed = put(put(body, place.key("allowed_domains"), ["example.com"]), place.key("blocked_domains"), ["example.org"])
    return Planted(changed, (place.pointer, *place.at("allowed_domains", "blocked_domains")))


@mutator(evidence=("dev-340", "rules-beyond:web-domains-empty-list"))
def empty_domain_list(body: Body, draw: Draw) -> Planted | None:
    place = web_search(body)
    if place is None or place.get("allowed_domains") or place.get("blocked_domains"):
        return None
    name = pick(draw, ("allowed_domains", "blocked_domains"))
    says = f"{place.tagged}.{name}: Empty list of domains is ambiguous. Provide at least one domain or null."
    return Planted(put(body, place.key(name), []), place.at(name), says)


@mutator(evidence=("rules-beyond:schema-websearchtool-20250305-max-uses", "openapi:WebSearchTool_20250305"))
def no_uses(body: Body, draw: Draw) -> Planted | None:
    place = web_search(body)
    if place is None:
        return None
    return Planted(put(body, place.key("max_uses"), pick(draw, (0, -1))), place.at("max_uses"))


@mutator(evidence=("dev-674", "cm-unknown-key-int"))
def server_tool_unknown_key(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [t for t in tools(body, None) if t.tag != "custom"])
    if place is None:
        return None
    key = word(draw)
    says = f"{place.tagged}.{key}: Extra inputs are not permitted"
    return Planted(put(body, place.key(key), 1), place.at(key), says)


@mutator(evidence=("advisor-pair", "rules-messages:advisor-pairing"))
def weaker_advisor(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, "claude-fable-5")
    if moved is None:
        return None
    definitions = [t.value for t in tools(moved, None)]
    n = len(definitions)
    advisor = {"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-8"}
    changed = put(moved, ("tools",), [*definitions, advisor])
    says = f"tools.{n}.model: 'claude-opus-4-8' cannot be used as an advisor when the request model is 'claude-fable-5'"
    return Planted(changed, (f"/tools/{n}", f"/tools/{n}/model", "/model"), says, betas=("advisor-tool-2026-03-01",))


@mutator(evidence=("dev-809", "dev-810", "rules-beyond:web-search-user-location"))
def unserved_country(body: Body, draw: Draw) -> Planted | None:
    place = web_search(body)
    if place is None:
        return None
    changed = put(body, place.key("user_location"), {"type": "approximate", "country": "KZ"})
    inside = (*place.at("user_location"), f"{place.pointer}/user_location/country")
    return Planted(changed, (place.pointer, *inside), f"{place.tagged}: Country code KZ is not supported.")


@mutator(evidence=("count-tool-search",), name="server_tool_in_count_tokens")
def counted(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    kept: Body = {name: moved[name] for name in ("model", "messages", "system") if name in moved}
    kind = pick(draw, ("tool_search_tool_regex", "tool_search_tool_bm25"))
    plain = {"name": "get_weather", "input_schema": {"type": "object", "properties": {}}}
    search = {"type": f"{kind}_20251119", "name": kind}
    history = [t.value for t in tools(moved)] or [plain]
    changed: Body = {**kept, "tools": [search, *history]}
    says = f"Server tools are not supported in the count_tokens endpoint: {kind}_20251119. Use the /v1/messages endpoint instead."
    endpoint = "POST /v1/messages/count_tokens"
    return Planted(changed, ("/tools", "/tools/0", "/tools/0/type"), says, endpoint=endpoint, betas=())


MCP = "mcp-client-2025-11-20"


@mutator(evidence=("dev-733", "rules-beyond:mcp-server-unreferenced"))
def unused_mcp_server(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    name = word(draw)
    changed = put(moved, ("mcp_servers",), [{"type": "url", "url": "https://example.com/mcp", "name": name}])
    says = f"MCP server '{name}' is defined but not referenced by any mcp_toolset in tools."
    return Planted(changed, ("/mcp_servers", "/mcp_servers/0", "/mcp_servers/0/name"), says, betas=(MCP,))


@mutator(evidence=("dev-459", "cm-unknown-key-int"))
def unknown_key_of_mcp_server(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    key = pick(draw, ("headers", "timeout", word(draw)))
    server: dict[str, object] = {"type": "url", "url": "https://example.com/mcp", "name": "m", key: {}}
    toolset = {"type": "mcp_toolset", "mcp_server_name": "m"}
    changed = put(put(moved, ("mcp_servers",), [server]), ("tools",), [*(t.value for t in tools(moved, None)), toolset])
    says = f"mcp_servers.0.{key}: Extra inputs are not permitted"
    return Planted(changed, (f"/mcp_servers/0/{key}",), says, betas=(MCP,))

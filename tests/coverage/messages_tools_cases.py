"""Tools, tool choice, calls and results, caching, citations, media, context and fallbacks."""

from tests.coverage.requests import (
    EPHEMERAL,
    PNG,
    Case,
    Json,
    assistant,
    bad,
    call,
    document,
    doubtful,
    good,
    image,
    picture,
    result,
    search_result,
    text,
    tool,
    user,
)

COUNT = "POST /v1/messages/count_tokens"
BATCHES = "POST /v1/messages/batches"
_CODE = {"type": "code_execution_20260120", "name": "code_execution"}
_SEARCH = {"type": "web_search_20250305", "name": "web_search"}
_COMPUTER = {"type": "computer_toolset_20260801"}
_BROWSER = {"type": "browser_toolset_20260801"}
_BY_CODE = ["code_execution_20260120"]
_MCP = {"mcp_servers": [{"type": "url", "url": "https://example.com/mcp", "name": "m"}], "betas": ("mcp-client-2025-11-20",)}
_SET = {"type": "mcp_toolset", "mcp_server_name": "m"}
_CLASH = "tools: Tool names must be unique."
_TREE = {"type": "object", "properties": {"n": {"$ref": "#/$defs/n"}},
         "$defs": {"n": {"type": "object", "properties": {"n": {"$ref": "#/$defs/n"}}}}}  # fmt: skip


def _name(index: int, name: str, message: str | None = None) -> Case:
    tools = [tool(f"f{number}") for number in range(index)]
    return bad("tool-name-pattern", f"/tools/{index}/name", message, tools=[*tools, tool(name)])


TOOL_CASES: list[Case] = [
    _name(0, "get weather", "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'"),
    _name(0, "a.b", "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'"),
    _name(0, "größe", "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'"),
    _name(18, "a" * 129, "tools.18.custom.name: String should have at most 128 characters"),
    _name(0, ""),
    doubtful("tool-name-pattern", "/tools/0/name", tools=[tool("a" * 65)], platform="bedrock",
             model="us.anthropic.claude-sonnet-4-5-20250929-v1:0"),
    good("tool-name-pattern", tools=[tool("a" * 100)]),
    bad("tool-names-unique", ("/tools/1/name", "/tools/1"), _CLASH, tools=[tool("f"), tool("f")]),
    bad("tool-names-unique", ("/tools/1/name", "/tools/1"), _CLASH, tools=[_SEARCH, tool("web_search")]),
    bad("tool-input-schema-required", "/tools/0/input_schema", "tools.0.custom.input_schema: Field required", tools=[{"name": "f"}]),
    bad("tool-input-schema-required", "/tools/0/input_schema/type", tools=[tool(input_schema={})]),
    bad("tool-input-schema-required", "/tools/0/input_schema/type", tools=[tool(input_schema={"type": "string"})]),
    bad("tool-type-custom", ("/tools/0/type", "/tools/0"), tools=[{"type": "function", "function": tool()}]),
    doubtful("tool-type-custom", ("/tools/0/type", "/tools/0"), tools=[{"type": "web_search_20990101", "name": "web_search"}]),
    bad("tool-allowed-callers", "/tools/0/allowed_callers/0", tools=[tool(allowed_callers=["model"])]),
    bad("tool-allowed-callers", "/tools/0/allowed_callers", "tools.0.mcp_toolset.allowed_callers: Extra inputs are not permitted",
        tools=[{**_SET, "allowed_callers": ["direct"]}], **_MCP),
    bad("tool-allowed-callers", ("/tools/0/allowed_callers", "/tools/0/allowed_callers/0"), model="claude-opus-5-5",
        tools=[{**_COMPUTER, "allowed_callers": _BY_CODE}, _CODE]),
    bad("tool-strict-not-on", "/tools/0/strict", tools=[{**_COMPUTER, "strict": True}], model="claude-opus-5-5"),
    bad("tool-strict-not-on", "/tools/0/strict", tools=[{**_BROWSER, "strict": True}], model="claude-opus-5-5"),
    bad("tool-strict-not-on", "/tools/0/strict", tools=[{**_SET, "strict": True}], **_MCP),
    bad("tool-examples-valid", ("/tools/0/input_examples/0", "/tools/0/input_examples/0/city"), tools=[
        tool(input_schema={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        input_examples=[{"city": 5}])]),
    bad("tool-examples-valid", ("/tools/0/input_examples/1", "/tools/0/input_examples/1/city"), tools=[
        tool(input_schema={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
             input_examples=[{"city": "Oslo"}, {}])]),
    bad("tool-examples-where", "/tools/0/input_examples", tools=[{**_SEARCH, "input_examples": [{"query": "x"}]}]),
    bad("tool-examples-where", "/tools/0/input_examples", tools=[{**_COMPUTER, "input_examples": [{}]}], model="claude-opus-5-5"),
    bad("tool-eager-where", "/tools/0/eager_input_streaming", tools=[{**_SEARCH, "eager_input_streaming": True}]),
    bad("tool-eager-where", "/tools/0/eager_input_streaming", tools=[{"type": "bash_20250124", "name": "bash",
        "eager_input_streaming": True}]),
    bad("tool-eager-where", "header anthropic-beta", tools=[_COMPUTER], betas=("fine-grained-tool-streaming-2025-05-14",),
        model="claude-opus-5-5"),
    bad("tool-toolset-deferral", "/tools/0/defer_loading", tools=[{**_COMPUTER, "defer_loading": True}, tool()], model="claude-opus-5-5"),
    bad("tool-toolset-deferral", ("/tools/0/configs/left_click/cache_control",), model="claude-opus-5-5",
        tools=[{**_COMPUTER, "configs": {"left_click": {"cache_control": EPHEMERAL}}}]),
    bad("tool-toolset-deferral", ("/tools/0/configs", "/tools/0/configs/left_click/defer_loading", "/tools/0/configs/zoom/defer_loading",
                                  "/tools/0/configs/left_click"), model="claude-opus-5-5",
        tools=[{**_COMPUTER, "configs": {"left_click": {"defer_loading": True}, "zoom": {"defer_loading": False}}}, tool()]),
    bad("defer-all", ("/tools", "/tools/0/defer_loading", "/tools/0"), tools=[tool(defer_loading=True)],
        message="At least one tool must have defer_loading=false. All tools cannot be deferred."),
    bad("defer-all", ("/tools", "/tools/0/defer_loading", "/tools/0"), tools=[tool("f", defer_loading=True), tool("g",
        defer_loading=True)]),
    doubtful("defer-all", "/tools/0/defer_loading", tools=[
        {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex", "defer_loading": True}, tool()]),
    bad("defer-max", ("/tools", "/tools/10001", "/tools/10001/defer_loading"), tools=[
        {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
        *(tool(f"f{number}", defer_loading=True) for number in range(10_001))]),
    doubtful("defer-cache-control", ("/tools/0/cache_control", "/tools/0", "/tools/0/defer_loading"),
             tools=[tool("tool_1", defer_loading=True, cache_control=EPHEMERAL), tool("f")], message=(
                 "Tool 'tool_1' cannot have both defer_loading=true and cache_control set. Tools with defer_loading "
                 "cannot use prompt caching.")),
    bad("tool-reference-known", ("/messages/2/content/0/content/0/tool_name", "/messages/2/content/0/content/0"), tools=[tool()],
        message="Tool reference 'unknown_tool' not found in available tools", messages=[
            user("Hi"), assistant(call()), user(result(content=[{"type": "tool_reference", "tool_name": "unknown_tool"}]))]),
    bad("tool-search-no-result", ("/messages/2/content/0", "/messages/2/content/0/tool_use_id"), tools=[
        {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"}, tool(defer_loading=True)], messages=[
            user("Hi"), assistant({"type": "server_tool_use", "id": "srvtoolu_1", "name": "tool_search_tool_regex",
            "input": {"query": "x"}}),
            user(result("srvtoolu_1"))]),
    bad("tool-result-search-homogeneous", ("/messages/2/content/0/content", "/messages/2/content/0/content/0",
                                           "/messages/2/content/0/content/1"), tools=[tool()],
        messages=[user("Hi"), assistant(call()), user(result(content=[search_result(), text()]))]),
    bad("tool-result-toolset-name", ("/messages/2/content/0", "/messages/2/content/0/toolset_name"), model="claude-opus-5-5",
        tools=[_COMPUTER],
        messages=[user("Hi"), assistant(call(name="left_click", toolset_name="computer")), user(result())]),
    bad("tool-result-toolset-name", "/messages/2/content/0/toolset_name", model="claude-opus-5-5", tools=[_COMPUTER], messages=[
        user("Hi"), assistant(call(name="left_click", toolset_name="computer")), user(result(toolset_name="browser"))]),
    bad("tool-result-toolset-name", "/messages/2/content/0/content/0", model="claude-opus-5-5", tools=[_COMPUTER], messages=[
        user("Hi"), assistant(call(name="left_click", toolset_name="computer")),
        user(result(toolset_name="computer", content=[document()]))]),
    doubtful("server-tool-use-names", "/messages/1/content/0/name", tools=[_SEARCH], messages=[
        user("Hi"), assistant({"type": "server_tool_use", "id": "srvtoolu_1", "name": "google_search", "input": {}}), user("More")]),
    bad("web-domains-exclusive", ("/tools/0/blocked_domains", "/tools/0", "/tools/0/allowed_domains"), tools=[
        {**_SEARCH, "allowed_domains": ["a.com"], "blocked_domains": ["b.com"]}]),
    doubtful("web-domains-exclusive", ("/tools/0/allowed_domains/0", "/tools/0"), tools=[{**_SEARCH,
             "allowed_domains": ["https://a.com"]}]),
]  # fmt: skip

CODE_TOOL_CASES: list[Case] = [
    bad("ptc-needs-code-execution", ("/tools/0/allowed_callers/0", "/tools/0/allowed_callers", "/tools/0"),
        tools=[tool(allowed_callers=_BY_CODE)]),
    bad("ptc-needs-code-execution", ("/tools/0/allowed_callers/0", "/tools/0/allowed_callers", "/tools/0", "/tools/0/allowed_callers/1"),
        tools=[tool(allowed_callers=["direct", *_BY_CODE]), _SEARCH]),
    bad("ptc-strict", ("/tools/0/strict", "/tools/0"), tools=[
        tool(strict=True, allowed_callers=_BY_CODE, input_schema={"type": "object", "properties": {}, "additionalProperties": False}),
        _CODE]),
    bad("ptc-parallel", "/tool_choice/disable_parallel_tool_use", tools=[tool(allowed_callers=_BY_CODE), _CODE],
        tool_choice={"type": "auto", "disable_parallel_tool_use": True}),
    bad("ptc-tool-choice", ("/tool_choice/name", "/tool_choice"), tools=[tool(allowed_callers=_BY_CODE), _CODE],
        tool_choice={"type": "tool", "name": "f"}),
    bad("ptc-recursive-schema", ("/tools/0/input_schema", "/tools/0/input_schema/$defs/n",
        "/tools/0/input_schema/$defs/n/properties/n/$ref",
                                 "/tools/0/input_schema/properties/n/$ref"), tools=[tool(allowed_callers=_BY_CODE, input_schema=_TREE),
                                 _CODE]),
    bad("ptc-container", "/container", tools=[tool(allowed_callers=_BY_CODE), _CODE],
        message="container_id is required when there are pending tool uses generated by code execution with tools.", messages=[
            user("Hi"), assistant({"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "x"}},
                                  call(caller={"type": "code_execution_20260120", "tool_id": "srvtoolu_1"})), user(result())]),
    *(
        level("ptc-results-only", at, tools=[tool(allowed_callers=_BY_CODE), _CODE], container="container_1", messages=[
            user("Hi"), assistant({"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "x"}},
                                  call(caller={"type": "code_execution_20260120", "tool_id": "srvtoolu_1"})), user(*blocks)])
        for level, at, blocks in (
            (doubtful, "/messages/2/content/1", (result(), text())),  # an answer for the open call of the server tool is missing, too
            (bad, "/messages/2/content/0/content/0", (result(content=[image()]),)))
    ),
    bad("ptc-not-mcp", "/tools/0/allowed_callers", "tools.0.mcp_toolset.allowed_callers: Extra inputs are not permitted",
        tools=[{**_SET, "allowed_callers": _BY_CODE}, _CODE], **_MCP),
    bad("ptc-not-mcp", ("/tools/0/allowed_callers", "/tools/0/allowed_callers/0"), model="claude-opus-5-5",
        tools=[{**_BROWSER, "allowed_callers": _BY_CODE}, _CODE]),
    bad("tool-choice-types", ("/tool_choice/type", "/tool_choice"), tools=[tool()], tool_choice={"type": "bogus"}, message=(
        "tool_choice: Input tag 'bogus' found using 'type' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'")),
    bad("tool-choice-types", ("/tool_choice/type", "/tool_choice"), tools=[tool()], tool_choice={"type": "required"}),
    bad("tool-choice-types", "/tool_choice", tools=[tool()], tool_choice="auto"),
    bad("tool-choice-types", "/tool_choice/disable_parallel_tool_use", tools=[tool()],
        message="tool_choice.none.disable_parallel_tool_use: Extra inputs are not permitted",
        tool_choice={"type": "none", "disable_parallel_tool_use": True}),
    bad("tool-choice-name", "/tool_choice/name", tools=[tool()], tool_choice={"type": "tool"}),
    bad("tool-choice-name", "/tool_choice/name", "Tool 'never_declared' not found in provided tools", tools=[tool()],
        tool_choice={"type": "tool", "name": "never_declared"}),
    bad("tool-choice-needs-tools", ("/tool_choice", "/tools", "/tool_choice/type"), tool_choice={"type": "any"},
        message="tool_choice.any may only be specified while providing tools"),
    bad("tool-choice-needs-tools", "/tool_choice/name", "Tool 'f' not found in provided tools", tool_choice={"type": "tool", "name": "f"}),
    *(
        bad("forced-tool-unsupported-55", ("/tool_choice/type", "/tool_choice"), model=model, tools=[tool()], tool_choice=choice,
            message='tool_choice: type "tool" and "any" are not supported for this model.')
        for model in ("claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-1", "claude-mythos-5-1")
        for choice in ({"type": "any"}, {"type": "tool", "name": "f"})
    ),
    bad("forced-tool-unsupported-55", ("/tool_choice/type", "/tool_choice"), model="claude-opus-5-5", tools=[tool()],
        tool_choice={"type": "any"}, endpoint=COUNT),
    doubtful("forced-tool-unsupported-55", ("/tool_choice/type", "/tool_choice"), model="claude-fable-5-2", tools=[tool()],
             tool_choice={"type": "any"}),
    good("forced-tool-unsupported-55", model="claude-haiku-5-5", tools=[tool()], tool_choice={"type": "any"}),
    bad("forced-tool-mythos-preview", ("/tool_choice/type", "/tool_choice"), model="claude-mythos-preview", tools=[tool()],
        tool_choice={"type": "any"}),
    # contested: refused at launch, taken by later documentation
    good("forced-tool-mythos-preview", model="claude-fable-5", tools=[tool()], tool_choice={"type": "any"}),
    bad("computer-use-old-tool", ("/tools/0/type", "/tools/0"), model="claude-sonnet-5-5", betas=("computer-use-2025-11-24",), tools=[
        {"type": "computer_20251124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}]),
    bad("computer-use-old-tool", ("/tools/0/type", "/tools/0"), model="claude-opus-5-5", betas=("computer-use-2025-11-24",), tools=[
        {"type": "computer_20251124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}]),
    bad("computer-use-old-tool", ("/tools/0/type", "/tools/0"), model="claude-haiku-5-5", betas=("computer-use-2025-01-24",), tools=[
        {"type": "computer_20250124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}]),
    bad("advisor-pairing", "/tools/0/model",
        "tools.0.model: 'claude-opus-4-8' cannot be used as an advisor when the request model is 'claude-fable-5'",
        model="claude-fable-5", betas=("advisor-tool-2026-03-01",), tools=[
            {"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-8"}]),
    *(
        bad("advisor-pairing", "/tools/0/model", model="claude-sonnet-5-5", betas=("advisor-tool-2026-03-01",),
            tools=[{"type": "advisor_20260301", "name": "advisor", "model": advisor}])
        for advisor in ("claude-opus-4-8", "claude-opus-4-7", "claude-sonnet-5")
    ),
    good("advisor-pairing", model="claude-sonnet-5-5", betas=("advisor-tool-2026-03-01",),
         tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-5-5"}]),
]  # fmt: skip

_UNANSWERED = (
    "messages.{}: `tool_use` ids were found without `tool_result` blocks immediately after: {}. Each `tool_use` block must have a "
    "corresponding `tool_result` block in the next message."
)
_ORPHAN = (
    "messages.{}: unexpected `tool_use_id` found in `tool_result` blocks: {}. Each `tool_result` block must have a "
    "corresponding `tool_use` "
    "block in the previous message."
)


def _server(name: str = "web_search") -> Json:
    return {"type": "server_tool_use", "id": "srvtoolu_1", "name": name, "input": {"query": "x"}}


CALL_CASES: list[Case] = [
    bad("tool-result-required", ("/messages/1/content/0", "/messages/1/content/0/id"), _UNANSWERED.format(2, "toolu_1"), tools=[tool()],
        messages=[user("Hi"), assistant(call()), user("Well?")]),
    bad("tool-result-required", ("/messages/1/content/1", "/messages/1/content/1/id"), _UNANSWERED.format(2, "toolu_2"), tools=[tool()],
        messages=[user("Hi"), assistant(call(), call("toolu_2")), user(result())]),
    good("tool-result-required", tools=[tool()],
         messages=[user("Hi"), assistant(call()), assistant(call("toolu_2")), user(result(), result("toolu_2"))]),
    bad("tool-result-first", ("/messages/1/content/0", "/messages/1/content/0/id", "/messages/2/content/1"),
        _UNANSWERED.format(2, "toolu_1"), tools=[tool()], messages=[user("Hi"), assistant(call()), user(text(), result())]),
    bad("tool-result-orphan", ("/messages/0/content/0", "/messages/0/content/0/tool_use_id"), _ORPHAN.format("0.content.0", "toolu_1"),
        tools=[tool()], messages=[user(result())]),
    bad("tool-result-orphan", ("/messages/2/content/1", "/messages/2/content/1/tool_use_id"), _ORPHAN.format("2.content.1", "toolu_9"),
        tools=[tool()], messages=[user("Hi"), assistant(call()), user(result(), result("toolu_9"))]),
    bad("server-result-orphan", ("/messages/1/content/0", "/messages/1/content/0/tool_use_id"), tools=[_SEARCH], messages=[
        user("Hi"), assistant({"type": "web_search_tool_result", "tool_use_id": "srvtoolu_9", "content": []}, text()), user("More")]),
    bad("server-result-orphan", ("/messages/1/content/0", "/messages/1/content/0/tool_use_id"), betas=("advisor-tool-2026-03-01",),
        model="claude-opus-5-5", tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-5-5"}], messages=[
            user("Hi"), assistant({"type": "advisor_tool_result", "tool_use_id": "srvtoolu_9",
                                   "content": {"type": "advisor_result", "text": "x"}}, text()), user("More")]),
    bad("server-tool-unresolved", ("/messages/1/content/0", "/messages/1/content/0/id", "/messages/2/content"), tools=[_SEARCH],
        messages=[user("Hi"), assistant(_server()), user("More")]),
    bad("server-tool-dropped", ("/messages/1/content/0", "/messages/1/content/0/name", "/tools"), tools=[tool()], messages=[
        user("Hi"), assistant(_server("web_fetch"))]),
    bad("tool-use-fields", "/messages/1/content/0/input", messages=[
        user("Hi"), assistant({"type": "tool_use", "id": "toolu_1", "name": "f"}), user(result())], tools=[tool()]),
    bad("tool-use-fields", "/messages/1/content/0/id", messages=[
        user("Hi"), assistant({"type": "tool_use", "name": "f", "input": {}}), user(result())], tools=[tool()]),
    bad("tool-use-fields", "/messages/1/content/0/input", messages=[user("Hi"), assistant(call(input="{}")), user(result())],
        tools=[tool()]),
    bad("tool-use-fields", ("/messages/1/content/2", "/messages/1/content/2/id"), "messages.1.content.2: `tool_use` ids must be unique",
        tools=[tool()], messages=[user("Hi"), assistant(text(), call(), call()), user(result())]),
    bad("tool-result-content-types", ("/messages/2/content/0/content/0", "/messages/2/content/0/content/0/type"), tools=[tool()],
        messages=[user("Hi"), assistant(call()), user(result(content=[{"type": "video", "source": {}}]))]),
    bad("tool-result-content-types", ("/messages/2/content/0/content/0", "/messages/2/content/0/content/1",
        "/messages/2/content/0/content"),
        tools=[tool()], messages=[user("Hi"), assistant(call()), user(result(content=[{"type": "tool_reference", "tool_name": "f"},
        text()]))]),
]  # fmt: skip

_HOUR = {"type": "ephemeral", "ttl": "1h"}
_FIVE = {"type": "ephemeral", "ttl": "5m"}
_MARKS = [text(str(number), cache_control=EPHEMERAL) for number in range(5)]
_DOUBLE = {
    "type": "char_location",
    "cited_text": "H",
    "document_index": 0,
    "document_title": None,
    "start_char_index": 0,
    "end_char_index": 1,
}

CACHE_CASES: list[Case] = [
    bad("cache-type", "/system/0/cache_control/ttl", "system.0.cache_control.ephemeral.ttl: Input should be '5m' or '1h'",
        system=[text(cache_control={"type": "ephemeral", "ttl": "2h"})]),
    bad("cache-type", ("/system/0/cache_control/type", "/system/0/cache_control"), system=[text(cache_control={"type": "persistent"})]),
    bad("cache-type", ("/tools/0/cache_control/type", "/tools/0/cache_control"), tools=[tool(cache_control={})]),
    bad("cache-max-breakpoints", ("/messages/0/content/4/cache_control", "/messages/0/content/4"), messages=[user(*_MARKS)],
        message="A maximum of 4 blocks with cache_control may be provided. Found 5."),
    bad("cache-max-breakpoints", ("/messages/0/content/2/cache_control", "/messages/0/content/2"), messages=[user(*_MARKS[:3])],
        tools=[tool(cache_control=EPHEMERAL)], system=_MARKS[:1],
        message="A maximum of 4 blocks with cache_control may be provided. Found 5."),
    bad("cache-ttl-order", ("/messages/0/content/1/cache_control/ttl", "/messages/0/content/1/cache_control"),
        messages=[user(text("a", cache_control=_FIVE), text("b", cache_control=_HOUR))]),
    bad("cache-ttl-order", ("/messages/0/content/0/cache_control/ttl", "/messages/0/content/0/cache_control"),
        system=[text(cache_control=EPHEMERAL)], messages=[user(text("b", cache_control=_HOUR))]),
    bad("cache-auto-ttl-conflict", ("/cache_control", "/cache_control/ttl", "/messages/0/content/0/cache_control",
                                    "/messages/0/content/0/cache_control/ttl"), cache_control=_FIVE,
        messages=[user(text(cache_control=_HOUR))]),
    bad("cache-auto-no-slot", "/cache_control", cache_control=EPHEMERAL, messages=[user(*_MARKS[:4], text())]),
    # which of the two integrations is meant cannot be seen
    doubtful("cache-auto-bedrock", "/cache_control", cache_control=EPHEMERAL, platform="bedrock", model="anthropic.claude-opus-4-6-v1"),
    bad("cache-empty-text", ("/system/0/cache_control", "/system/0", "/system/0/text"), system=[text("", cache_control=EPHEMERAL)]),
    bad("cache-empty-text", ("/messages/0/content/1/cache_control", "/messages/0/content/1", "/messages/0/content/1/text"),
        messages=[user(text(), text("", cache_control=EPHEMERAL))]),
    bad("cache-subcontent", "/messages/1/content/0/citations/0/cache_control", messages=[
        user(document(citations={"enabled": True}), text()), assistant(text("H", citations=[{**_DOUBLE, "cache_control": EPHEMERAL}])),
        user("More")]),
    good("cache-min-tokens", system=[text("Short.", cache_control=EPHEMERAL)]),
    good("cache-lookback", messages=[user(text(cache_control=EPHEMERAL), *(text(str(number)) for number in range(30)))]),
    good("diagnostics-best-effort", diagnostics={"previous_message_id": "msg_123"}, betas=("cache-diagnosis-2026-04-07",)),
    bad("citations-all-or-none", ("/messages/0/content/1", "/messages/0/content/1/citations", "/messages/0/content/1/citations/enabled",
                                  "/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled"),
        messages=[user(document(citations={"enabled": True}), document(), text())]),
    bad("citations-search-results-uniform", ("/messages/0/content/1", "/messages/0/content/1/citations",
        "/messages/0/content/1/citations/enabled",
                                             "/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled"),
        messages=[user(search_result(citations={"enabled": True}), search_result(citations={"enabled": False}), text())]),
    bad("citations-search-results-uniform", ("/messages/0/content/0", "/messages/0/content/0/citations"), tools=[_SEARCH],
        messages=[user(search_result(citations={"enabled": False}), text())]),
    *(
        bad("search-result-fields", f"/messages/0/content/0/{name}", messages=[
            user({key: value for key, value in search_result().items() if key != name}, text())])
        for name in ("source", "title", "content")
    ),
    bad("search-result-fields", "/messages/0/content/0/content/0/type", messages=[user(search_result(content=[text(type="note")]),
        text())]),
    *(
        bad("citation-param-indices", f"/messages/1/content/0/citations/0/{name}", messages=[
            user(document(citations={"enabled": True}), text()),
            assistant(text("H", citations=[{key: value for key, value in _DOUBLE.items() if key != name}])), user("More")])
        for name in ("cited_text", "start_char_index", "document_index")
    ),
    doubtful("citation-param-indices", ("/messages/1/content/0/citations/0/end_block_index", "/messages/1/content/0/citations/0"),
             messages=[
        user(document(citations={"enabled": True}), text()),
        assistant(text("H", citations=[{"type": "content_block_location", "cited_text": "H", "document_index": 0, "document_title": None,
                                        "start_block_index": 3, "end_block_index": 3}])), user("More")]),
]  # fmt: skip

_BACK = ("server-side-fallback-2026-07-01",)
_MEDIA_TYPES = "image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'"


def _typed(kind: str) -> Json:
    return {"type": "image", "source": {"type": "base64", "media_type": kind, "data": PNG}}


REST_CASES: list[Case] = [
    bad("image-media-types", "/messages/0/content/0/source/media_type", f"messages.0.content.0.{_MEDIA_TYPES}",
        messages=[user(_typed("image/bmp"), text())]),
    bad("image-media-types", "/messages/2/content/0/content/0/source/media_type",
        f"messages.2.content.0.tool_result.content.0.{_MEDIA_TYPES}",
        tools=[tool()], messages=[user("Hi"), assistant(call()), user(result(content=[_typed("image/jpg")]))]),
    bad("image-media-types", ("/messages/0/content/0/source/type", "/messages/0/content/0/source"),
        messages=[user({"type": "image", "source": {"type": "image_url", "url": "https://example.com/a.png"}}, text())]),
    bad("document-sources", "/messages/0/content/0/source/media_type",
        "messages.0.content.0.document.source.base64.media_type: Input should be 'application/pdf'",
        messages=[user({"type": "document", "source": {"type": "base64", "media_type": "text/plain", "data": "SGk="}}, text())]),
    bad("document-sources", "/messages/0/content/0/source/media_type",
        messages=[user({"type": "document", "source": {"type": "text", "media_type": "text/html", "data": "x"}}, text())]),
    bad("document-sources", ("/messages/0/content/0/source/type", "/messages/0/content/0/source"),
        messages=[user({"type": "document", "source": {"type": "s3", "uri": "s3://x"}}, text())]),
    bad("image-count", ("/messages", "/messages/0/content/600", ""), "too many images and documents: 601 + 0 > 600",
        messages=[user(*[image()] * 601)]),
    bad("image-count", ("/messages", "/messages/0/content/100", ""), "too many images and documents: 101 + 0 > 100",
        model="claude-haiku-4-5", messages=[user(*[image()] * 101)]),
    *(
        bad("image-dimensions", ("/messages/0/content/0", "/messages/0/content/0/source", "/messages/0/content/0/source/data"),
            messages=[user(picture(width, height), text())])
        for width, height in ((8001, 1), (1, 9000))
    ),
    bad("code-image-dimensions-too-large", ("/messages/0/content/20", "/messages/0/content/20/source", "/messages/0/content/20/source/data"),
        messages=[user(*[image()] * 20, picture(2001, 8), text())], model="claude-haiku-4-5"),
    doubtful("image-oversized-error", ("/messages/0/content/0", "/messages/0/content/0/source", "/messages/0/content/0/source/data"),
             messages=[user(picture(1920, 1080, transformations={"oversized_image": "error"}), text())], model="claude-haiku-4-5"),
    bad("image-oversized-error", "/messages/0/content/0/transformations/oversized_image",
        messages=[user(image(transformations={"oversized_image": "shrink"}))]),
    doubtful("compaction-vs-context-management", ("/compaction", "/context_management"), compaction={"type": "summarize"},
             context_management={"edits": [{"type": "clear_tool_uses_20250919"}]}, model="claude-opus-5-5",
             betas=("compact-2026-09-04", "context-management-2025-06-27"), messages=[user("a"), assistant("b"), user("c")]),
    bad("compaction-content-empty", "/messages/1/content/0/content", "messages.1.content.0.compaction.content: content cannot be empty",
        betas=("compact-2026-01-12",), model="claude-opus-5-5", messages=[
            user("Hi"), assistant({"type": "compaction", "content": ""}), user("More")]),
    bad("thread-shape", "/thread/previous_message_id", thread={"type": "continue"}, betas=("message-threads-2026-08-12",)),
    bad("thread-shape", ("/thread/type", "/thread"), thread={"type": "resume"}, betas=("message-threads-2026-08-12",)),
    bad("thread-shape", "/system", thread={"type": "continue", "previous_message_id": "msg_1"}, betas=("message-threads-2026-08-12",),
        system="x"),
    bad("thread-shape", "/tools", thread={"type": "continue", "previous_message_id": "msg_1"}, betas=("message-threads-2026-08-12",),
        tools=[tool()]),
    bad("fallbacks-max", ("/fallbacks", "/fallbacks/3"), model="claude-fable-5-1", betas=_BACK, fallbacks=[
        {"model": name} for name in ("claude-opus-5-5", "claude-opus-5", "claude-opus-4-8", "claude-sonnet-5-5")]),
    bad("fallbacks-max", ("/fallbacks/1", "/fallbacks/1/model"), model="claude-fable-5-1", betas=_BACK,
        fallbacks=[{"model": "claude-opus-4-8"}, {"model": "claude-opus-4-8"}]),
    bad("fallbacks-max", ("/fallbacks/0", "/fallbacks/0/model"), model="claude-fable-5-1", betas=_BACK,
        fallbacks=[{"model": "claude-fable-5-1"}]),
    doubtful("fallbacks-entry-keys", "/fallbacks/0/temperature", model="claude-fable-5-1", betas=_BACK,
             fallbacks=[{"model": "claude-opus-4-8", "temperature": 1}]),
    doubtful("fallbacks-entry-keys", "/fallbacks/0/model", model="claude-fable-5-1", betas=_BACK, fallbacks=[{"max_tokens": 5}]),
    doubtful("fallbacks-unsupported-model", "/fallbacks", model="claude-sonnet-5", betas=_BACK, fallbacks=[{"model": "claude-opus-4-8"}]),
    bad("haiku55-no-server-fallback", "/fallbacks", model="claude-haiku-5-5", betas=_BACK, fallbacks=[{"model": "claude-opus-4-8"}]),
    doubtful("fallbacks-header-value", ("/fallbacks", "header anthropic-beta"), betas=("server-side-fallback-2025-01-01",),
             model="claude-opus-5", fallbacks=[{"model": "claude-opus-4-8"}]),
    doubtful("fallback-credit-rules", ("/fallback_credit_token", "/fallbacks"), betas=(*_BACK, "fallback-credit-2026-07-01"),
             model="claude-opus-5", fallback_credit_token="token", fallbacks=[{"model": "claude-opus-4-8"}]),
    doubtful("fallback-credit-appended-limits", ("/tool_choice", "/fallback_credit_token", "/tool_choice/type"), model="claude-opus-5",
             betas=("fallback-credit-2026-07-01",), fallback_credit_token="token", tools=[tool()], tool_choice={"type": "any"},
             messages=[user("Hi"), assistant("Sure:")]),
    doubtful("fallback-credit-appended-limits", ("/messages/1/content", "/messages/1"), model="claude-opus-5",
             betas=("fallback-credit-2026-07-01",), fallback_credit_token="token", messages=[user("Hi"), assistant("Sure: ")]),
    doubtful("billing-policy-batch", ("/requests/0/params/billing_policy/bill_to", "/requests/0/params/billing_policy"), endpoint=BATCHES,
             betas=("user-profiles-billing-2026-10-01",), billing_policy={"type": "billing_policy", "bill_to": "user_profile"}),
    *(
        doubtful("count-tokens-params", f"/{name}", endpoint=COUNT, **{name: value})
        for name, value in (("container", "container_1"), ("stop_sequences", ["x"]), ("stream", True), ("metadata", {"user_id": "u"}),
                            ("service_tier", "auto"), ("inference_geo", "us"))
    ),
    good("priority-tier-models", model="claude-haiku-5-5", service_tier="auto"),
]  # fmt: skip

"""Tools, tool choice, calls and results."""

from tests.coverage.requests import (
    EPHEMERAL,
    Case,
    Json,
    assistant,
    bad,
    call,
    document,
    doubtful,
    good,
    image,
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
    # Accepted without the tool (a recording of the SDK's, 2026-02-25), against what the documentation says.
    doubtful("ptc-needs-code-execution", ("/tools/0/allowed_callers/0", "/tools/0/allowed_callers", "/tools/0"),
        tools=[tool(allowed_callers=_BY_CODE)]),
    doubtful("ptc-needs-code-execution", ("/tools/0/allowed_callers/0", "/tools/0/allowed_callers", "/tools/0", "/tools/0/allowed_callers/1"),
        tools=[tool(allowed_callers=["direct", *_BY_CODE]), _SEARCH]),
    doubtful("ptc-needs-code-execution", "/tools/0/allowed_callers", tools=[
        tool(allowed_callers=_BY_CODE), {"type": "code_execution_20250825", "name": "code_execution"}]),
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
    doubtful("advisor-pairing", "/tools/0/model", model="claude-sonnet-5-5", betas=("advisor-tool-2026-03-01",),
             tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-haiku-5-5"}]),
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

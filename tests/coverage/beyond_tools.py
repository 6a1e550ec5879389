"""Server tools, toolsets, tool search, programmatic calls, MCP: the records of tools beyond the core messages."""

from collections.abc import Mapping

from tests.coverage.requests import EPHEMERAL, Case, Json, assistant, bad, call, doubtful, good, result, system, text, tool, user

HAIKU = "claude-haiku-4-5"
OPUS = "claude-opus-5-5"
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
FETCH = {"type": "web_fetch_20250910", "name": "web_fetch"}
CODE = {"type": "code_execution_20260120", "name": "code_execution"}
COMPUTER = {"type": "computer_toolset_20260801"}

REGEX = {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"}
CODE_CALLER = "code_execution_20260120"


MCP = "mcp-client-2025-11-20"
SERVER = {"type": "url", "url": "https://mcp.example.com/sse", "name": "m"}
TOOLSET = {"type": "mcp_toolset", "mcp_server_name": "m"}
ADVISOR = {"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-5-5"}
ADVISOR_BETA = "advisor-tool-2026-03-01"


def domains(*entries: object, kind: str = "allowed_domains", base: Mapping[str, object] = SEARCH) -> list[Json]:
    """A web tool with these domains."""
    return [{**base, kind: list(entries)}]


def served(kind: str, ident: str = "srvtoolu_1", **members: object) -> Json:
    """A server tool's call."""
    return {"type": "server_tool_use", "id": ident, "name": kind, "input": {}, **members}


TOOL_CASES: list[Case] = [
    bad(
        "web-search-versions",
        "/tools/0/name",
        "tools.0.web_search_20250305.name: Input should be 'web_search'",
        tools=[{**SEARCH, "name": "search"}],
    ),
    bad("web-search-versions", ("/tools/0/type", "/tools/0"), tools=[{**SEARCH, "type": "web_search_20240101"}]),
    bad("web-fetch-versions", "/tools/0/name", tools=[{**FETCH, "name": "fetch"}]),
    bad("web-fetch-versions", ("/tools/0/type", "/tools/0"), tools=[{**FETCH, "type": "web_fetch_2025"}]),
    bad("code-exec-versions", "/tools/0/name", tools=[{**CODE, "name": "python"}]),
    bad(
        "code-exec-versions",
        "/tools/0/max_uses",
        "tools.0.code_execution_20260120.max_uses: Extra inputs are not permitted",
        tools=[{**CODE, "max_uses": 2}],
    ),
    bad(
        "web-domains-exclusive",
        ("/tools/0", "/tools/0/blocked_domains", "/tools/0/allowed_domains"),
        tools=[{**SEARCH, "allowed_domains": ["a.com"], "blocked_domains": ["b.com"]}],
    ),
    doubtful(
        "web-domains-empty-list",
        "/tools/0/blocked_domains",
        "tools.0.web_search_20250305.blocked_domains: Empty list of domains is ambiguous. Provide at least one domain or null.",
        tools=domains(kind="blocked_domains"),
    ),
    bad("web-domains-format", "/tools/0/allowed_domains/1", tools=domains("a.com", "https://b.com")),
    bad("web-domains-format", "/tools/0/allowed_domains/0", tools=domains("*.example.com")),
    bad("web-domains-format", "/tools/0/blocked_domains/0", tools=domains("ex*.com", kind="blocked_domains", base=FETCH)),
    bad(
        "web-search-user-location",
        ("/tools/0/user_location", "/tools/0/user_location/type"),
        tools=[{**SEARCH, "user_location": {"type": "exact", "city": "Oslo"}}],
    ),
    bad("web-search-user-location", "/tools/0/user_location", tools=[{**SEARCH, "user_location": {"type": "approximate"}}]),
    bad(
        "web-search-user-location",
        ("/tools/0/user_location/country", "/tools/0"),
        "tools.0.web_search_20250305: Country code KZ is not supported.",
        tools=[{**SEARCH, "user_location": {"type": "approximate", "country": "KZ"}}],
    ),
    bad(
        "web-tools-allowed-callers-direct",
        ("/tools/0", "/tools/0/type", "/tools/0/allowed_callers", "/model"),
        "'claude-haiku-4-5-20251001' does not support programmatic tool calling",
        tools=[{"type": "web_search_20260209", "name": "web_search"}],
        model=HAIKU,
    ),
    good(
        "web-tools-allowed-callers-direct",
        tools=[{"type": "web_search_20260209", "name": "web_search", "allowed_callers": ["direct"]}],
        model=HAIKU,
    ),
    bad(
        "web-tools-code-exec-version",
        ("/tools/0", "/tools/1", "/tools/1/type", "/tools/0/type"),
        tools=[{"type": "web_search_20260209", "name": "web_search"}, {"type": "code_execution_20250825", "name": "code_execution"}],
    ),
    bad("web-response-inclusion", "/tools/0/response_inclusion", tools=[{**SEARCH, "response_inclusion": "full"}]),
    bad(
        "web-response-inclusion",
        "/tools/0/response_inclusion",
        tools=[{"type": "web_search_20260318", "name": "web_search", "response_inclusion": "some"}],
    ),
    bad("web-fetch-use-cache", "/tools/0/use_cache", tools=[{**FETCH, "use_cache": True}]),
    bad("web-fetch-use-cache", "/tools/0/use_cache", tools=[{**FETCH, "type": "web_fetch_20260309", "use_cache": "no"}]),
    doubtful(
        "web-fetch-url-sources",
        ("/tools/0/url_sources/user_input/type", "/tools/0/url_sources/user_input"),
        tools=[{**FETCH, "type": "web_fetch_20260318", "url_sources": {"user_input": {"type": "some"}}}],
    ),
    doubtful(
        "web-fetch-url-sources",
        (
            "/tools/0/url_sources/client_tool_results/tools/0",
            "/tools/0/url_sources/client_tool_results",
            "/tools/0/url_sources/client_tool_results/tools/0/name",
        ),
        tools=[
            {
                **FETCH,
                "type": "web_fetch_20260318",
                "url_sources": {"client_tool_results": {"type": "only", "tools": [{"type": "tool_reference", "name": "nowhere"}]}},
            }
        ],
    ),
    bad(
        "server-tool-resume-same-tools",
        ("/messages/1/content/0", "/messages/1/content/0/name", "/tools"),
        messages=[user("Go"), assistant(served("web_fetch", input={"url": "https://a.com"}))],
    ),
    bad(
        "server-tool-unresolved",
        ("/messages/2", "/messages/1/content/0", "/messages/2/content/1", "/messages/1/content/0/id"),
        messages=[user("Go"), assistant(served("web_fetch"), call()), user(result(), text("and"))],
        tools=[FETCH, tool()],
    ),
    bad(
        "server-tool-no-result-for-srvtoolu",
        ("/messages/2/content/0", "/messages/2/content/0/tool_use_id"),
        messages=[user("Go"), assistant(served("web_fetch")), user(result("srvtoolu_1"))],
        tools=[FETCH],
    ),
    bad(
        "tool-result-missing",
        ("/messages/1/content/0", "/messages/1/content/0/id"),
        "messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1. Each `tool_use` block must have a "
        "corresponding `tool_result` block in the next message.",
        messages=[user("Go"), assistant(call()), user("and?")],
        tools=[tool()],
    ),
    doubtful(  # a recording of 2026-02-25 was accepted
        "ptc-code-exec-required",
        ("/tools/0/allowed_callers", "/tools/0/allowed_callers/0", "/tools/0"),
        tools=[tool(allowed_callers=[CODE_CALLER])],
    ),
    bad(
        "ptc-container-required",
        ("", "/container", "/messages/1/content/1", "/messages/1/content/2", "/messages/1", "/messages/2"),
        "container_id is required when there are pending tool uses generated by code execution with tools.",
        messages=[
            user("Go"),
            assistant(text(), served("code_execution"), call(caller={"type": CODE_CALLER, "tool_id": "srvtoolu_1"})),
            user(result()),
        ],
        tools=[CODE, tool(allowed_callers=[CODE_CALLER])],
        model="claude-sonnet-4-6",
    ),
    bad(
        "ptc-only-tool-results",
        ("/messages/2/content/1", "/messages/2", "/messages/1/content/0"),
        messages=[
            user("Go"),
            assistant(served("code_execution"), call(caller={"type": CODE_CALLER, "tool_id": "srvtoolu_1"})),
            user(result(), text("and")),
        ],
        tools=[CODE, tool(allowed_callers=[CODE_CALLER])],
        container="container_1",
        model="claude-sonnet-4-6",
    ),
    bad(
        "ptc-tool-choice",
        ("/tool_choice", "/tool_choice/name"),
        tool_choice={"type": "tool", "name": "f"},
        tools=[CODE, tool(allowed_callers=[CODE_CALLER])],
        model="claude-sonnet-4-6",
    ),
    bad(
        "ptc-no-strict",
        ("/tools/1/strict", "/tools/1"),
        model="claude-sonnet-4-6",
        tools=[
            CODE,
            tool(
                allowed_callers=[CODE_CALLER], strict=True, input_schema={"type": "object", "properties": {}, "additionalProperties": False}
            ),
        ],
    ),
    bad(
        "ptc-no-strict",
        ("/tool_choice/disable_parallel_tool_use", "/tool_choice"),
        model="claude-sonnet-4-6",
        tools=[CODE, tool(allowed_callers=[CODE_CALLER])],
        tool_choice={"type": "auto", "disable_parallel_tool_use": True},
    ),
    bad(
        "ptc-circular-ref",
        ("/tools/1/input_schema", "/tools/1", "/tools/1/input_schema/properties/a/$ref", "/tools/1/input_schema/properties/a"),
        model="claude-sonnet-4-6",
        tools=[CODE, tool(allowed_callers=[CODE_CALLER], input_schema={"type": "object", "properties": {"a": {"$ref": "#"}}})],
    ),
    doubtful(
        "container-skills-20",
        "/container/skills",
        tools=[CODE],
        betas=("code-execution-2025-08-25", "skills-2025-10-02"),
        container={"skills": [{"type": "custom", "skill_id": f"skill_{n}"} for n in range(21)]},
    ),
    bad(
        "container-skills-need-code-exec",
        ("/container", "/container/skills"),
        "container: skills can only be used when a code execution tool is enabled",
        container={"skills": [{"type": "anthropic", "skill_id": "xlsx"}]},
        betas=("skills-2025-10-02",),
    ),
    doubtful(
        "container-skill-type", "/container/skills/0/type", container={"skills": [{"type": "mine", "skill_id": "xlsx"}]}, tools=[CODE]
    ),
    doubtful(
        "container-skill-type",
        ("/container/skills/0", "/container/skills/0/skill_id"),
        container={"skills": [{"type": "custom"}]},
        tools=[CODE],
    ),
    bad("tool-search-variants", "/tools/0/name", tools=[{**REGEX, "name": "tool_search"}, tool()]),
    bad(
        "tool-search-all-deferred",
        ("/tools", "/tools/0", "/tools/0/defer_loading"),
        "At least one tool must have defer_loading=false. All tools cannot be deferred.",
        tools=[tool(defer_loading=True)],
    ),
    bad(
        "tool-search-unknown-reference",
        ("/messages/2/content/0/content/0", "/messages/2/content/0/content/0/tool_name"),
        messages=[user("Go"), assistant(call()), user(result(content=[{"type": "tool_reference", "tool_name": "unknown_tool"}]))],
        tools=[tool()],
    ),
    bad(
        "tool-search-cache-control",
        ("/tools/1", "/tools/1/cache_control", "/tools/1/defer_loading"),
        "Tool 'g' cannot have both defer_loading=true and cache_control set. Tools with defer_loading cannot use prompt caching.",
        tools=[REGEX, tool("g", defer_loading=True, cache_control=EPHEMERAL)],
    ),
    bad("tool-search-10000", ("/tools", "/tools/10001"), tools=[REGEX, *[tool(f"f{n}", defer_loading=True) for n in range(10001)]]),
    bad("eager-streaming-user-tools-only", "/tools/0/eager_input_streaming", tools=[{**SEARCH, "eager_input_streaming": True}]),
    bad("input-examples-not-server", "/tools/0/input_examples", tools=[{**SEARCH, "input_examples": [{"query": "a"}]}]),
    bad("input-examples-not-server", "/tools/0/input_examples", tools=[{**COMPUTER, "input_examples": [{}]}]),
    bad("strict-not-toolsets", "/tools/0/strict", tools=[{**COMPUTER, "strict": True}]),
    bad("strict-not-toolsets", "/tools/0/strict", tools=[{**TOOLSET, "strict": True}], mcp_servers=[SERVER], betas=(MCP,)),
    bad("bash-versions", "/tools/0/name", tools=[{"type": "bash_20250124", "name": "shell"}]),
    bad("bash-versions", "/tools/0/input_schema", tools=[{"type": "bash_20250124", "name": "bash", "input_schema": {"type": "object"}}]),
    bad("bash-versions", ("/tools/0/type", "/tools/0"), tools=[{"type": "bash_20241022", "name": "bash"}]),
    doubtful("text-editor-names", "/tools/0/name", tools=[{"type": "text_editor_20250728", "name": "str_replace_editor"}]),
    doubtful("text-editor-names", "/tools/0/name", tools=[{"type": "text_editor_20250124", "name": "str_replace_based_edit_tool"}]),
    bad(
        "text-editor-max-characters",
        "/tools/0/max_characters",
        tools=[{"type": "text_editor_20250429", "name": "str_replace_based_edit_tool", "max_characters": 9}],
    ),
    bad(
        "text-editor-max-characters",
        "/tools/0/max_characters",
        tools=[{"type": "text_editor_20250728", "name": "str_replace_based_edit_tool", "max_characters": 0}],
    ),
    bad("memory-tool", "/tools/0/name", tools=[{"type": "memory_20250818", "name": "mem"}]),
    bad("memory-tool", "/tools/0/input_schema", tools=[{"type": "memory_20250818", "name": "memory", "input_schema": {"type": "object"}}]),
    bad("mcp-beta-required", "/mcp_servers", "mcp_servers: Extra inputs are not permitted", mcp_servers=[SERVER]),
    doubtful(
        "mcp-server-unreferenced",
        ("/mcp_servers/0", "/mcp_servers/0/name"),
        "MCP server 'm' is defined but not referenced by any mcp_toolset in tools.",
        mcp_servers=[SERVER],
        betas=(MCP,),
    ),
    bad(
        "mcp-toolset-server-exists",
        ("/tools/0/mcp_server_name", "/tools/0"),
        tools=[{**TOOLSET, "mcp_server_name": "n"}, TOOLSET],
        mcp_servers=[SERVER],
        betas=(MCP,),
    ),
    bad(
        "mcp-toolset-server-exists", ("/tools/1/mcp_server_name", "/tools/1"), tools=[TOOLSET, TOOLSET], mcp_servers=[SERVER], betas=(MCP,)
    ),
    bad("mcp-server-url", "/mcp_servers/0/url", tools=[TOOLSET], mcp_servers=[{**SERVER, "url": "http://mcp.example.com"}], betas=(MCP,)),
    bad("mcp-server-url", ("/mcp_servers/0/type",), tools=[TOOLSET], mcp_servers=[{**SERVER, "type": "stdio"}], betas=(MCP,)),
    bad("mcp-server-url", ("/mcp_servers/1/name", "/mcp_servers/1"), tools=[TOOLSET], mcp_servers=[SERVER, SERVER], betas=(MCP,)),
    bad(
        "mcp-servers-20",
        ("/mcp_servers", "/mcp_servers/20"),
        betas=(MCP,),
        mcp_servers=[{**SERVER, "name": f"m{n}"} for n in range(21)],
        tools=[{**TOOLSET, "mcp_server_name": f"m{n}"} for n in range(21)],
    ),
    bad("advisor-beta", ("/tools/0/type", "/tools/0"), tools=[ADVISOR]),
    bad("advisor-beta", "/tools/0/name", tools=[{**ADVISOR, "name": "boss"}], betas=(ADVISOR_BETA,)),
    bad("advisor-beta", ("/tools/0/model", "/tools/0"), betas=(ADVISOR_BETA,), tools=[{"type": "advisor_20260301", "name": "advisor"}]),
    bad("advisor-max-tokens", "/tools/0/max_tokens", tools=[{**ADVISOR, "max_tokens": 1000}], betas=(ADVISOR_BETA,)),
    bad("advisor-max-tokens", "/tools/0/max_tokens", tools=[{**ADVISOR, "max_tokens": 999999}], betas=(ADVISOR_BETA,)),
    bad("advisor-pair", "/tools/0/model", tools=[{**ADVISOR, "model": "claude-haiku-4-5"}], betas=(ADVISOR_BETA,)),
    bad(
        "advisor-resume",
        ("/messages/1/content/0", "/messages/1/content/0/name", "/tools"),
        betas=(ADVISOR_BETA,),
        messages=[user("Go"), assistant(served("advisor"))],
    ),
    bad("allowed-callers-enum", "/tools/0/allowed_callers/0", tools=[tool(allowed_callers=["code_execution_20240101"])]),
    bad(
        "mid-system-tool-reference-declared",
        ("/messages/1/content/0", "/messages/1/content/0/tool/name", "/messages/1/content/0/tool"),
        messages=[user("Hi"), system({"type": "tool_removal", "tool": {"type": "tool_reference", "name": "nowhere"}})],
        tools=[tool()],
        model=OPUS,
        betas=("mid-conversation-tool-changes-2026-07-01",),
    ),
    bad(
        "input-examples-valid",
        ("/tools/0/input_examples/0", "/tools/0/input_examples/0/a"),
        tools=[
            tool(input_schema={"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}, input_examples=[{"a": "x"}])
        ],
    ),
    bad(
        "mythos-preview-forced-tool-choice",
        ("/tool_choice/type", "/tool_choice"),
        tools=[tool()],
        tool_choice={"type": "any"},
        model="claude-mythos-preview",
        as_of="2026-06-01",
    ),
]

"""Lengths, ranges and patterns of single members: the records `schema-*` of the Messages endpoints."""

from tests.coverage.requests import Case, Json, assistant, bad, call, document, doubtful, result, tool, user

SEARCH: Json = {"type": "web_search_20250305", "name": "web_search"}
LEVELS = {"documented": bad, "inferred": doubtful}
COMPUTER_BETAS = {"20241022": "computer-use-2024-10-22", "20250124": "computer-use-2025-01-24", "20251124": "computer-use-2025-11-24"}
EDITING = ("context-management-2025-06-27",)
MCP: Json = {"type": "mcp_toolset", "mcp_server_name": "m"}
SERVER: Json = {"type": "url", "url": "https://m.example.com", "name": "m"}
CITATIONS: dict[str, Json] = {
    "char_location": {"document_index": 0, "start_char_index": 0, "end_char_index": 1, "document_title": "t"},
    "page_location": {"document_index": 0, "start_page_number": 1, "end_page_number": 2, "document_title": "t"},
    "content_block_location": {"document_index": 0, "start_block_index": 0, "end_block_index": 1, "document_title": "t"},
    "search_result_location": {"search_result_index": 0, "start_block_index": 0, "end_block_index": 1, "source": "s", "title": "t"},
    "web_search_result_location": {"encrypted_index": "e", "title": "t", "url": "https://a.com"},
}
WRONG_CITATIONS: list[tuple[str, str, object, str]] = [
    *[(kind, "document_index", -1, "inferred") for kind in ("char_location", "page_location", "content_block_location")],
    *[(kind, "document_title", "", "inferred") for kind in ("char_location", "page_location", "content_block_location")],
    *[(kind, "document_title", "t" * 256, "inferred") for kind in ("char_location", "page_location", "content_block_location")],
    ("char_location", "start_char_index", -1, "inferred"),
    ("page_location", "start_page_number", 0, "inferred"),
    ("content_block_location", "start_block_index", -1, "inferred"),
    ("search_result_location", "search_result_index", -1, "inferred"),
    ("search_result_location", "start_block_index", -1, "inferred"),
    ("web_search_result_location", "title", "t" * 513, "documented"),
    ("web_search_result_location", "title", "", "documented"),
    ("web_search_result_location", "url", "https://a.com/" + "u" * 2048, "documented"),
    ("web_search_result_location", "url", "", "documented"),
]
RESULTS: dict[str, tuple[str, object, str]] = {
    "web_search_tool_result": ("web_search", [], "documented"),
    "web_fetch_tool_result": ("web_fetch", {"type": "web_fetch_tool_result_error", "error_code": "unavailable"}, "documented"),
    "code_execution_tool_result": ("code_execution", {"type": "code_execution_tool_result_error", "error_code": "unavailable"}, "inferred"),
    "bash_code_execution_tool_result": (
        "bash_code_execution",
        {"type": "bash_code_execution_tool_result_error", "error_code": "unavailable"},
        "documented",
    ),
    "text_editor_code_execution_tool_result": (
        "text_editor_code_execution",
        {"type": "text_editor_code_execution_tool_result_error", "error_code": "unavailable"},
        "inferred",
    ),
    "tool_search_tool_result": (
        "tool_search_tool_regex",
        {"type": "tool_search_tool_result_error", "error_code": "unavailable"},
        "documented",
    ),
    "advisor_tool_result": ("advisor", {"type": "advisor_tool_result_error", "error_code": "unavailable"}, "documented"),
}


def _computer() -> list[Case]:
    sizes: Json = {"display_width_px": 1024, "display_height_px": 768}
    made = []
    for day, beta in COMPUTER_BETAS.items():
        for name, value in (("display_width_px", 0), ("display_height_px", 0), ("display_number", -1)):
            sure = day != "20241022" and name != "display_number"
            shape = {"type": f"computer_{day}", "name": "computer", **sizes, name: value}
            made.append(
                LEVELS["documented" if sure else "inferred"](
                    f"schema-computerusetool-{day}-{name.replace('_', '-')}", f"/tools/0/{name}", tools=[shape], betas=(beta,),
                    model="claude-sonnet-4-6",
                )
            )  # fmt: skip
    return made


def _citations() -> list[Case]:
    return [
        LEVELS[certainty](
            f"schema-request{kind.replace('_', '')}citation-{name.replace('_', '-')}",
            f"/messages/1/content/0/citations/0/{name}",
            messages=[user("Hi"), assistant({"type": "text", "text": "a", "citations": [
                {"type": kind, "cited_text": "a", **CITATIONS[kind], name: value}]}),
                      user("More")],
        )
        for kind, name, value, certainty in WRONG_CITATIONS
    ]  # fmt: skip


def _results() -> list[Case]:
    made = []
    for kind, (name, content, certainty) in RESULTS.items():
        block = {"type": kind, "tool_use_id": "toolu_1", "content": content}
        served = {"type": "server_tool_use", "id": "srvtoolu_1", "name": name, "input": {}}
        made.append(
            LEVELS[certainty](
                f"schema-request{kind.replace('_', '')}block-tool-use-id", "/messages/1/content/1/tool_use_id",
                messages=[user("Hi"), assistant(served, block), user("More")], betas=("advisor-tool-2026-03-01",),
            )
        )  # fmt: skip
    return made


def _uses() -> list[Case]:
    made = []
    for day in ("20250305", "20260209"):
        shape = {**SEARCH, "type": f"web_search_{day}", "max_uses": 0}
        made.append(doubtful(f"schema-websearchtool-{day}-max-uses", "/tools/0/max_uses", tools=[shape]))
    for day in ("20250910", "20260209", "20260309"):
        for name in ("max_uses", "max_content_tokens"):
            shape = {"type": f"web_fetch_{day}", "name": "web_fetch", name: 0}
            made.append(doubtful(f"schema-webfetchtool-{day}-{name.replace('_', '-')}", f"/tools/0/{name}", tools=[shape]))
    return made


def _place() -> list[Case]:
    wrong = [(name, value) for name in ("city", "region", "timezone") for value in ("", "x" * 256)] + [("country", "USA"), ("country", "U")]
    return [
        doubtful(f"schema-userlocation-{name}", f"/tools/0/user_location/{name}",
                 tools=[{**SEARCH, "user_location": {"type": "approximate", name: value}}])
        for name, value in wrong
    ]  # fmt: skip


def _editing(record: str, at: str, strategy: Json, level: str = "inferred") -> Case:
    return LEVELS[level](record, f"/context_management/edits/0/{at}", context_management={"edits": [strategy]}, betas=EDITING,
                         thinking={"type": "adaptive"})  # fmt: skip


CLEAR: Json = {"type": "clear_tool_uses_20250919"}
SINGLE: list[Case] = [
    doubtful("schema-advisortool-20260301-max-uses", "/tools/0/max_uses", betas=("advisor-tool-2026-03-01",),
             tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-5-5", "max_uses": 0}]),
    _editing("schema-inputtokensclearatleast-value", "clear_at_least/value",
        {**CLEAR, "clear_at_least": {"type": "input_tokens", "value": -1}}),
    _editing("schema-inputtokenstrigger-value", "trigger/value", {**CLEAR, "trigger": {"type": "input_tokens", "value": 0}}, "documented"),
    _editing("schema-tooluseskeep-value", "keep/value", {**CLEAR, "keep": {"type": "tool_uses", "value": -1}}),
    _editing("schema-toolusestrigger-value", "trigger/value", {**CLEAR, "trigger": {"type": "tool_uses", "value": 0}}),
    _editing("schema-thinkingturns-value", "keep/value",
        {"type": "clear_thinking_20251015", "keep": {"type": "thinking_turns", "value": 0}}),
    *[doubtful("schema-mcptoolset-mcp-server-name", ("/tools/0/mcp_server_name", "/mcp_servers/0/name"), betas=("mcp-client-2025-11-20",),
        tools=[{**MCP, "mcp_server_name": name}], mcp_servers=[{**SERVER, "name": name}]) for name in ("", "m" * 256)],
    *[bad("schema-requestdocumentblock-title", "/messages/0/content/0/title", messages=[user(document(title=title))])
      for title in ("", "t" * 501)],
    doubtful("schema-requestdocumentblock-context", "/messages/0/content/0/context", messages=[user(document(context=""))]),
    bad("schema-requestmcptooluseblock-id", "/messages/1/content/0/id", messages=[user("Hi"), assistant(
        {"type": "mcp_tool_use", "id": "a b", "name": "f", "input": {}, "server_name": "m"},
        {"type": "mcp_tool_result", "tool_use_id": "a b", "content": "x"}), user("More")], betas=("mcp-client-2025-11-20",)),
    bad("schema-requestmcptoolresultblock-tool-use-id", "/messages/1/content/1/tool_use_id", messages=[user("Hi"), assistant(
        {"type": "mcp_tool_use", "id": "a", "name": "f", "input": {}, "server_name": "m"},
        {"type": "mcp_tool_result", "tool_use_id": "a b", "content": "x"}), user("More")], betas=("mcp-client-2025-11-20",)),
    bad("schema-requestservertooluseblock-id", "/messages/1/content/0/id",
        "messages.1.content.0.server_tool_use.id: String should match pattern '^srvtoolu_[a-zA-Z0-9_]+$'", messages=[user("Hi"), assistant(
        {"type": "server_tool_use", "id": "toolu_1", "name": "web_search", "input": {}}), user("More")], tools=[SEARCH]),
    *[bad("schema-requesttoolreferenceblock-tool-name", "/messages/2/content/0/content/0/tool_name", tools=[tool()],
        messages=[user("Go"), assistant(call()), user(result(content=[{"type": "tool_reference", "tool_name": name}]))])
      for name in ("", "a b", "a" * 257)],
    doubtful("schema-servertoolcaller-tool-id", "/messages/1/content/0/caller/tool_id", tools=[tool()],
        messages=[user("Go"), assistant(call(caller={"type": "code_execution_20260120", "tool_id": "toolu_9"})), user(result())]),
    *[doubtful(f"schema-skillparams-{name.replace('_', '-')}", f"/container/skills/0/{name}",
        tools=[{"type": "code_execution_20250825", "name": "code_execution"}],
        container={"skills": [{"type": "custom", "skill_id": "s", name: value}]})
      for name in ("skill_id", "version") for value in ("", "s" * 65)],
    doubtful("schema-texteditor-20250728-max-characters", "/tools/0/max_characters",
        tools=[{"type": "text_editor_20250728", "name": "str_replace_based_edit_tool", "max_characters": 0}]),
]  # fmt: skip
SCHEMA_CASES: list[Case] = [*SINGLE, *_computer(), *_citations(), *_results(), *_uses(), *_place()]

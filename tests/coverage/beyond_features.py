"""Context, compaction, threads, fallbacks, speed, platforms, caching, batches: the records beyond the core messages."""

from typing import Any

from tests.coverage.requests import EPHEMERAL, Case, Json, assistant, bad, call, doubtful, system, text, tool, user

OPUS = "claude-opus-5-5"
HAIKU = "claude-haiku-4-5"
BATCHES = "POST /v1/messages/batches"


EDITING = "context-management-2025-06-27"
OLD_COMPACT = "compact-2026-01-12"
COMPACT = "compact-2026-09-04"
THREADS = "message-threads-2026-08-12"
FALLBACK = "server-side-fallback-2026-07-01"
CHANGES = "mid-conversation-tool-changes-2026-07-01"
THINKING = {"type": "adaptive"}
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
PARAMS = "/requests/0/params"

BEDROCK: dict[str, Any] = {"platform": "bedrock", "model": "us.anthropic.claude-sonnet-4-6", "betas": None}
VERTEX: dict[str, Any] = {"platform": "vertex", "model": "claude-sonnet-4-6"}
FOUNDRY: dict[str, Any] = {"platform": "foundry"}
AWS: dict[str, Any] = {"platform": "aws"}


def edits(*entries: object) -> Json:
    """A context_management of these strategies."""
    return {"edits": list(entries)}


def compaction(content: object = "short", **members: object) -> Json:
    """A compaction block."""
    return {"type": "compaction", "content": content, "signature": "c2ln", **members}


CLEAR_THINKING = {"type": "clear_thinking_20251015"}
CLEAR_TOOLS = {"type": "clear_tool_uses_20250919"}
COMPACT_EDIT = {"type": "compact_20260112"}
TRIGGER = "/context_management/edits/0/trigger/value"

FEATURE_CASES: list[Case] = [
    bad("ctx-beta", "/context_management", "context_management: Extra inputs are not permitted", context_management=edits(CLEAR_TOOLS)),
    bad(
        "ctx-edits-order",
        ("/context_management/edits", "/context_management/edits/1", "/context_management/edits/1/type"),
        "context_management: `clear_thinking_20251015` must be the first strategy in `context_management.edits` when provided",
        context_management=edits(CLEAR_TOOLS, CLEAR_THINKING),
        betas=(EDITING,),
        thinking=THINKING,
    ),
    bad(
        "ctx-clear-thinking-keep",
        ("/context_management/edits/0/keep", "/context_management/edits/0/keep/value"),
        betas=(EDITING,),
        thinking=THINKING,
        context_management=edits({**CLEAR_THINKING, "keep": {"type": "thinking_turns", "value": 0}}),
    ),
    bad(
        "ctx-clear-thinking-keep",
        ("/context_management/edits/0/keep", "/context_management/edits/0/keep/type"),
        betas=(EDITING,),
        thinking=THINKING,
        context_management=edits({**CLEAR_THINKING, "keep": "none"}),
    ),
    doubtful(
        "ctx-clear-thinking-needs-thinking",
        ("/context_management/edits/0", "/context_management/edits/0/type"),
        "`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive",
        betas=(EDITING,),
        context_management=edits(CLEAR_THINKING),
        model="claude-sonnet-4-5",
    ),
    bad(
        "ctx-compact-beta",
        ("/context_management/edits/0", "/context_management/edits/0/type"),
        betas=(EDITING,),
        context_management=edits(COMPACT_EDIT),
    ),
    bad(
        "ctx-compact-trigger-min",
        TRIGGER,
        betas=(EDITING, OLD_COMPACT),
        context_management=edits({**COMPACT_EDIT, "trigger": {"type": "input_tokens", "value": 40000}}),
    ),
    doubtful(
        "ctx-compaction-exclusive",
        ("/context_management", "/compaction", ""),
        betas=(EDITING, COMPACT),
        context_management=edits(CLEAR_TOOLS),
        compaction={"type": "enabled"},
    ),
    doubtful("compaction-beta", "/compaction", compaction={"type": "enabled"}),
    bad(
        "compaction-block-empty",
        ("/messages/1/content/0/content", "/messages/1/content/0"),
        "messages.1.content.0.compaction.content: content cannot be empty",
        betas=(EDITING, OLD_COMPACT),
        messages=[user("Hi"), assistant({"type": "compaction", "content": ""}), user("More")],
        context_management=edits(COMPACT_EDIT),
    ),
    doubtful(
        "errcode-compaction-block-ambiguous",
        ("/messages/1/content/0", "/messages/2/content/0", "/messages/0/content/1"),
        betas=(COMPACT,),
        messages=[assistant(compaction()), user("Hi"), assistant(compaction()), user("More")],
    ),
    doubtful(
        "errcode-compaction-block-misplaced",
        "/messages/1/content/0",
        betas=(COMPACT,),
        messages=[user("Hi"), assistant(compaction()), user("More")],
    ),
    doubtful(
        "errcode-compaction-incomplete-turn",
        ("/messages/1", "/messages", "/messages/1/content/0", "/compaction"),
        betas=(COMPACT,),
        messages=[user("Hi"), assistant(call())],
        tools=[tool()],
        compaction={"type": "enabled"},
    ),
    doubtful(
        "errcode-compaction-nothing-to-summarize",
        ("/messages", "/compaction", "/messages/0"),
        betas=(COMPACT,),
        messages=[],
        compaction={"type": "enabled"},
    ),
    doubtful(
        "errcode-tool-name-conflict",
        ("/messages/1/content/0", "/messages/1/content/0/tool", "/messages/1/content/0/tool/name"),
        messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_definition", **tool("web_search")}})],
        tools=[SEARCH],
        betas=(CHANGES, "inline-tools-2026-09-15"),
        model=OPUS,
    ),
    doubtful(
        "errcode-tool-reference-unresolved",
        ("/messages/1/content/0", "/messages/1/content/0/tool/name", "/messages/1/content/0/tool"),
        messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_reference", "name": "nowhere"}})],
        tools=[tool()],
        betas=(CHANGES,),
        model=OPUS,
    ),
    doubtful(
        "tool-addition-reference-forms",
        ("/messages/1/content/0/tool", "/messages/1/content/0/tool/type", "/messages/1/content/0/tool/name", "/messages/1/content/0"),
        messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_definition", **tool("g")}})],
        tools=[tool()],
        betas=(CHANGES,),
        model=OPUS,
    ),
    doubtful(
        "mcp-2026-09-15",
        ("/tools/0/tools",),
        tools=[{"type": "mcp_toolset", "mcp_server_name": "m", "tools": []}],
        mcp_servers=[{"type": "url", "url": "https://m.example.com", "name": "m"}],
        betas=("mcp-client-2025-11-20",),
    ),
    bad("thread-beta", "/thread", thread={"type": "create"}, model=OPUS),
    bad("thread-beta", ("/thread", "/thread/previous_message_id"), thread={"type": "continue"}, model=OPUS, betas=(THREADS,)),
    bad("thread-beta", ("/thread", "/thread/type"), thread={"type": "resume"}, model=OPUS, betas=(THREADS,)),
    doubtful(
        "thread-continue-no-system-tools",
        ("/system", "/thread"),
        thread={"type": "continue", "previous_message_id": "msg_1"},
        system="Be brief",
        model=OPUS,
        betas=(THREADS,),
    ),
    doubtful(
        "thread-continue-no-system-tools",
        ("/tools", "/thread"),
        thread={"type": "continue", "previous_message_id": "msg_1"},
        tools=[tool()],
        model=OPUS,
        betas=(THREADS,),
    ),
    doubtful(
        "errcode-thread-unsupported-request",
        ("/thread", "/fallbacks"),
        thread={"type": "create"},
        fallbacks="default",
        model=OPUS,
        betas=(THREADS, FALLBACK),
    ),
    doubtful(
        "errcode-thread-unsupported-request",
        ("/thread", "/context_management"),
        thread={"type": "create"},
        context_management=edits(CLEAR_TOOLS),
        model=OPUS,
        betas=(THREADS, EDITING),
    ),
    bad("fallbacks-beta", "/fallbacks", fallbacks=[{"model": "claude-opus-5"}], model=OPUS),
    bad("fallbacks-beta", "/fallbacks", fallbacks="default", model=OPUS, betas=("server-side-fallback-2026-06-01",)),
    bad(
        "fallbacks-list",
        ("/fallbacks", "/fallbacks/3"),
        model=OPUS,
        betas=(FALLBACK,),
        fallbacks=[{"model": one} for one in ("claude-opus-5", "claude-sonnet-5", "claude-opus-4-8", "claude-sonnet-4-6")],
    ),
    bad(
        "fallbacks-list",
        ("/fallbacks", "/fallbacks/1", "/fallbacks/1/model"),
        model=OPUS,
        betas=(FALLBACK,),
        fallbacks=[{"model": "claude-opus-5"}, {"model": "claude-opus-5"}],
    ),
    bad("fallbacks-list", ("/fallbacks", "/fallbacks/0", "/fallbacks/0/model"), model=OPUS, betas=(FALLBACK,), fallbacks=[{"model": OPUS}]),
    doubtful(
        "fallbacks-keys",
        ("/fallbacks/0/temperature", "/fallbacks/0"),
        model=OPUS,
        betas=(FALLBACK,),
        fallbacks=[{"model": "claude-opus-5", "temperature": 1}],
    ),
    doubtful(
        "fallback-credit-with-fallbacks",
        ("/fallback_credit_token", "/fallbacks"),
        model=OPUS,
        fallbacks=[{"model": "claude-opus-5"}],
        fallback_credit_token="t",
        betas=(FALLBACK, "fallback-credit-2026-07-01"),
    ),
    doubtful(
        "fallback-credit-object-beta",
        "/fallback_credit_token",
        model=OPUS,
        fallback_credit_token={"token": "t", "mode": "strict"},
        betas=("fallback-credit-2026-06-01",),
    ),
    doubtful("fast-mode-beta", "/speed", speed="fast", model="claude-opus-5"),
    bad("fast-mode-models", "/speed", speed="fast", model="claude-sonnet-5", betas=("fast-mode-2026-02-01",)),
    bad("fast-mode-models", "/speed", speed="fast", model="claude-opus-4-7", betas=("fast-mode-2026-02-01",)),
    bad("fast-mode-exclusions", f"{PARAMS}/speed", speed="fast", model=OPUS, endpoint=BATCHES, betas=("fast-mode-2026-02-01",)),
    *[
        doubtful("fast-mode-exclusions", "/speed", speed="fast", **{"model": OPUS, **there, "betas": ("fast-mode-2026-02-01",)})
        for there in (VERTEX, FOUNDRY, AWS)
    ],
    bad("inference-geo-models", "/inference_geo", inference_geo="us", model=HAIKU),
    bad("service-tier-values", "/service_tier", "service_tier: Input should be 'auto' or 'standard_only'", service_tier="priority"),
    doubtful(
        "unknown-field", "/output_config/efort", "output_config.efort: Extra inputs are not permitted", output_config={"efort": "low"}
    ),
    doubtful("unknown-field", "/foo", "foo: Extra inputs are not permitted", foo=1),
    bad("org-fable-retention-config", "/model", model="claude-fable-5", delete=("messages",))
    if False
    else bad(
        "cache-auto-ttl-conflict",
        ("/cache_control", "/cache_control/ttl", "/messages/0/content/0/cache_control"),
        cache_control={"type": "ephemeral", "ttl": "1h"},
        messages=[user(text(cache_control=EPHEMERAL))],
    ),
    bad(
        "cache-auto-no-slot",
        ("/cache_control", "/messages/0/content/3/cache_control"),
        cache_control=EPHEMERAL,
        messages=[user(*[text(cache_control=EPHEMERAL)] * 4, text())],
    ),
    doubtful(
        "thread-cache-breakpoints",
        ("/cache_control", "/messages/0/content/4/cache_control", "/messages/0/content/3/cache_control"),
        cache_control=EPHEMERAL,
        thread={"type": "create"},
        betas=(THREADS,),
        model=OPUS,
        messages=[user(*[text(cache_control=EPHEMERAL)] * 4, text())],
    ),
    doubtful("cache-auto-legacy-bedrock", "/cache_control", cache_control=EPHEMERAL, **BEDROCK),
    bad(
        "mid-system-not-first",
        ("/messages/0", "/messages/0/role"),
        "messages.0: use the top-level 'system' parameter for the initial system prompt; the directive-only form (content: [] with "
        "output_config) is accepted at any position",
        messages=[system("Be brief"), user("Hi")],
        as_of="2026-09-10",
    ),
    bad(
        "mid-system-placement",
        ("/messages/1", "/messages/1/role"),
        "messages.1: role 'system' must precede an 'assistant' message or end the array; the directive-only form (content: [] with "
        "output_config) is accepted at any position",
        messages=[user("Hi"), system("Be brief"), user("And")],
        as_of="2026-09-10",
    ),
    bad(
        "mid-system-placement",
        ("/messages/2", "/messages/2/role"),
        messages=[user("Hi"), assistant("Yes"), system("Be brief"), assistant("And")],
        as_of="2026-09-10",
    ),
    bad(
        "task-budget-minimum",
        "/output_config/task_budget/total",
        "`task_budget.total` must be at least 20,000 tokens for this model",
        output_config={"task_budget": {"type": "tokens", "total": 19000}},
        model=OPUS,
        betas=("task-budgets-2026-03-13",),
    ),
    doubtful("messages-max-100k", "/messages", messages=[{"role": "user", "content": "a"}] * 100_001),
]

"""Headers, betas, bodies as a whole, and the codes of answers: faults that are not in one member of the request."""

import gzip

import orjson

from tests.coverage.requests import (
    EPHEMERAL,
    PLAIN,
    Case,
    assistant,
    bad,
    call,
    document,
    doubtful,
    good,
    over_http,
    search_result,
    system,
    text,
    tool,
    user,
)

NEW = "2026-10-21"
BATCHES = "POST /v1/messages/batches"
COUNT = "POST /v1/messages/count_tokens"
URL = "https://api.anthropic.com/v1"
CITED = text("words", citations=[{"type": "char_location", "cited_text": "w", "document_index": 0, "document_title": None,
                                  "start_char_index": 0, "end_char_index": 1}])  # fmt: skip

VERSION_CASES: list[Case] = [
    over_http("version-header-required", "header anthropic-version", "anthropic-version: header is required",
              headers={"anthropic-version": None}),
    over_http("version-header-required", "header anthropic-version", "anthropic-version: header is required",
              headers={"anthropic-version": None}, url=f"{URL}/models", method="GET", raw=b""),
    over_http("version-invalid", "header anthropic-version", 'anthropic-version: "2023-06-01, 2023-06-01" is not a valid version',
              headers={"anthropic-version": "2023-06-01, 2023-06-01"}),
    over_http("version-invalid", "header anthropic-version", 'anthropic-version: "2024-01-01" is not a valid version',
              headers={"anthropic-version": "2024-01-01"}),
    over_http("version-invalid", "header anthropic-version", headers={"anthropic-version": "latest"}),
    bad("v20261021-no-sampling-params", "/temperature", "temperature: Extra inputs are not permitted", temperature=1, api_version=NEW),
    bad("v20261021-no-sampling-params", "/temperature", "temperature: Extra inputs are not permitted", temperature=0.2, api_version=NEW,
        model="claude-haiku-4-5"),
    bad("v20261021-no-sampling-params", "/top_p", "top_p: Extra inputs are not permitted", top_p=0.9, api_version=NEW,
        model="claude-opus-4-6"),
    bad("v20261021-no-sampling-params", "/top_k", "top_k: Extra inputs are not permitted", top_k=5, api_version=NEW,
        model="claude-sonnet-4-5"),
    over_http("v20261021-no-sampling-params", "/top_k", "top_k: Extra inputs are not permitted", headers={"anthropic-version": NEW},
              raw=orjson.dumps({**PLAIN, "top_k": 5})),
    bad("v20261021-no-document-in-assistant", "/messages/1/content/0", messages=[user("Hi"), assistant(document()), user("More")],
        api_version=NEW),
    bad("v20261021-no-document-in-assistant", "/messages/1/content/1",
        messages=[user("Hi"), assistant(text("Here:"), document()), user("More")], api_version=NEW, endpoint=COUNT),
    bad("v20261021-no-citations-in-user-text", ("/messages/0/content/0/citations", "/messages/0/content/0"), messages=[user(CITED)],
        api_version=NEW),
    bad("v20261021-no-citations-in-user-text",
        ("/messages/0/content/0/content/0/citations", "/messages/0/content/0/content/0"),
        messages=[user(search_result(content=[CITED]), text())], api_version=NEW),
    bad("v20261021-batch-scope", "/requests/0/params/temperature", temperature=1, api_version=NEW, endpoint=BATCHES),
    bad("v20261021-batch-scope", "/messages/1/content/0", messages=[user("Hi"), assistant(document()), user("More")], api_version=NEW,
        endpoint=COUNT),
    doubtful("v20261021-bedrock-models", "header anthropic-version", api_version=NEW, platform="bedrock",
             model="anthropic.claude-opus-4-6-v1"),
    doubtful("v20261021-bedrock-models", "header anthropic-version", api_version=NEW, platform="bedrock",
             model="eu.anthropic.claude-sonnet-4-5-20250929-v1:0"),
    good("version-old-still-served", temperature=0.5, model="claude-haiku-4-5"),
    over_http("auth-one-credential", "header x-api-key", headers={"x-api-key": None}, status=401),
    over_http("auth-bearer-accepts-api-key", "", level="none", headers={"x-api-key": None, "authorization": "Bearer REDACTED"}),
    over_http("content-type-json", "header content-type", level="warning", headers={"content-type": "text/plain"}),
    over_http("charset-unsupported", "header content-type", level="warning",
              headers={"content-type": "application/json; charset=utf-16"}),
    over_http("charset-unsupported", "header content-type", level="warning",
              headers={"content-type": "application/json; charset=shift_jis", "anthropic-beta": "skills-2025-10-02"}),
    over_http("content-encoding-unsupported", "header content-encoding", level="warning", headers={"content-encoding": "compress"}),
    over_http("content-encoding-invalid", "header content-encoding", level="warning", headers={"content-encoding": "gzip"}),
    over_http("content-encoding-invalid", "", level="warning", headers={"content-encoding": "gzip"},
              raw=gzip.compress(orjson.dumps(PLAIN))[:-20]),
    over_http("content-encoding-too-large", "", level="warning", headers={"content-encoding": "gzip"},
              raw=gzip.compress(orjson.dumps({**PLAIN, "system": "x" * 34_000_000}), 1)),
    bad("size-messages", "", system="x" * 34_000_000, status=413),
    bad("size-messages", "", system="x" * 34_000_000, status=413, endpoint=COUNT),
]  # fmt: skip

_UNKNOWN_BETA = (
    "Unexpected value(s) `{}` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or try again "
    "without the header."
)
_ROUND = [user("Hi"), assistant("Hello"), user("More")]
_CHANGES = "mid-conversation-tool-changes-2026-07-01"
_LATER = [tool("f"), tool("g", defer_loading=True)]


def _screen(kind: str) -> list[object]:
    return [{"type": kind, "name": "computer", "display_width_px": 1024, "display_height_px": 768}]


def _edit(kind: str) -> dict[str, object]:
    return {"edits": [{"type": kind}]}


BETA_CASES: list[Case] = [
    over_http("beta-header-unknown", "header anthropic-beta", _UNKNOWN_BETA.format("invalid-beta-name"), level="warning",
              headers={"anthropic-beta": "invalid-beta-name"}),
    over_http("beta-header-unknown", "header anthropic-beta", _UNKNOWN_BETA.format("context-1m-2025-08-08"), level="warning",
              headers={"anthropic-beta": "context-1m-2025-08-08"}),
    over_http("beta-header-unknown", "header anthropic-beta", _UNKNOWN_BETA.format("no-such-2026-01-01"), level="warning",
              headers={"anthropic-beta": "files-api-2025-04-14,no-such-2026-01-01"}),
    over_http("beta-memory-conflict", "header anthropic-beta", url=f"{URL}/memory_stores?beta=true", raw=b'{"name":"m"}',
              headers={"anthropic-beta": "agent-memory-2026-07-22,managed-agents-2026-04-01"}),
    over_http("beta-deprecated-values", "", level="none", headers={"anthropic-beta": "prompt-caching-2024-07-31,pdfs-2024-09-25"}),
    over_http("beta-deprecated-values", "", level="none", headers={"anthropic-beta": "token-efficient-tools-2025-02-19"}),
    bad("beta-for-context-management", "/context_management", "context_management: Extra inputs are not permitted",
        context_management=_edit("clear_tool_uses_20250919")),
    bad("beta-for-context-management", ("/context_management/edits/0", "/context_management/edits/0/type"),
        context_management=_edit("compact_20260112"), betas=("context-management-2025-06-27",)),
    bad("beta-for-compaction--request-parameter", "/compaction", compaction={"type": "summarize"}, messages=_ROUND),
    doubtful("beta-for-thread", "/thread", thread={"type": "create"}),
    bad("beta-for-fallbacks-list", "/fallbacks", "fallbacks: Extra inputs are not permitted", fallbacks=[{"model": "claude-opus-4-8"}],
        model="claude-opus-5"),
    doubtful("beta-for-fallbacks--default", "/fallbacks", fallbacks="default", betas=("server-side-fallback-2026-06-01",),
             model="claude-opus-5"),
    doubtful("beta-for-fallbacks--default", "/fallbacks", fallbacks="default", model="claude-opus-5"),
    doubtful("beta-for-fallback-credit-token", "/fallback_credit_token", fallback_credit_token="token"),
    doubtful("beta-for-fallback-credit-token", "/fallback_credit_token", fallback_credit_token={"token": "t", "mode": "best_effort"},
             betas=("fallback-credit-2026-06-01",)),
    bad("beta-for-output-config-task-budget", "/output_config/task_budget", "output_config.task_budget: Extra inputs are not permitted",
        output_config={"task_budget": {"type": "tokens", "total": 50000}}, model="claude-opus-5-5"),
    bad("beta-for-messages-role-system--output-config-effort", "/messages/1/output_config",
        "messages.1.output_config: Extra inputs are not permitted", model="claude-opus-5-5",
        messages=[user("Hi"), system(text("Go"), output_config={"effort": "low"})]),
    bad("beta-for-messages-role-system--clear-at", "/messages/3/clear_at", "messages.3.clear_at: Extra inputs are not permitted",
        model="claude-opus-5-5", messages=[*_ROUND, system("Be brief.", clear_at="next_user_message")]),
    bad("beta-for-tool-addition-tool-removal", ("/messages/1/content/0", "/messages/1/content/0/type"), model="claude-opus-5-5",
        tools=_LATER,
        messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}})]),
    doubtful("beta-for-tool-addition-tool-type-tool-definition",
             ("/messages/1/content/0/tool", "/messages/1/content/0/tool/type"), model="claude-opus-5-5", betas=(_CHANGES,),
             tools=[tool("f")],
             messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_definition", "definition": tool("h")}})]),
    bad("beta-for-thinking-block-binding", "/thinking/block_binding", "thinking.adaptive.block_binding: Extra inputs are not permitted",
        thinking={"type": "adaptive", "block_binding": {"prefix_mismatch_behavior": "drop_block"}}, model="claude-opus-5-5"),
    bad("beta-for-thinking-display--updates", "/thinking/display", "thinking.adaptive.display: Input should be 'summarized', 'omitted'",
        thinking={"type": "adaptive", "display": "updates"}, model="claude-opus-5-5"),
    bad("beta-for-mcp-servers", "/mcp_servers", "mcp_servers: Extra inputs are not permitted",
        mcp_servers=[{"type": "url", "url": "https://example.com/mcp", "name": "m"}]),
    doubtful("beta-for-advisor-20260301-tool", ("/tools/0", "/tools/0/type"), model="claude-opus-5-5",
             tools=[{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-5-5"}]),
    doubtful("beta-for-billing-policy", "/billing_policy", billing_policy={"type": "billing_policy", "bill_to": "self"}),
    bad("beta-for-max-output-300k-in-batches", "/requests/0/params/max_tokens", endpoint=BATCHES, max_tokens=300000,
        model="claude-opus-5-5"),
    good("beta-for-max-output-300k-in-batches", endpoint=BATCHES, max_tokens=300000, model="claude-opus-5-5",
         betas=("output-300k-2026-03-24",)),
    bad("beta-for-speed-on-opus-5---opus-4-8", "/speed", "speed: Extra inputs are not permitted", speed="fast", model="claude-opus-5"),
    bad("beta-for-speed-on-opus-5---opus-4-8", "/speed", "speed: Extra inputs are not permitted", speed="standard", model="claude-opus-4-8",
        as_of="2026-11-01"),
    good("beta-for-interleaved-thinking--manual-mode", betas=("interleaved-thinking-2025-05-14",), model="claude-opus-4-5",
         thinking={"type": "enabled", "budget_tokens": 8000}, tools=[tool()]),
    doubtful("beta-for-output-format--legacy-field", "/output_format", model="claude-sonnet-4-5",
             output_format={"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": False}}),
    doubtful("beta-for-tool-type-computer-20251124", ("/tools/0", "/tools/0/type"), tools=_screen("computer_20251124"),
             model="claude-opus-4-5"),
    doubtful("beta-for-tool-type-computer-20250124", ("/tools/0", "/tools/0/type"), tools=_screen("computer_20250124"),
             model="claude-sonnet-4-5"),
]  # fmt: skip

_SUMMARY = {"type": "compaction", "content": "We spoke.", "signature": "c2ln"}
_COMPACT = ("compact-2026-09-04",)

CODE_CASES: list[Case] = [
    doubtful("code-tool-name-conflict", ("/messages/1/content/0/tool", "/messages/1/content/0/tool/definition/name"),
             model="claude-opus-5-5", betas=(_CHANGES, "inline-tools-2026-09-15"), tools=[{"type": "bash_20250124", "name": "bash"}],
             messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_definition", "definition": tool("bash")}})]),
    doubtful("code-tool-reference-unresolved", "/messages/1/content/0/tool/name", model="claude-opus-5-5", betas=(_CHANGES,), tools=_LATER,
             messages=[user("Hi"), system({"type": "tool_removal", "tool": {"type": "tool_reference", "name": "nobody"}})]),
    doubtful("code-compaction-block-ambiguous", ("/messages/0/content/1", "/messages/0/content/0", "/messages/2/content/0"),
             betas=_COMPACT, model="claude-opus-5-5",
             messages=[user(_SUMMARY, _SUMMARY, text("Go on"))]),
    doubtful("code-compaction-block-ambiguous", ("/messages/2/content/0", "/messages/0/content/0"), betas=_COMPACT, model="claude-opus-5-5",
             messages=[user(_SUMMARY, text("Go on")), assistant("Yes"), user(_SUMMARY, text("Go on"))]),
    doubtful("code-compaction-block-misplaced", "/messages/0/content/1", betas=_COMPACT, model="claude-opus-5-5",
             messages=[user(text("Hi"), _SUMMARY)]),
    doubtful("code-compaction-block-misplaced", "/messages/1/content/0", betas=_COMPACT, model="claude-opus-5-5",
             messages=[user("Hi"), system(_SUMMARY)]),
    doubtful("code-compaction-incomplete-turn", ("/messages/1", "/compaction", "/messages/1/content/0"), betas=_COMPACT,
             model="claude-opus-5-5", tools=[tool()], compaction={"type": "summarize"}, messages=[user("Hi"), assistant(call())]),
    doubtful("code-compaction-nothing-to-summarize", "/messages", betas=(*_COMPACT, "mid-conversation-output-config-2026-07-01"),
             model="claude-opus-5-5", compaction={"type": "summarize"}, messages=[system(output_config={"effort": "low"})]),
    doubtful("code-thread-unsupported-request", ("/thread", "/thinking"), betas=("message-threads-2026-08-12",), thread={"type": "create"},
             thinking={"type": "adaptive"}),
    doubtful("code-thread-unsupported-request", ("/thread", "/cache_control"), betas=("message-threads-2026-08-12",),
             thread={"type": "create"}, cache_control=EPHEMERAL),
    doubtful("code-thread-unsupported-request", ("/thread", "/messages/0/content/0/cache_control"), betas=("message-threads-2026-08-12",),
             thread={"type": "create"}, messages=[user(text(cache_control=EPHEMERAL))]),
    doubtful("code-thread-unsupported-request", ("/thread", "/context_management"), thread={"type": "create"},
             betas=("message-threads-2026-08-12", "context-management-2025-06-27"), context_management=_edit("clear_tool_uses_20250919")),
    doubtful("code-thread-unsupported-request", ("/thread", "/fallbacks"), thread={"type": "create"}, model="claude-opus-5",
             betas=("message-threads-2026-08-12", "server-side-fallback-2026-07-01"), fallbacks=[{"model": "claude-opus-4-8"}]),
    over_http("code-user-profile-required", "header anthropic-user-profile-id", level="warning",
              headers={"anthropic-beta": "user-profiles-billing-2026-10-01,user-profiles-2026-09-04"},
              raw=orjson.dumps({**PLAIN, "billing_policy": {"type": "billing_policy", "bill_to": "user_profile"}})),
]  # fmt: skip

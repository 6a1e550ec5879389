"""API versions and platforms: what the one has dropped, and the others lack."""

from typing import Any

from tests.coverage.requests import Case, assistant, bad, document, doubtful, text, user

OPUS = "claude-opus-5-5"
BATCHES = "POST /v1/messages/batches"


FALLBACK = "server-side-fallback-2026-07-01"
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
CODE = {"type": "code_execution_20260120", "name": "code_execution"}
PARAMS = "/requests/0/params"

BEDROCK: dict[str, Any] = {"platform": "bedrock", "model": "us.anthropic.claude-sonnet-4-6", "betas": None}
VERTEX: dict[str, Any] = {"platform": "vertex", "model": "claude-sonnet-4-6"}
FOUNDRY: dict[str, Any] = {"platform": "foundry"}


PLATFORM_CASES: list[Case] = [
    bad(
        "v2026-document-in-assistant",
        "/messages/1/content/0",
        messages=[user("Hi"), assistant(document()), user("More")],
        api_version="2026-10-21",
    ),
    bad(
        "v2026-citations-in-user-text",
        ("/messages/0/content/0/citations", "/messages/0/content/0"),
        api_version="2026-10-21",
        messages=[
            user(
                text(
                    citations=[
                        {
                            "type": "char_location",
                            "cited_text": "H",
                            "document_index": 0,
                            "document_title": None,
                            "start_char_index": 0,
                            "end_char_index": 1,
                        }
                    ]
                )
            )
        ],
    ),
    *[
        bad("v2026-sampling-removed", f"/{name}", f"{name}: Extra inputs are not permitted", api_version="2026-10-21", **{name: 1})
        for name in ("temperature", "top_p", "top_k")
    ],
    doubtful(
        "anthropic-version-availability",
        ("header anthropic-version",),
        **{**BEDROCK, "api_version": "2026-10-21", "model": "us.anthropic.claude-haiku-4-5-20251001-v1:0"},
    ),
    bad(
        "vertex-anthropic-version",
        "/anthropic_version",
        anthropic_version="2023-06-01",
        endpoint="POST /v1/projects/p/locations/global/publishers/anthropic/models/claude-sonnet-4-6:rawPredict",
        **VERTEX,
    ),
    bad(
        "vertex-anthropic-version",
        ("/anthropic_version", ""),
        endpoint="POST /v1/projects/p/locations/global/publishers/anthropic/models/claude-sonnet-4-6:rawPredict",
        **VERTEX,
    ),
    bad("bedrock-shape", ("/anthropic_version", ""), endpoint="POST /model/us.anthropic.claude-sonnet-4-6/invoke", **BEDROCK),
    doubtful(
        "bedrock-shape",
        "/stream",
        endpoint="POST /model/us.anthropic.claude-sonnet-4-6/invoke",
        stream=True,
        anthropic_version="bedrock-2023-05-31",
        **BEDROCK,
    ),
    bad(
        "bedrock-on-demand",
        ("path", "/model"),
        endpoint="POST /model/anthropic.claude-sonnet-4-5-20250929-v1:0/invoke",
        anthropic_version="bedrock-2023-05-31",
        platform="bedrock",
        betas=None,
        delete=("model",),
        message="Invocation of model ID anthropic."
        "claude-sonnet-4-5-20250929-v1:0 with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an "
        "inference profile that contains this model.",
    ),
    *[
        bad("bedrock-unsupported", ("/tools/0/type", "/tools/0"), tools=[one], **BEDROCK)
        for one in (SEARCH, CODE, {"type": "web_fetch_20250910", "name": "web_fetch"}, {"type": "computer_toolset_20260801"})
    ],
    bad("bedrock-unsupported", "/mcp_servers", mcp_servers=[{"type": "url", "url": "https://m.example.com", "name": "m"}], **BEDROCK),
    bad("bedrock-unsupported", "/fallbacks", fallbacks=[{"model": "claude-opus-5"}], **BEDROCK),
    bad(
        "bedrock-unsupported",
        ("/messages/0/content/0/source", "/messages/0/content/0/source/type"),
        messages=[user(document(source={"type": "file", "file_id": "file_1"}))],
        **BEDROCK,
    ),
    *[
        bad("vertex-unsupported", ("/tools/0/type", "/tools/0"), tools=[one], **VERTEX)
        for one in (CODE, {"type": "web_fetch_20250910", "name": "web_fetch"})
    ],
    bad("vertex-unsupported", "/fallbacks", fallbacks=[{"model": "claude-opus-5"}], **VERTEX),
    doubtful("foundry-unsupported", ("/tools/0/type", "/tools/0"), tools=[{"type": "computer_toolset_20260801"}], **FOUNDRY),
    bad("foundry-unsupported", "/fallbacks", fallbacks=[{"model": "claude-opus-5"}], **FOUNDRY),
    bad(
        "fallbacks-platforms",
        f"{PARAMS}/fallbacks",
        fallbacks=[{"model": "claude-opus-5"}],
        model=OPUS,
        betas=(FALLBACK,),
        endpoint=BATCHES,
    ),
    bad("web-search-platforms", ("/tools/0/type", "/tools/0"), tools=[{"type": "web_search_20260209", "name": "web_search"}], **VERTEX),
    bad("web-fetch-platforms", ("/tools/0/type", "/tools/0"), tools=[{"type": "web_fetch_20250910", "name": "web_fetch"}], **BEDROCK),
    bad("mcp-platforms", "/mcp_servers", mcp_servers=[{"type": "url", "url": "https://m.example.com", "name": "m"}], **VERTEX),
    bad(
        "files-platforms",
        ("/messages/0/content/0/source", "/messages/0/content/0/source/type"),
        messages=[user(document(source={"type": "file", "file_id": "file_1"}))],
        **VERTEX,
    ),
    doubtful("thread-platforms", "/thread", thread={"type": "create"}, **BEDROCK),
]

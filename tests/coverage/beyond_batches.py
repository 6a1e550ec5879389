"""Batches and their items, counting tokens, legacy completions."""

from typing import Any

from tests.coverage.requests import PLAIN, Case, Json, bad, doubtful, good

OPUS = "claude-opus-5-5"
BATCHES = "POST /v1/messages/batches"
COUNT = "POST /v1/messages/count_tokens"
COMPLETE = "POST /v1/complete"
THREADS = "message-threads-2026-08-12"
FALLBACK = "server-side-fallback-2026-07-01"
PARAMS = "/requests/0/params"
ITEM: Json = {"model": OPUS, "max_tokens": 16, "messages": [{"role": "user", "content": "Hi"}]}
WHOLE: dict[str, Any] = {"endpoint": BATCHES}


def batch(*items: object, level: str = "error", record: str = "", at: str | tuple[str, ...] = "", message: str | None = None) -> Case:
    """A batch of these items."""
    places = (at,) if isinstance(at, str) else at
    options: Json = {"as_of": "2026-11-24", "api_version": "2023-06-01", "betas": (), "endpoint": BATCHES}
    return Case(record, {"requests": list(items)}, level, places, message, None, options)


def legacy(record: str, at: str, **members: object) -> Case:
    """A legacy completion."""
    made: Json = {"model": "claude-2.1", "prompt": "\n\nHuman: Hi\n\nAssistant:", "max_tokens_to_sample": 9, **members}
    kept = {name: value for name, value in made.items() if value is not None}
    options: Json = {"as_of": "2025-03-01", "api_version": "2023-06-01", "betas": (), "endpoint": COMPLETE}
    return Case(record, kept, "error", (at,), None, None, options)


BATCH_CASES: list[Case] = [
    batch(record="batch-requests-count", at="/requests", message="requests: List should have at least 1 item after validation, not 0"),
    batch(*[{"custom_id": str(n), "params": ITEM} for n in range(100_001)], record="batch-requests-count", at="/requests"),
    batch(
        {"custom_id": "a b", "params": ITEM},
        record="batch-custom-id",
        at="/requests/0/custom_id",
        message="requests.0.custom_id: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'",
    ),
    batch(
        {"params": ITEM},
        record="batch-custom-id",
        at=("/requests/0", "/requests/0/custom_id"),
        message="requests.0.custom_id: Field required",
    ),
    batch(
        {"custom_id": "a" * 65, "params": ITEM},
        record="batch-custom-id",
        at="/requests/0/custom_id",
        message="requests.0.custom_id: String should have at most 64 characters",
    ),
    batch({"custom_id": "", "params": ITEM}, record="batch-custom-id", at="/requests/0/custom_id"),
    batch(
        {"custom_id": "dup", "params": ITEM},
        {"custom_id": "dup", "params": ITEM},
        record="batch-custom-id-unique",
        level="warning",
        at="/requests/1/custom_id",
        message="requests: custom_id's must be unique within a batch. Duplicate custom_id found: dup",
    ),
    bad("batch-no-stream", f"{PARAMS}/stream", stream=True, **WHOLE),
    bad("batch-no-speed", f"{PARAMS}/speed", speed="fast", model=OPUS, betas=("fast-mode-2026-02-01",), **WHOLE),
    bad("batch-no-threads", f"{PARAMS}/thread", thread={"type": "create"}, model=OPUS, betas=(THREADS,), **WHOLE),
    bad("batch-no-threads", f"{PARAMS}/store", store=True, **WHOLE),
    bad("batch-no-threads", f"{PARAMS}/previous_thread_event_id", previous_thread_event_id="x", **WHOLE),
    bad("batch-no-hints", f"{PARAMS}/cache_hint", cache_hint={}, **WHOLE),
    bad("batch-no-hints", f"{PARAMS}/context_hint", context_hint={}, **WHOLE),
    bad("batch-no-research-preview", f"{PARAMS}/research_preview_2026_02", research_preview_2026_02="active", **WHOLE),
    bad("batch-max-tokens-min1", f"{PARAMS}/max_tokens", "max_tokens: must be greater than or equal to 1", max_tokens=0, **WHOLE),
    bad("batch-fallbacks-errored", f"{PARAMS}/fallbacks", fallbacks="default", model=OPUS, betas=(FALLBACK,), **WHOLE),
    doubtful(
        "batch-bill-to-profile-errored",
        (f"{PARAMS}/billing_policy", f"{PARAMS}/billing_policy/bill_to"),
        billing_policy={"bill_to": "user_profile"},
        model=OPUS,
        **WHOLE,
    ),
    bad("batch-output-300k", f"{PARAMS}/max_tokens", max_tokens=300_001, model=OPUS, betas=("output-300k-2026-03-24",), **WHOLE),
    good("batch-output-300k", max_tokens=300_000, model=OPUS, betas=("output-300k-2026-03-24",), **WHOLE),
    bad("batch-output-300k", "/max_tokens", max_tokens=300_000, model=OPUS, betas=("output-300k-2026-03-24",)),
    *[
        doubtful("count-tokens-fields", f"/{name}", f"{name}: Extra inputs are not permitted", endpoint=COUNT, **{name: value})
        for name, value in (("metadata", {"user_id": "u"}), ("stream", False), ("stop_sequences", ["x"]), ("temperature", 1))
    ],
    Case(
        "count-tokens-fields",
        {**PLAIN},
        "warning",
        ("/max_tokens",),
        "max_tokens: Extra inputs are not permitted",
        None,
        {"endpoint": COUNT, "betas": (), "api_version": "2023-06-01", "as_of": "2026-11-24"},
    ),
    legacy("completions-legacy", "/model", model=None),
    legacy("completions-legacy", "/prompt", prompt=None),
    legacy("completions-legacy", "/max_tokens_to_sample", max_tokens_to_sample=None),
    legacy("schema-completionrequest-prompt", "/prompt", prompt=""),
    legacy("schema-completionrequest-max-tokens-to-sample", "/max_tokens_to_sample", max_tokens_to_sample=0),
    legacy("schema-completionrequest-temperature", "/temperature", temperature=1.5),
    legacy("schema-completionrequest-top-p", "/top_p", top_p=-0.1),
    legacy("schema-completionrequest-top-k", "/top_k", top_k=-2),
]

"""Caching, citations, media, context and fallbacks."""

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
_SEARCH = {"type": "web_search_20250305", "name": "web_search"}
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
    bad("code-image-dimensions-too-large",
        ("/messages/0/content/20", "/messages/0/content/20/source", "/messages/0/content/20/source/data"),
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
    *(
        doubtful("fallbacks-entry-keys", f"/fallbacks/0/{name}", model="claude-opus-5", betas=_BACK,
                 fallbacks=[{"model": "claude-opus-4-8", name: value}])
        for name, value in (("max_tokens", 128_001), ("thinking", {"type": "enabled", "budget_tokens": 2048}))
    ),
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

"""Messages, roles, system messages, tool changes, sampling and the other plain members of the request."""

from tests.coverage.requests import (
    EPHEMERAL,
    Case,
    assistant,
    bad,
    call,
    document,
    doubtful,
    good,
    image,
    result,
    search_result,
    system,
    text,
    tool,
    user,
)

COUNT = "POST /v1/messages/count_tokens"
BATCHES = "POST /v1/messages/batches"
_NO_PREFILL = "This model does not support assistant message prefill. The conversation must end with a user message."
_ROUND = [user("Hi"), assistant("Hello"), user("More")]
_FORMAT = {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": False}}
_CHANGES = ("mid-conversation-tool-changes-2026-07-01",)
_CONTROL = ("mid-conversation-output-config-2026-07-01",)
_CLEAR = ("mid-conversation-system-clear-at-2026-08-21",)
_ADD = {"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}
_LATER = [tool("f"), tool("g", defer_loading=True)]
_TURN_SCOPED = "(clear_at: 'next_user_message')"

MESSAGE_CASES: list[Case] = [
    bad("req-max-tokens", "/max_tokens", "max_tokens: Field required", delete=("max_tokens",)),
    good("req-max-tokens", endpoint=COUNT),
    bad("req-messages", "/messages", "messages: Field required", delete=("messages",)),
    bad("req-messages", "/messages", "messages: Field required", delete=("messages",), endpoint=COUNT),
    bad("req-messages", "/messages", messages=[]),
    doubtful("req-model", "/model", "model: claude-sonet-4-5", model="claude-sonet-4-5", status=404),
    doubtful("req-model", "/model", "model: gpt-4o", model="gpt-4o", status=404),
    doubtful("mythos-access", "/model", model="claude-mythos-5-1"),
    bad("req-model", "/model", "model: Field required", delete=("model",)),
    doubtful("retired-models", "/model", "model: claude-3-5-haiku-20241022", model="claude-3-5-haiku-20241022", status=404),
    doubtful("retired-models", "/model", model="claude-opus-4-20250514"),
    doubtful("retired-models", "/model", model="claude-opus-4-1"),
    doubtful("retired-models", "/model", model="claude-3-7-sonnet-20250219"),
    doubtful("messages-max-count", "/messages", messages=[user("x"), assistant("y")] * 50_000 + [user("z")]),
    bad("messages-roles", "/messages/0/role", 'messages: Unexpected role "bogus". Allowed roles are "user" or "assistant"', as_of="2025-07",
        model="claude-sonnet-4-5", messages=[{"role": "bogus", "content": "Hi"}]),
    bad("messages-roles", "/messages/1/role", messages=[user("Hi"), {"role": "tool", "content": "12"}]),
    bad("messages-roles", "/messages/0/role", messages=[{"role": "Human", "content": "Hi"}]),
    bad("messages-roles", "/messages/0/role", messages=[{"content": "Hi"}]),
    good("messages-consecutive-ok", messages=[user("a"), user("b"), assistant("c"), assistant("d"), user("e")]),
    bad("messages-nonempty", ("/messages/0/content", "/messages/0"), "messages.0: user messages must have non-empty content",
        messages=[user()]),
    bad("messages-nonempty", ("/messages/2/content", "/messages/2"), "messages.2: user messages must have non-empty content",
        messages=[user("Hi"), assistant("Hello"), user("")]),
    doubtful("messages-nonempty", ("/messages/0/content", "/messages/0"), as_of="2025-06", model="claude-sonnet-4-20250514",
             message="messages.0: all messages must have non-empty content except for the optional final assistant message",
             messages=[user(""), assistant("Hello"), user("Hi")]),
    bad("text-nonempty", ("/messages/0/content/0/text", "/messages/0/content/0"), messages=[user(text(""))]),
    doubtful("text-nonempty", ("/messages/0/content/0/text", "/messages/0/content/0"), messages=[user(text("  \n"))]),
    doubtful("text-nonempty", ("/system/0/text", "/system/0"), system=[text("")]),
    doubtful("text-nonempty", ("/system/0/text", "/system/0"), system=[text(" ")]),
    bad("prefill-trailing-whitespace", ("/messages/1/content", "/messages/1"), model="claude-haiku-4-5",
        message="messages: final assistant content cannot end with trailing whitespace", messages=[user("Hi"), assistant("Sure: ")]),
    bad("prefill-trailing-whitespace", ("/messages/1/content/0/text", "/messages/1/content/0"), model="claude-sonnet-4-5",
        message="messages: final assistant content cannot end with trailing whitespace", messages=[user("Hi"), assistant(text("Sure:\n"))]),
    *(
        bad("prefill-unsupported", "/messages/1", _NO_PREFILL, model=model, messages=[user("Hi"), assistant("Sure:")])
        for model in ("claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-4-7", "claude-sonnet-5", "claude-haiku-5-5", "claude-fable-5-1")
    ),
    bad("prefill-unsupported", "/messages/1", model="claude-mythos-preview", messages=[user("Hi"), assistant(text("Sure:"))]),
    doubtful("prefill-unsupported", "/messages/1", _NO_PREFILL, model="claude-opus-4-8", endpoint=COUNT, messages=[user("Hi"),
             assistant("Sure:")]),
    good("prefill-unsupported", model="claude-haiku-4-5", messages=[user("Hi"), assistant("Sure:")]),
    good("prefill-unsupported", model="claude-opus-5-5", tools=[{"type": "web_search_20250305", "name": "web_search"}],
         messages=[user("Hi"), assistant({"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}})]),
    # measured pf-haiku-4-5-thinking contradicts the documentation for one model, so that the others only warn
    good("prefill-with-thinking", model="claude-haiku-4-5", thinking={"type": "enabled", "budget_tokens": 1024},
         messages=[user("Hi"), assistant("Sure:")]),
    doubtful("prefill-with-thinking", "/messages/1", model="claude-opus-4-5", thinking={"type": "enabled", "budget_tokens": 2048},
        messages=[user("Hi"), assistant(text("Sure:"))]),
    bad("prefill-structured-outputs", "/messages/1", model="claude-haiku-4-5", output_config={"format": _FORMAT}, message=(
        "Your API request included an `assistant` message in the final position, which would pre-fill the `assistant` response. When using "
        "output format, pre-filling the `assistant` response is not supported."), messages=[user("Hi"), assistant("{")]),
    good("prefill-fallback-exception", model="claude-opus-5", betas=("fallback-credit-2026-06-01",), fallback_credit_token="token",
         messages=[user("Hi"), assistant("Sure:")]),
    doubtful("content-block-placement-search-result", "/messages/1/content/0",
             messages=[user("Hi"), assistant(search_result()), user("More")]),
    bad("image-doc-user-only", "/messages/1/content/0", messages=[user("Hi"), assistant(image()), user("More")]),
    bad("unknown-fields", "/messages/1/content/1/citations",
        "messages.1.content.1.code_execution_tool_result.citations: Extra inputs are not permitted",
        tools=[{"type": "code_execution_20250825", "name": "code_execution"}], messages=[user("Hi"), assistant(
            {"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "1"}},
            {"type": "code_execution_tool_result", "tool_use_id": "srvtoolu_1", "citations": [],
             "content": {"type": "code_execution_result", "content": [], "return_code": 0, "stdout": "", "stderr": ""}}), user("More")]),
    doubtful("unknown-fields", "/frequency_penalty", "frequency_penalty: Extra inputs are not permitted", frequency_penalty=0),
    doubtful("unknown-fields", "/messages/0/name", "messages.0.name: Extra inputs are not permitted", messages=[{**user("Hi"),
             "name": "Ann"}]),
    doubtful("unknown-fields", "/messages/0/content/0/id", "messages.0.content.0.text.id: Extra inputs are not permitted",
             messages=[user(text(id="1"))]),
    bad("system-type", "/system", "system: Input should be a valid array", system={"type": "text", "text": "x"}),
    bad("system-type", "/system", system=5),
    bad("system-type", "/system/0/type", system=[text(type="note")]),
    bad("thinking-cache-control", "/messages/1/content/0/cache_control",
        "messages.1.content.0.thinking.cache_control: Extra inputs are not permitted",
        messages=[user("Hi"), assistant({"type": "thinking", "thinking": "", "signature": "x" * 80, "cache_control": EPHEMERAL}, text()),
                  user("More")]),
    bad("thinking-cache-control", "/messages/1/content/0/cache_control",
        "messages.1.content.0.redacted_thinking.cache_control: Extra inputs are not permitted",
        messages=[user("Hi"), assistant({"type": "redacted_thinking", "data": "x" * 80, "cache_control": EPHEMERAL}, text()),
        user("More")]),
]  # fmt: skip

SYSTEM_CASES: list[Case] = [
    *(
        bad("sysmsg-models", "/messages/1", "role 'system' is not supported on this model", as_of="2026-05", model=model,
            messages=[user("Hi"), system("Be brief.")])
        for model in ("claude-opus-4-7", "claude-sonnet-4-6", "claude-haiku-4-5")
    ),
    bad("sysmsg-models", ("/messages/1/role", "/messages/1"), model="claude-haiku-4-5", messages=[user("Hi"), system("Be brief.")]),
    good("sysmsg-models", model="claude-opus-4-8", messages=[user("Hi"), system("Be brief.")]),
    good("sysmsg-models", model="claude-sonnet-5", messages=[user("Hi"), system("Be brief.")]),
    bad("sysmsg-not-first", ("/messages/0", "/messages/0/role"), model="claude-opus-5-5", message=(
        "messages.0: use the top-level 'system' parameter for the initial system prompt; the directive-only form (content: [] with "
        "output_config) is accepted at any position"), messages=[system("Be brief."), user("Hi")]),
    bad("sysmsg-placement", ("/messages/1", "/messages/1/role"), model="claude-opus-5-5",
        message=(
            "messages.1: role 'system' must precede an 'assistant' message or end the array; the directive-only form (content: [] with "
            "output_config) is accepted at any position"),
        messages=[user("Hi"), system("Be brief."), user("More")]),
    bad("sysmsg-placement", ("/messages/2", "/messages/2/role"), model="claude-opus-5-5",
        messages=[user("Hi"), assistant("Hello"), system("Be brief."), assistant("?"), user("x")]),
    bad("sysmsg-placement", ("/messages/2", "/messages/2/role", "/messages/1/content/0"), model="claude-opus-5-5", tools=[tool()],
        messages=[user("Hi"), assistant(call()), system("Be brief."), user(result())]),
    bad("sysmsg-content", "/messages/1/content/0", "messages.1: role 'system' supports text, tool_addition, and tool_removal blocks only",
        model="claude-opus-5-5", messages=[user("Hi"), system(image())]),
    bad("sysmsg-content", "/messages/1/content/0", "messages.1: role 'system' supports text, tool_addition, and tool_removal blocks only",
        model="claude-opus-5-5", messages=[user("Hi"), system(document())]),
    bad("sysmsg-empty", ("/messages/1", "/messages/1/content"), "messages.1: system content must contain at least one block",
        model="claude-opus-5-5", messages=[user("Hi"), system()]),
    bad("sysmsg-empty", ("/messages/1", "/messages/1/content"), "messages.1: system content must contain at least one block",
        model="claude-opus-5-5", messages=[user("Hi"), system()], output_config={"effort": "low"}),
    good("sysmsg-empty", model="claude-opus-5-5", betas=_CONTROL, messages=[user("Hi"), system(output_config={"effort": "low"})]),
    bad("sysmsg-clear-at", "/messages/0/clear_at", "messages.0.clear_at: clear_at is only permitted on role 'system' messages",
        model="claude-opus-5-5", betas=_CLEAR, messages=[{**user("Hi"), "clear_at": "never"}]),
    bad("sysmsg-clear-at", "/messages/3/clear_at", "messages.3.clear_at: Input should be 'next_user_message' or 'never'",
        model="claude-opus-5-5", betas=_CLEAR, messages=[*_ROUND, system("Be brief.", clear_at="tomorrow")]),
    bad("sysmsg-clear-at", "/messages/3/content/0", f"messages.3: a turn-scoped system message supports text blocks only {_TURN_SCOPED}",
        model="claude-opus-5-5", betas=(*_CLEAR, *_CHANGES), tools=_LATER,
        messages=[*_ROUND, system(_ADD, clear_at="next_user_message")]),
    bad("sysmsg-clear-at", "/messages/3/output_config",
        f"messages.3: output_config is not permitted on a turn-scoped system message {_TURN_SCOPED}", model="claude-opus-5-5",
        betas=(*_CLEAR, *_CONTROL), messages=[*_ROUND, system("Hm", clear_at="next_user_message", output_config={"effort": "low"})]),
    bad("sysmsg-clear-at", "/messages/3/content/0/cache_control",
        f"messages.3.content.0: cache_control is not permitted on a turn-scoped system message {_TURN_SCOPED}", model="claude-opus-5-5",
        betas=_CLEAR, messages=[*_ROUND, system(text(cache_control=EPHEMERAL), clear_at="next_user_message")]),
    bad("sysmsg-output-config-fields", "/messages/0/output_config", model="claude-opus-5-5", betas=_CONTROL,
        messages=[{**user("Hi"), "output_config": {"effort": "low"}}]),
    doubtful("sysmsg-output-config-fields", "/messages/1/output_config/format", model="claude-opus-5-5", betas=_CONTROL,
             messages=[user("Hi"), system("x", output_config={"format": _FORMAT})]),
    doubtful("format-top-level-only", "/messages/1/output_config/format", model="claude-opus-5-5", betas=_CONTROL,
             messages=[user("Hi"), system("x", output_config={"effort": "low", "format": _FORMAT})]),
    bad("sysmsg-effort-between-tools", "/messages/1/output_config/effort", model="claude-haiku-5-5", betas=_CONTROL, message=(
        "messages.1: output_config.effort 'low' differs from the 'high' in effect before it; effort cannot change when "
        "thinking is disabled "
        "on this model. Use effort 'high', or enable thinking."), thinking={"type": "disabled"}, output_config={"effort": "high"},
        messages=[user("Hi"), system("x", output_config={"effort": "low"})]),
    bad("sysmsg-effort-between-tools", "/messages/1/output_config/effort", model="claude-sonnet-5-5", betas=_CONTROL,
        thinking={"type": "between_tools"}, output_config={"effort": "low"},
        messages=[user("Hi"), system("x", output_config={"effort": "medium"})]),
    bad("toolchange-models", "/messages/1/content/0", "tool_addition/tool_removal is not supported on this model", betas=_CHANGES,
        model="claude-sonnet-5", tools=_LATER, messages=[user("Hi"), system(_ADD)]),
    bad("toolchange-models", ("/messages/0/content/0", "/messages/0/content"), betas=_CHANGES, model="claude-opus-5-5", tools=_LATER,
        message="messages.0.content: 'tool_addition'/'tool_removal' blocks are only permitted within role: \"system\" messages",
        messages=[user(_ADD, text())]),
    doubtful("toolchange-reference", "/messages/1/content/0/tool/name", betas=_CHANGES, model="claude-opus-5-5", tools=[tool("f")],
             messages=[user("Hi"), system(_ADD)]),
    doubtful("toolchange-reference", "/messages/1/content/0/tool/name", betas=(*_CHANGES, "mcp-client-2025-11-20"), model="claude-opus-5-5",
             tools=[tool("f"), {"type": "mcp_toolset", "mcp_server_name": "m"}],
             mcp_servers=[{"type": "url", "url": "https://example.com/mcp", "name": "m"}],
             messages=[user("Hi"), system({"type": "tool_addition", "tool": {"type": "tool_reference", "name": "m_search"}})]),
]  # fmt: skip

_CAP = "max_tokens: {} > {}, which is the maximum allowed number of output tokens for {}"
_THINKS = (
    "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode. Please consult our documentation at "
    "https://platform.claude.com/docs/en/build-with-claude/extended-thinking"
)
_SPEED = "'{}' does not support the `speed` parameter. This feature is only available on supported models."

PLAIN_CASES: list[Case] = [
    *(
        bad("max-tokens-model-cap", "/max_tokens", _CAP.format(cap + 1, cap, model), model=model, max_tokens=cap + 1)
        for model, cap in (("claude-opus-4-5-20251101", 64000), ("claude-haiku-4-5-20251001", 64000), ("claude-opus-4-6", 128000),
                           ("claude-sonnet-5", 128000), ("claude-haiku-5-5", 128000), ("claude-fable-5-1", 128000))
    ),
    doubtful("max-tokens-model-cap", "/requests/0/params/max_tokens", model="claude-sonnet-5-5", max_tokens=300001, endpoint=BATCHES,
        betas=("output-300k-2026-03-24",)),
    bad("max-tokens-minimum", "/max_tokens", "max_tokens: must be greater than or equal to 0", max_tokens=-1),
    bad("max-tokens-minimum", "/max_tokens", "max_tokens: must be greater than or equal to 0", max_tokens=-4096),
    bad("max-tokens-minimum", "/max_tokens", max_tokens=1.5),
    good("max-tokens-minimum", max_tokens=0),
    bad("max-tokens-zero-stream", ("/stream", "/max_tokens"), max_tokens=0, stream=True),
    bad("max-tokens-zero-thinking", ("/thinking", "/thinking/type", "/max_tokens", "/thinking/budget_tokens"), max_tokens=0,
        thinking={"type": "enabled", "budget_tokens": 1024}, model="claude-haiku-4-5"),
    bad("max-tokens-zero-format", ("/output_config/format", "/max_tokens"), max_tokens=0, output_config={"format": _FORMAT}),
    *(
        bad("max-tokens-zero-tool-choice", ("/tool_choice", "/max_tokens", "/tool_choice/type"), max_tokens=0, tools=[tool()],
            tool_choice=choice)
        for choice in ({"type": "any"}, {"type": "tool", "name": "f"})
    ),
    bad("max-tokens-zero-batch", "/requests/0/params/max_tokens", "max_tokens: must be greater than or equal to 1", max_tokens=0,
        endpoint=BATCHES),
    *(
        bad("sampling-nondefault-new-models", "/temperature", "temperature is deprecated for this model.".replace("temperature",
            "`temperature`"),
            model=model, temperature=0.7)
        for model in ("claude-opus-4-7", "claude-sonnet-5", "claude-haiku-5-5", "claude-mythos-preview")
    ),
    bad("sampling-nondefault-new-models", "/top_k", model="claude-opus-5-5", top_k=40),
    *(
        bad("sampling-nondefault-new-models", "/top_p", "`top_p` is deprecated for this model.", model=model, top_p=0.9)
        for model in ("claude-fable-5-1", "claude-fable-5", "claude-opus-5", "claude-opus-4-8", "claude-opus-4-7", "claude-sonnet-5")
    ),
    bad("sampling-nondefault-new-models", "/top_p", "`top_p` is deprecated for this model.", model="claude-opus-5", top_p=1),
    doubtful("sampling-nondefault-new-models", "/top_p", model="claude-opus-5-5", top_p=1),
    bad("sampling-nondefault-new-models", "/top_p", model="claude-haiku-5-5", top_p=1),
    good("sampling-nondefault-new-models", model="claude-haiku-5-5", top_p=0.99),
    good("sampling-nondefault-new-models", model="claude-sonnet-5", temperature=1),
    bad("sampling-temperature-range", "/temperature", "temperature: range: 0..1", model="claude-haiku-4-5", temperature=1.5),
    bad("sampling-temperature-range", "/temperature", "temperature: range: 0..1", model="claude-opus-4-6", temperature=-0.1),
    bad("sampling-temperature-range", "/temperature", "temperature: Input should be a valid number", model="claude-haiku-4-5",
        temperature=None),
    *(
        bad("sampling-temp-and-topp", ("/top_p", "/temperature"), model=model, temperature=0.5, top_p=0.9,
            message="`temperature` and `top_p` cannot both be specified for this model. Please use only one.")
        for model in ("claude-sonnet-4-5", "claude-haiku-4-5")
    ),
    doubtful("sampling-temp-and-topp", ("/top_p", "/temperature"), model="claude-haiku-5-5", temperature=1, top_p=0.99),
    doubtful("sampling-temp-and-topp", ("/top_p", "/temperature"), model="claude-opus-4-6", temperature=0.5, top_p=0.9),
    bad("sampling-with-thinking", "/temperature", _THINKS,
        model="claude-haiku-4-5", temperature=0.5, thinking={"type": "enabled", "budget_tokens": 1024}),
    bad("sampling-with-thinking", "/temperature", _THINKS,
        model="claude-opus-4-6", temperature=0, thinking={"type": "adaptive"}),
    bad("sampling-with-thinking", "/top_k", model="claude-sonnet-4-5", top_k=5, thinking={"type": "enabled", "budget_tokens": 1024}),
    bad("sampling-with-thinking", "/top_p", model="claude-sonnet-4-5", top_p=0.5, thinking={"type": "enabled", "budget_tokens": 1024}),
    good("sampling-with-thinking", model="claude-opus-4-6", temperature=1, thinking={"type": "adaptive"}),
    bad("stop-seq-nonempty", "/stop_sequences/0", "stop_sequences: each stop sequence must contain non-whitespace", stop_sequences=[" "]),
    bad("stop-seq-nonempty", "/stop_sequences/1", stop_sequences=["END", ""]),
    bad("stop-seq-nonempty", "/stop_sequences/1", "stop_sequences: each stop sequence must contain non-whitespace",
        stop_sequences=["END", "\n\n"]),
    bad("metadata-user-id", "/metadata/user_id", metadata={"user_id": "ann@example.com"}),
    doubtful("metadata-user-id", "/metadata/user_id", metadata={"user_id": "u" * 513}),
    bad("metadata-user-id", "/metadata/user_id", metadata={"user_id": 7}),
    bad("service-tier-values", "/service_tier", "service_tier: Input should be 'auto' or 'standard_only'", service_tier="priority"),
    bad("service-tier-values", "/service_tier", "service_tier: Input should be 'auto' or 'standard_only'", service_tier="flex"),
    doubtful("speed-values", "/speed", speed="turbo", model="claude-opus-5-5", betas=("fast-mode-2026-02-01",)),
    bad("speed-models", "/speed", _SPEED.format("claude-sonnet-4-6"), speed="fast", model="claude-sonnet-4-6",
        betas=("fast-mode-2026-02-01",)),
    bad("speed-models", "/speed", _SPEED.format("claude-opus-4-7"), speed="fast", model="claude-opus-4-7", betas=("fast-mode-2026-02-01",)),
    bad("speed-models", "/speed", speed="fast", model="claude-opus-4-5-20251101", betas=("fast-mode-2026-02-01",)),
    bad("speed-models", "/speed", speed="fast", model="claude-haiku-5-5", betas=("fast-mode-2026-02-01",)),
    good("speed-models", speed="fast", model="claude-opus-5-5"),
    bad("speed-opus48-removal", "/speed", speed="fast", model="claude-opus-4-8", betas=("fast-mode-2026-02-01",), as_of="2026-12-15"),
    good("speed-opus48-removal", speed="fast", model="claude-opus-4-8", betas=("fast-mode-2026-02-01",), as_of="2026-11-01"),
    bad("speed-beta-any-value", "/speed", "speed: Extra inputs are not permitted", speed="standard", model="claude-opus-5"),
    bad("speed-no-batch", "/requests/0/params/speed", speed="fast", model="claude-opus-5-5", endpoint=BATCHES),
    doubtful("speed-values", "/speed", speed="turbo", model="claude-opus-5-5"),
    bad("speed-no-batch", "/requests/0/params/speed", speed="fast", model="claude-opus-5-5", endpoint=BATCHES,
        betas=("fast-mode-2026-02-01",)),
    bad("inference-geo-values", "/inference_geo", "inference_geo: must be one of ['global', 'us']", inference_geo="eu"),
    bad("inference-geo-values", "/inference_geo", "inference_geo: Input should be a valid string", inference_geo=1),
    *(
        bad("inference-geo-models", "/inference_geo", model=model, inference_geo="us")
        for model in ("claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5")
    ),
    good("inference-geo-models", model="claude-opus-4-6", inference_geo="us"),
]  # fmt: skip

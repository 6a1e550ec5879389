"""Thinking, effort, output formats and what structured outputs take of JSON Schema."""

from tests.coverage.requests import Case, Json, assistant, bad, call, document, doubtful, good, result, search_result, text, tool, user

BATCHES = "POST /v1/messages/batches"
COUNT = "POST /v1/messages/count_tokens"
_NO_ENABLED = (
    '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking '
    "behavior."
)
_NO_DISABLED = _NO_ENABLED.replace("enabled", "disabled", 1)
_NO_BETWEEN = '"thinking.type.between_tools" is not supported for this model.'
_NO_EFFORT_OFF = (
    "output_config.effort '{}' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking."
)
_ON = {"type": "enabled", "budget_tokens": 1024}
_THOUGHT = {"type": "thinking", "thinking": "Hm.", "signature": "EqQBCkYICxgCKkB" + "A" * 220}
_FORCED = "Thinking may not be enabled when tool_choice forces tool use."

THINKING_CASES: list[Case] = [
    bad("thinking-types", ("/thinking/type", "/thinking"), thinking={"type": "auto"}),
    bad("thinking-types", ("/thinking/type", "/thinking"), thinking={"type": "on"}, model="claude-haiku-4-5"),
    bad("thinking-types", ("/thinking/type", "/thinking"), thinking={"budget_tokens": 2048}),
    bad("thinking-types", "/thinking", thinking=True),
    *(
        bad("thinking-enabled-removed", ("/thinking/type", "/thinking"), _NO_ENABLED, model=model, thinking=_ON)
        for model in ("claude-opus-4-7", "claude-opus-4-8", "claude-opus-5", "claude-opus-5-5", "claude-sonnet-5", "claude-haiku-5-5",
                      "claude-fable-5", "claude-fable-5-2", "claude-mythos-5-1")
    ),
    bad("thinking-enabled-removed", ("/thinking/type", "/thinking"), model="claude-sonnet-5-5", thinking=_ON),
    good("thinking-enabled-removed", model="claude-sonnet-4-6", thinking=_ON),
    *(
        bad("thinking-adaptive-unsupported", ("/thinking/type", "/thinking"), "adaptive thinking is not supported on this model",
            model=model,
            thinking={"type": "adaptive"})
        for model in ("claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5")
    ),
    *(
        bad("thinking-disabled-fable", ("/thinking/type", "/thinking"), _NO_DISABLED, model=model, thinking={"type": "disabled"})
        for model in ("claude-fable-5-1", "claude-fable-5-2", "claude-mythos-5")
    ),
    bad("thinking-disabled-fable", ("/thinking/type", "/thinking"), model="claude-mythos-preview", thinking={"type": "disabled"}, message=(
        '"thinking.type.disabled" is not supported for this model. Thinking defaults to adaptive mode when not specified; use '
        '"thinking.type.enabled" with "budget_tokens" for extended thinking.')),
    bad("thinking-disabled-opus55", ("/thinking/type", "/thinking"), _NO_DISABLED, model="claude-opus-5-5", thinking={"type": "disabled"}),
    bad("thinking-disabled-sonnet55", ("/thinking/type", "/thinking"), model="global.anthropic.claude-sonnet-5-5", platform="bedrock",
        thinking={"type": "disabled"}, message=(
        'To turn thinking off on this model, send "thinking": {"type": "between_tools"} instead of {"type": "disabled"}. '
        "The model does not "
        "think before responding. The short updates it writes between tool calls come back as thinking blocks.")),
    bad("thinking-disabled-sonnet55", ("/thinking/type", "/thinking"), model="claude-sonnet-5-5", thinking={"type": "disabled"}, message=(
        '"thinking.type.disabled" is not supported for this model. Use "thinking.type.between_tools" for the lowest thinking setting, or '
        '"thinking.type.adaptive" and "output_config.effort" to control thinking behavior.')),
    *(
        bad("thinking-disabled-high-effort", ("/output_config/effort", "/thinking/type", "/thinking"), _NO_EFFORT_OFF.format(effort),
            model=model, thinking={"type": "disabled"}, output_config={"effort": effort})
        for model in ("claude-opus-5", "claude-haiku-5-5") for effort in ("xhigh", "max")
    ),
    good("thinking-disabled-default-effort-omitted", model="claude-opus-4-8", thinking={"type": "disabled"},
         output_config={"effort": "max"}),
    good("thinking-disabled-high-effort", model="claude-opus-5", thinking={"type": "disabled"}, output_config={"effort": "high"}),
    *(
        bad("thinking-between-tools-only-sonnet55", ("/thinking/type", "/thinking"), _NO_BETWEEN, model=model,
            thinking={"type": "between_tools"})
        for model in ("claude-opus-5-5", "claude-haiku-5-5", "claude-sonnet-5", "claude-opus-4-6", "claude-haiku-4-5", "claude-fable-5-1")
    ),
    *(
        bad("thinking-between-tools-effort", ("/output_config/effort", "/thinking/type", "/thinking"), _NO_EFFORT_OFF.format(effort),
            model="claude-sonnet-5-5", thinking={"type": "between_tools"}, output_config={"effort": effort})
        for effort in ("xhigh", "max")
    ),
    bad("thinking-budget-required", "/thinking/budget_tokens", "thinking.enabled.budget_tokens: Field required", model="claude-haiku-4-5",
        thinking={"type": "enabled"}),
    bad("thinking-budget-required", "/thinking/budget_tokens", model="claude-opus-4-6", thinking={"type": "enabled",
        "budget_tokens": "high"}),
    *(
        bad("thinking-budget-min", "/thinking/budget_tokens",
            "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
            model="claude-sonnet-4-5", thinking={"type": "enabled", "budget_tokens": budget})
        for budget in (1023, 0, -1)
    ),
    bad("thinking-budget-lt-max", ("/max_tokens", "/thinking/budget_tokens"), model="claude-haiku-4-5",
        thinking={"type": "enabled", "budget_tokens": 4096}),
    bad("thinking-budget-lt-max", ("/max_tokens", "/thinking/budget_tokens"), model="claude-opus-4-5",
        thinking={"type": "enabled", "budget_tokens": 10000}, endpoint="POST /v1/messages"),
    good("thinking-budget-lt-max", model="claude-opus-4-5", betas=("interleaved-thinking-2025-05-14",), tools=[tool()],
         thinking={"type": "enabled", "budget_tokens": 10000}),
    bad("thinking-budget-only-enabled", "/thinking/budget_tokens", model="claude-opus-5-5",
        thinking={"type": "adaptive", "budget_tokens": 2048}),
    bad("thinking-budget-only-enabled", "/thinking/budget_tokens", model="claude-haiku-4-5",
        thinking={"type": "disabled", "budget_tokens": 2048}),
    bad("thinking-budget-only-enabled", "/thinking/budget_tokens", model="claude-sonnet-5-5",
        thinking={"type": "between_tools", "budget_tokens": 2048}),
    bad("thinking-display-values", "/thinking/display", model="claude-opus-5-5", thinking={"type": "adaptive", "display": "full"},
        message="thinking.adaptive.display: Input should be 'summarized', 'omitted'"),
    bad("thinking-display-not-disabled", "/thinking/display", "thinking.disabled.display: Extra inputs are not permitted",
        model="claude-sonnet-5", thinking={"type": "disabled", "display": "omitted"}),
    bad("thinking-display-not-disabled", "/thinking/display", model="claude-sonnet-5-5",
        thinking={"type": "between_tools", "display": "omitted"}),
    bad("thinking-block-binding-values", "/thinking/block_binding", "thinking.disabled.block_binding: Extra inputs are not permitted",
        model="claude-sonnet-5", betas=("thinking-binding-controls-2026-08-01",),
        thinking={"type": "disabled", "block_binding": {"prefix_mismatch_behavior": "drop_block"}}),
    doubtful("thinking-block-binding-values", "/thinking/block_binding/prefix_mismatch_behavior", model="claude-opus-5-5",
             betas=("thinking-binding-controls-2026-08-01",),
             thinking={"type": "adaptive", "block_binding": {"prefix_mismatch_behavior": "ignore"}}),
    bad("thinking-block-binding-values", "/thinking/block_binding", model="claude-sonnet-5-5",
        betas=("thinking-binding-controls-2026-08-01",),
        thinking={"type": "between_tools", "block_binding": {"prefix_mismatch_behavior": "error"}}),
    *(
        bad("thinking-enabled-forced-tool", ("/tool_choice/type", "/tool_choice", "/thinking"), _FORCED, model=model, thinking=_ON,
            tools=[tool()], tool_choice=choice)
        for model in ("claude-haiku-4-5", "claude-opus-4-6") for choice in ({"type": "any"}, {"type": "tool", "name": "f"})
    ),
    doubtful("thinking-enabled-final-turn-starts-with-thinking", ("/messages/1/content/0", "/messages/1"), model="claude-haiku-4-5",
             thinking=_ON, tools=[tool()], messages=[user("Hi"), assistant(text("Let me see."), call()), user(result())]),
    good("thinking-enabled-final-turn-starts-with-thinking", model="claude-haiku-4-5", thinking=_ON, tools=[tool()],
         messages=[user("Hi"), assistant("Hello"), user("More")]),
    bad("thinking-signature-required", "/messages/1/content/0/signature", "messages.1.content.0.thinking.signature: Field required",
        messages=[user("Hi"), assistant({"type": "thinking", "thinking": "Hm."}, text()), user("More")]),
    bad("thinking-signature-required", "/messages/1/content/0/thinking", "messages.1.content.0.thinking.thinking: Field required",
        messages=[user("Hi"), assistant({"type": "thinking", "signature": "x" * 300}, text()), user("More")]),
    bad("thinking-signature-required", "/messages/1/content/0/data", "messages.1.content.0.redacted_thinking.data: Field required",
        messages=[user("Hi"), assistant({"type": "redacted_thinking"}, text()), user("More")]),
    doubtful("thinking-fallback-block-position", "/messages/1/content/2", model="claude-opus-5", betas=("server-side-fallback-2026-07-01",),
             messages=[user("Hi"), assistant(
                 _THOUGHT, _THOUGHT, {"type": "fallback", "from": {"model": "claude-opus-5"}, "to": {"model": "claude-opus-4-8"}},
                 text("Hello")), user("More")]),
    *(
        bad("effort-values", "/output_config/effort", "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'",
            output_config={"effort": effort}, model="claude-opus-5-5")
        for effort in ("adaptive", "minimal", "none", "HIGH")
    ),
    *(
        bad("effort-models", "/output_config/effort", "This model does not support the effort parameter.", model=model,
            output_config={"effort": "low"})
        for model in ("claude-haiku-4-5", "claude-sonnet-4-5")
    ),
    bad("effort-max-models", "/output_config/effort", model="claude-opus-4-5", output_config={"effort": "max"}),
    good("effort-max-models", model="claude-sonnet-4-6", output_config={"effort": "max"}),
    *(
        bad("effort-xhigh-models", "/output_config/effort", message, model=model, output_config={"effort": "xhigh"})
        for model, message in (
            ("claude-opus-4-6", "This model does not support effort level 'xhigh'. Supported levels: high, low, max, medium."),
            ("claude-sonnet-4-6", "This model does not support effort level 'xhigh'. Supported levels: high, low, max, medium."),
            ("claude-opus-4-5", None), ("claude-mythos-preview", None))
    ),
    good("effort-defaults", model="claude-opus-5-5"),
]  # fmt: skip

_BUDGETS = ("task-budgets-2026-03-13",)


def _budget(**members: object) -> Json:
    return {"task_budget": {"type": "tokens", "total": 50_000, **members}}


def _shaped(schema: object, **members: object) -> Json:
    return {"output_config": {"format": {"type": "json_schema", "schema": schema}}, **members}


def _object(properties: Json, **members: object) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False, **members}


def _property(schema: Json) -> Json:
    return _shaped(_object({"a": schema}))


def _strict(schema: Json) -> Json:
    return {"tools": [tool(strict=True, input_schema=_object({"a": schema}))]}


_AT = "/output_config/format/schema"
_A = f"{_AT}/properties/a"
_TOOL_A = "/tools/0/input_schema/properties/a"

OUTPUT_CASES: list[Case] = [
    doubtful("task-budget-shape", "/output_config/task_budget/total", model="claude-opus-5-5", betas=_BUDGETS,
             output_config={"task_budget": {"type": "tokens"}}),
    doubtful("task-budget-shape", ("/output_config/task_budget/type", "/output_config/task_budget"), model="claude-opus-5-5",
             betas=_BUDGETS,
             output_config=_budget(type="words")),
    doubtful("task-budget-shape", "/output_config/task_budget/total", model="claude-opus-5-5", betas=_BUDGETS,
             output_config=_budget(total="50000")),
    *(
        bad("task-budget-min", "/output_config/task_budget/total", "`task_budget.total` must be at least 20,000 tokens for this model",
            model=model, betas=_BUDGETS, output_config=_budget(total=total))
        for model, total in (("claude-opus-5-5", 19_999), ("claude-opus-4-7", 1024), ("claude-haiku-5-5", 1024))
    ),
    *(
        bad("task-budget-models", ("/output_config/task_budget",), model=model, betas=_BUDGETS, output_config=_budget())
        for model in ("claude-sonnet-5", "claude-opus-4-6", "claude-haiku-4-5")
    ),
    bad("format-shape", ("/output_config/format/type", "/output_config/format"), output_config={"format": {"type": "json", "schema": {}}}),
    bad("format-shape", "/output_config/format/schema", output_config={"format": {"type": "json_schema"}}),
    bad("format-shape", ("/output_config/format/type", "/output_config/format"), output_config={"format": {"schema": _object({})}}),
    bad("format-shape", "/output_config/format", output_config={"format": "json"}),
    bad("format-models", "/output_config/format", model="claude-opus-4-1", as_of="2026-03", **_shaped(_object({}))),
    bad("format-models", "/output_config/format", model="claude-sonnet-4-20250514", as_of="2026-03", **_shaped(_object({}))),
    bad("format-legacy-field", "/output_format", "output_format: This field is deprecated. Use 'output_config.format' instead.",
        model="claude-opus-5", output_format={"type": "json_schema", "schema": _object({})}),
    bad("format-legacy-field", ("/output_format", "/output_config/format"), model="claude-sonnet-4-5",
        betas=("structured-outputs-2025-11-13",),
        output_format={"type": "json_schema", "schema": _object({})}, **_shaped(_object({}))),
    bad("format-additional-properties", _AT, **_shaped({"type": "object", "properties": {}}), message=(
        "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false")),
    bad("format-additional-properties", (_AT, f"{_AT}/additionalProperties"), **_shaped({"type": "object", "properties": {},
                                                                                        "additionalProperties": True})),
    bad("format-additional-properties", _A, **_property({"type": "object", "properties": {}}), message=(
        "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false")),
    bad("format-additional-properties", f"{_A}/items", **_property({"type": "array", "items": {"type": "object", "properties": {}}})),
    bad("schema-no-numeric", (_A, f"{_A}/maximum", f"{_A}/minimum"), **_property({"type": "integer", "minimum": 1, "maximum": 5}),
        message="output_config.format.schema: For 'integer' type, properties maximum, minimum are not supported"),
    bad("schema-no-numeric", (_A, f"{_A}/minimum"), **_property({"type": "number", "minimum": 0}),
        message="output_config.format.schema: For 'number' type, property 'minimum' is not supported"),
    *(
        bad("schema-no-numeric", (_A, f"{_A}/{keyword}"), **_property({"type": "number", keyword: 5}))
        for keyword in ("multipleOf", "exclusiveMinimum", "exclusiveMaximum")
    ),
    bad("schema-no-numeric", (_TOOL_A, f"{_TOOL_A}/minimum"), **_strict({"type": "integer", "minimum": 0})),
    # measured xl-schema-min-length xl-schema-max-length: accepted, whatever the documentation says
    *(good("schema-no-string-length", **_property({"type": "string", keyword: 5})) for keyword in ("minLength", "maxLength")),
    bad("schema-no-array", (_A, f"{_A}/minItems"), **_property({"type": "array", "items": {"type": "string"}, "minItems": 2}),
        message="output_config.format.schema: For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [2])"),
    bad("schema-no-array", (_A, f"{_A}/maxItems"), **_property({"type": "array", "items": {"type": "string"}, "maxItems": 3}),
        message="output_config.format.schema: For 'array' type, property 'maxItems' is not supported"),
    bad("schema-no-array", (_A, f"{_A}/uniqueItems"), **_property({"type": "array", "items": {"type": "string"}, "uniqueItems": True})),
    good("schema-no-array", **_property({"type": "array", "items": {"type": "string"}, "minItems": 1})),
    bad("schema-no-recursion", (_AT, f"{_AT}/$defs/node", f"{_AT}/$defs/node/properties/next/$ref", f"{_AT}/$defs/node/properties/next"),
        **_shaped(
        _object({"a": {"$ref": "#/$defs/node"}}, **{"$defs": {"node": _object({"next": {"$ref": "#/$defs/node"}})}}))),
    bad("schema-no-recursion", (_A, f"{_A}/$ref", _AT), **_property({"$ref": "#"})),
    bad("schema-ref-internal", (_A, f"{_A}/$ref"), **_property({"$ref": "#/$defs/plan"}),
        message="output_config.format.schema: Invalid schema: Reference to non-existent definition: #/$defs/plan"),
    bad("schema-ref-internal", (_A, f"{_A}/$ref"), **_property({"$ref": "https://example.com/schema.json"})),
    bad("schema-ref-internal", (_A, f"{_A}/allOf", f"{_A}/allOf/0", f"{_A}/allOf/0/$ref"), **_shaped(
        _object({"a": {"allOf": [{"$ref": "#/$defs/x"}]}}, **{"$defs": {"x": {"type": "string"}}}))),
    bad("schema-enum-scalars", (_A, f"{_A}/enum", f"{_A}/enum/0"), **_property({"enum": [{"a": 1}]})),
    bad("schema-enum-scalars", (_A, f"{_A}/enum", f"{_A}/enum/1"), **_property({"enum": ["a", ["b"]]})),
    bad("schema-enum-scalars", (_A, f"{_A}/enum", f"{_A}/enum/0"), **_property({"type": ["string", "null"], "enum": ["gross", None]}),
        message="output_config.format.schema: Invalid schema: Enum value 'gross' does not match declared type '['string', 'null']'"),
    bad("schema-string-formats", (_A, f"{_A}/format"), **_property({"type": "string", "format": "regex"}),
        message="output_config.format.schema: Invalid schema: Unsupported format 'regex'."),
    bad("schema-string-formats", (_A, f"{_A}/format"), **_property({"type": "string", "format": "iri"})),
    good("schema-string-formats", **_property({"type": "string", "format": "date-time"})),
    *(
        bad("schema-pattern", (_A, f"{_A}/pattern"), **_property({"type": "string", "pattern": pattern}))
        for pattern in (r"(a)\1", r"(?=a)b", r"(?!a)b", r"(?<=a)b", r"\bword\b")
    ),
    doubtful("schema-pattern", (_A, f"{_A}/pattern"), **_property({"type": "string", "pattern": r"a{1,100000}"})),
    good("schema-pattern", **_property({"type": "string", "pattern": r"^[a-z]{2,5}(-\d+)?$"})),
    bad("schema-needs-type", _A, "output_config.format.schema: Invalid schema: Schema type is missing for schema: {'description': 'x'}",
        **_property({"description": "x"})),
    bad("schema-needs-type", (_A, f"{_A}/oneOf"), **_property({"oneOf": [{"type": "string"}, {"type": "null"}]}),
        message="output_config.format.schema: Schema type 'oneOf' is not supported"),
    bad("schema-limit-strict-tools", ("/tools", "/tools/20", "/tools/20/strict"),
        "Too many strict tools (21). The maximum number of strict tools supported is 20.",
        tools=[tool(f"f{number}", strict=True, input_schema=_object({})) for number in range(21)]),
    bad("schema-limit-optional", ("/output_config/format/schema", "", "/output_config/format"), **_shaped(
        _object({f"p{number}": {"type": "string"} for number in range(25)}, required=[])), message=(
        "Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce "
        "the number of optional "
        "parameters in your tool schemas (limit: 24).")),
    bad("schema-limit-optional", ("/tools", "", "/tools/0/input_schema", "/tools/1/input_schema"), tools=[
        tool(name, strict=True, input_schema=_object({f"p{number}": {"type": "string"} for number in range(13)}, required=[]))
        for name in ("f", "g")]),
    bad("schema-limit-unions", ("/output_config/format/schema", "", "/output_config/format"), **_shaped(
        _object({f"p{number}": {"type": ["string", "null"]} for number in range(17)})), message=(
        "Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes "
        "exponential compilation "
        "cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).")),
    bad("schema-limit-unions", ("/output_config/format/schema", "", "/output_config/format"), **_shaped(
        _object({f"p{number}": {"anyOf": [{"type": "string"}, {"type": "null"}]} for number in range(17)}))),
    bad("format-vs-citations", ("/output_config/format", "/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled"),
        messages=[user(document(citations={"enabled": True}), text())], **_shaped(_object({}))),
    bad("format-vs-citations", ("/output_config/format", "/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled"),
        messages=[user(search_result(citations={"enabled": True}), text())], **_shaped(_object({}))),
]  # fmt: skip

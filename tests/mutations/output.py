"""What comes out: max_tokens, stop sequences, effort, structured output, and the service's own settings."""

from __future__ import annotations

from .originals import HAIKU, OPUS_55, SONNET_5, is_a, on, printed
from .places import append, blocks, drop, last, pointer, put, role, tools, without
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, some, word

FORMAT = "output_config.format.schema"
SCHEMA = ("output_config", "format", "schema")


def structured(body: Body, properties: dict[str, object], **more: object) -> Body | None:
    """The body on Haiku 4.5, asking for an object with these properties."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    schema = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False, **more}
    return put(moved, ("output_config",), {"format": {"type": "json_schema", "schema": schema}})


def within(*keys: str) -> tuple[str, ...]:
    """Pointers from the schema down to the faulty keyword."""
    return tuple(pointer((*SCHEMA, *keys[:n])) for n in range(len(keys) + 1))


@mutator(evidence=("s5-max-tokens-absent", "order-presence"))
def max_tokens_missing(body: Body, draw: Draw) -> Planted | None:
    return Planted(drop(body, ("max_tokens",)), ("", "/max_tokens"), f"max_tokens: {REQUIRED}")


@mutator(evidence=("s5-max-tokens-negative", "fb-stream-max-tokens-negative"))
def max_tokens_negative(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("max_tokens",), pick(draw, (-1, -2, -1024)))
    return Planted(changed, ("/max_tokens",), "max_tokens: must be greater than or equal to 0")


@mutator(evidence=("rx-max-tokens-haiku", "rules-messages:max-tokens-model-cap", "dev-074"))
def max_tokens_over_limit(body: Body, draw: Draw) -> Planted | None:
    if not is_a(body["model"], ("claude-haiku-4-5", "claude-sonnet-4-5", "claude-opus-4-5")):
        return None
    asked = pick(draw, (64_001, 100_000, 128_000, 9_999_999))
    name = printed(body["model"])
    says = f"max_tokens: {asked} > 64000, which is the maximum allowed number of output tokens for {name}"
    return Planted(put(body, ("max_tokens",), asked), ("/max_tokens",), says)


@mutator(evidence=("rules-messages:max-tokens-model-cap",))
def max_tokens_over_large_limit(body: Body, draw: Draw) -> Planted | None:
    model = pick(draw, ("claude-opus-4-6", "claude-opus-5", SONNET_5, OPUS_55))
    moved = on(body, model)
    if moved is None:
        return None
    asked = pick(draw, (128_001, 200_000, 9_999_999))
    parts = (f"max_tokens: {asked} > 128000, which is the maximum allowed number of output tokens for ",)
    return Planted(put(moved, ("max_tokens",), asked), ("/max_tokens",), parts=parts)


@mutator(evidence=("rules-messages:max-tokens-zero-stream", "rules-messages:max-tokens-zero-thinking"))
def max_tokens_zero(body: Body, draw: Draw) -> Planted | None:
    """Zero warms the cache, and goes with neither a stream nor thinking nor a format."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    name, value = pick(draw, (("stream", True), ("thinking", {"type": "enabled", "budget_tokens": 1024})))
    changed = put(put(without(moved, "stream"), ("max_tokens",), 0), (name,), value)
    spots = ("/max_tokens", f"/{name}", f"/{name}/type", f"/{name}/budget_tokens")
    return Planted(changed, spots)


@mutator(evidence=("rules-messages:stop-seq-nonempty",))
def blank_stop_sequence(body: Body, draw: Draw) -> Planted | None:
    good = ["END", "STOP"][: pick(draw, (0, 1, 2))]
    changed = put(body, ("stop_sequences",), [*good, pick(draw, ("", " ", "\n", "\t \n"))])
    says = "stop_sequences: each stop sequence must contain non-whitespace"
    return Planted(changed, ("/stop_sequences", f"/stop_sequences/{len(good)}"), says)


@mutator(evidence=("s5-service-tier-bogus", "cm-service-tier-int", "s5-order-service-tier-top-k"))
def service_tier(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("service_tier",), pick(draw, ("bogus", "standard", "priority", 7, None, word(draw))))
    return Planted(changed, ("/service_tier",), "service_tier: Input should be 'auto' or 'standard_only'")


@mutator(evidence=("s5-inference-geo-unknown", "dev-428"))
def inference_geo(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, SONNET_5)
    if moved is None:
        return None
    changed = put(moved, ("inference_geo",), pick(draw, ("bogus-geo", "mars", "US", word(draw))))
    return Planted(changed, ("/inference_geo",), "inference_geo: must be one of ['global', 'us']")


@mutator(evidence=("rules-messages:inference-geo-models", "rules-beyond:inference-geo-models"))
def inference_geo_on_old_model(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (HAIKU, "claude-sonnet-4-5")))
    if moved is None:
        return None
    return Planted(put(moved, ("inference_geo",), "us"), ("/inference_geo", "/model"))


@mutator(evidence=("xl-container", "dev-397"))
def container_without_code_execution(body: Body, draw: Draw) -> Planted | None:
    if any(t.tag.startswith(("code_execution", "web_")) for t in tools(body, None)) or "container" in body:
        return None
    changed = put(body, ("container",), "container_" + word(draw))
    says = "container: Container identifier can only be provided when using the code execution tool"
    return Planted(changed, ("/container",), says)


@mutator(evidence=("dev-148", "rules-messages:metadata-user-id"))
def email_as_user_id(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("metadata",), {"user_id": f"{word(draw)}@example.com"})
    parts = ("metadata.user_id: user_id appears to contain an email address",)
    return Planted(changed, ("/metadata/user_id",), parts=parts)


@mutator(evidence=("cm-effort-bogus", "dev-762", "rules-messages:effort-values"))
def unknown_effort(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (SONNET_5, OPUS_55, "claude-opus-4-6")))
    if moved is None:
        return None
    changed = put(moved, ("output_config",), {"effort": pick(draw, ("bogus", "ultra", "High", "minimal", word(draw)))})
    says = "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'"
    return Planted(changed, ("/output_config/effort",), says)


@mutator(evidence=("rules-messages:effort-models",))
def effort_on_old_model(body: Body, draw: Draw) -> Planted | None:
    """Two wordings are on record."""
    moved = on(body, pick(draw, (HAIKU, "claude-sonnet-4-5")))
    if moved is None:
        return None
    changed = put(moved, ("output_config",), {"effort": pick(draw, ("low", "medium", "high"))})
    return Planted(changed, ("/output_config/effort", "/output_config", "/model"))


@mutator(evidence=("rules-messages:effort-xhigh-models", "rules-messages:effort-max-models"))
def effort_beyond_model(body: Body, draw: Draw) -> Planted | None:
    """The sentence was seen for Opus 4.6."""
    model, level, levels = pick(
        draw,
        (
            ("claude-opus-4-6", "xhigh", "high, low, max, medium"),
            ("claude-sonnet-4-6", "xhigh", "high, low, max, medium"),
            ("claude-opus-4-5-20251101", "max", "high, low, medium"),
        ),
    )
    moved = on(body, model)
    if moved is None:
        return None
    changed = put(moved, ("output_config",), {"effort": level})
    says = f"This model does not support effort level '{level}'. Supported levels: {levels}."
    spots = ("/output_config/effort", "/output_config", "/model")
    return Planted(changed, spots, says if "4-6" in model else None)


@mutator(evidence=("sc-open-object", "xl-schema-open-object"))
def open_format(body: Body, draw: Draw) -> Planted | None:
    changed = structured(body, {word(draw): {"type": "string"}})
    if changed is None:
        return None
    changed = drop(changed, (*SCHEMA, "additionalProperties"))
    says = f"{FORMAT}: For 'object' type, 'additionalProperties' must be explicitly set to false"
    return Planted(changed, within("additionalProperties"), says)


@mutator(evidence=("rules-messages:schema-no-numeric", "sc-max-items"))
def numeric_limit(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("integer", "number"))
    several = pick(draw, (True, False))
    limits = {"minimum": 1, "maximum": 9} if several else {pick(draw, ("minimum", "maximum")): 5}
    changed = structured(body, {"n": {"type": kind, **limits}})
    if changed is None:
        return None
    one = next(iter(limits))
    tail = "properties maximum, minimum are not supported" if several else f"property '{one}' is not supported"
    spots = {*within("properties", "n", "minimum"), *within("properties", "n", "maximum")}
    return Planted(changed, tuple(sorted(spots)), f"{FORMAT}: For '{kind}' type, {tail}")


@mutator(evidence=("sc-max-items", "dev-191"))
def max_items(body: Body, draw: Draw) -> Planted | None:
    name = word(draw)
    array = {"type": "array", "items": {"type": "string"}, "maxItems": pick(draw, (1, 6, 100))}
    changed = structured(body, {name: array})
    if changed is None:
        return None
    says = f"{FORMAT}: For 'array' type, property 'maxItems' is not supported"
    return Planted(changed, within("properties", name, "maxItems"), says)


@mutator(evidence=("sc-min-items", "dev-769"))
def min_items(body: Body, draw: Draw) -> Planted | None:
    name = word(draw)
    array = {"type": "array", "items": {"type": "string"}, "minItems": pick(draw, (2, 5, 100))}
    changed = structured(body, {name: array})
    if changed is None:
        return None
    parts = (f"{FORMAT}: For 'array' type, 'minItems' values other than 0 or 1 are not supported",)
    return Planted(changed, within("properties", name, "minItems"), parts=parts)


@mutator(evidence=("sc-nullable-enum", "dev-548"))
def enum_of_another_type(body: Body, draw: Draw) -> Planted | None:
    """How the list of types is printed differs between the sources."""
    name, value = word(draw), word(draw)
    changed = structured(body, {name: {"type": ["string", "null"], "enum": [value, None]}})
    if changed is None:
        return None
    parts = (f"{FORMAT}: Invalid schema: Enum value '{value}' does not match declared type",)
    return Planted(changed, (*within("properties", name, "enum", "0"), *within("properties", name, "type")), parts=parts)


@mutator(evidence=("rules-messages:schema-string-formats", "dev-553"))
def string_format(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("regex", "phone", "uri-reference", word(draw)))
    changed = structured(body, {"a": {"type": "string", "format": kind}})
    if changed is None:
        return None
    says = f"{FORMAT}: Invalid schema: Unsupported format '{kind}'."
    return Planted(changed, within("properties", "a", "format"), says)


@mutator(evidence=("rules-messages:schema-needs-type", "dev-552"))
def node_without_type(body: Body, draw: Draw) -> Planted | None:
    """An empty node has a sentence of its own, which is on record in public code only."""
    name = word(draw)
    node = pick(draw, ({}, {"description": "anything"}, {"pattern": "^x"}, {"minimum": 1, "title": name}))
    changed = structured(body, {name: node})
    if changed is None:
        return None
    parts = (f"{FORMAT}: Invalid schema: Schema type is missing",) if node else (f"{FORMAT}: ",)
    return Planted(changed, within("properties", name, "type"), parts=parts)


@mutator(evidence=("rules-messages:schema-ref-internal",))
def dangling_ref(body: Body, draw: Draw) -> Planted | None:
    name = word(draw)
    changed = structured(body, {"a": {"$ref": f"#/$defs/{name}"}}, **{"$defs": {"other": {"type": "string"}}})
    if changed is None:
        return None
    says = f"{FORMAT}: Invalid schema: Reference to non-existent definition: #/$defs/{name}"
    return Planted(changed, within("properties", "a", "$ref"), says)


@mutator(evidence=("rules-messages:schema-no-recursion", "dev-017"))
def recursive_schema(body: Body, draw: Draw) -> Planted | None:
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"}}, "required": [], "additionalProperties": False}
    changed = structured(body, {"a": {"$ref": "#/$defs/node"}}, **{"$defs": {"node": node}})
    if changed is None:
        return None
    spots = (*within("properties", "a", "$ref"), *within("$defs", "node", "properties", "next", "$ref"))
    return Planted(changed, spots, parts=("Circular reference detected in schema definitions",))


@mutator(evidence=("dev-365", "rules-messages:prefill-structured-outputs"))
def format_with_prefill(body: Body, draw: Draw) -> Planted | None:
    changed = structured(body, {"a": {"type": "string"}})
    if changed is None or role(changed, last(changed)) != "user" or blocks(changed, "tool_use"):
        return None
    n = last(changed) + 1
    changed = append(changed, {"role": "assistant", "content": "{"})
    says = (
        "Your API request included an `assistant` message in the final position, which would pre-fill the `assistant` "
        "response. When using output format, pre-filling the `assistant` response is not supported."
    )
    spots = (f"/messages/{n}", f"/messages/{n}/role", f"/messages/{n}/content", "/output_config", "/output_config/format")
    return Planted(changed, spots, says)


@mutator(evidence=("rules-messages:format-vs-citations", "rules-beyond:citations-vs-structured-output"))
def format_with_citations(body: Body, draw: Draw) -> Planted | None:
    moved = structured(body, {"a": {"type": "string"}})
    place = some(draw, blocks(moved, "document")) if moved else None
    if moved is None or place is None:
        return None
    changed = put(moved, place.key("citations"), {"enabled": True})
    spots = (place.pointer, *place.at("citations"), f"{place.pointer}/citations/enabled", "/output_config", "/output_config/format")
    return Planted(changed, spots)


@mutator(evidence=("rules-messages:format-shape", "openapi:JsonOutputFormat"))
def format_without_schema(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    changed = put(moved, ("output_config",), {"format": {"type": "json_schema"}})
    return Planted(changed, ("/output_config/format", "/output_config/format/schema"))


@mutator(evidence=("o55b-task-budget-19999", "dev-606"))
def small_task_budget(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    budget = {"type": "tokens", "total": pick(draw, (1024, 2048, 19_999))}
    changed = put(moved, ("output_config",), {"task_budget": budget})
    parts = ("`task_budget.total` must be at least 20,000 tokens for this model",)
    spots = ("/output_config/task_budget", "/output_config/task_budget/total")
    return Planted(changed, spots, parts=parts, betas=("task-budgets-2026-03-13",))


@mutator(evidence=("o55b-task-budget-no-beta", "cm-task-budget-no-beta", "dev-556"))
def task_budget_without_beta(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    changed = put(moved, ("output_config",), {"task_budget": {"type": "tokens", "total": 64_000}})
    return Planted(changed, ("/output_config/task_budget",), f"output_config.task_budget: {EXTRA}", betas=())


@mutator(evidence=("rules-messages:format-legacy-field",))
def legacy_output_format(body: Body, draw: Draw) -> Planted | None:
    """Refused without its beta; the direct API's sentence is not on record."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    schema = {"type": "object", "properties": {}, "additionalProperties": False}
    changed = put(moved, ("output_format",), {"type": "json_schema", "schema": schema})
    return Planted(changed, ("/output_format",), betas=())


@mutator(evidence=("dev-772", "dev-726"))
def open_map(body: Body, draw: Draw) -> Planted | None:
    """The path of that sentence moved with the field."""
    changed = structured(body, {"a": {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}}})
    if changed is None:
        return None
    parts = ("For 'object' type, 'additionalProperties: object' is not supported",)
    return Planted(changed, within("properties", "a", "additionalProperties"), parts=parts)


@mutator(evidence=("rp-output-format-oneof", "dev-558"))
def one_of(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    schema = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
    changed = put(moved, ("output_config",), {"format": {"type": "json_schema", "schema": schema}})
    return Planted(changed, within("oneOf"), parts=("Schema type 'oneOf' is not supported",))


@mutator(evidence=("dev-554", "rules-messages:schema-pattern"))
def unsupported_pattern(body: Body, draw: Draw) -> Planted | None:
    pattern = pick(draw, ("(?=a)b", "(?!a)b", "(a)\\1", "(?<=a)b"))
    changed = structured(body, {"a": {"type": "string", "pattern": pattern}})
    if changed is None:
        return None
    parts = ("Unsupported regex feature in pattern field",)
    return Planted(changed, within("properties", "a", "pattern"), parts=parts)


@mutator(evidence=("rules-messages:speed-models", "al-speed-sonnet-5", "dev-519", "dev-751"))
def speed_on_slow_model(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (SONNET_5, "claude-sonnet-4-6", "claude-opus-4-5-20251101")))
    if moved is None:
        return None
    changed = put(moved, ("speed",), "fast")
    parts = ("does not support the `speed` parameter.",)
    return Planted(changed, ("/speed", "/model"), parts=parts, betas=("fast-mode-2026-02-01",))


@mutator(evidence=("dev-399", "rules-beyond:container-skills-need-code-exec"))
def skills_without_code_execution(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    skill = {"type": "anthropic", "skill_id": pick(draw, ("pptx", "xlsx", "pdf"))}
    changed = put(moved, ("container",), {"skills": [skill]})
    says = "container: skills can only be used when a code execution tool is enabled"
    return Planted(changed, ("/container", "/container/skills"), says, betas=("skills-2025-10-02",))

"""The thinking setting: its shape, its budget, and what each model takes."""

from __future__ import annotations

from .originals import HAIKU, OPUS_5, OPUS_55, on
from .places import put
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, word, wrong

KIND = ("/thinking", "/thinking/type")
ADAPTIVE = 'Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.'


def thinking_on(body: Body, model: str, value: object, *, max_tokens: int | None = None, **more: object) -> Body | None:
    """The body on a model, with this thinking setting and further top-level members."""
    moved = on(body, model)
    if moved is None:
        return None
    changed = put(moved, ("thinking",), value)
    if max_tokens is not None:
        changed = put(changed, ("max_tokens",), max_tokens)
    for name, member in more.items():
        changed = put(changed, (name,), member)
    return changed


@mutator(evidence=("cm-tool-choice-empty", "union-path", "openapi:ThinkingConfigParam"))
def without_type(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("thinking",), pick(draw, ({}, {"budget_tokens": 2048})))
    return Planted(changed, KIND, f"thinking.type: {REQUIRED}")


@mutator(evidence=("cm-tool-choice-bogus", "rules-messages:thinking-types"))
def unknown_type(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("on", "auto", "high", "Enabled", word(draw)))
    parts = (f"thinking: Input tag '{kind}' found using 'type' does not match any of the expected tags: ",)
    return Planted(put(body, ("thinking",), {"type": kind}), KIND, parts=parts)


@mutator(evidence=("cm-thinking-enabled-no-budget", "dev-286"))
def without_budget(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("thinking",), {"type": "enabled"})
    return Planted(changed, ("/thinking", "/thinking/budget_tokens"), f"thinking.enabled.budget_tokens: {REQUIRED}")


@mutator(evidence=("rules-messages:thinking-budget-min", "dev-287"))
def budget_too_small(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("thinking",), {"type": "enabled", "budget_tokens": pick(draw, (1023, 512, 1, 0, -1))})
    says = "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024"
    return Planted(changed, ("/thinking/budget_tokens",), says)


@mutator(evidence=("s5-max-tokens-null", "rules-messages:thinking-budget-required"))
def budget_of_another_type(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("thinking",), {"type": "enabled", "budget_tokens": wrong(draw, "integer")})
    says = "thinking.enabled.budget_tokens: Input should be a valid integer"
    return Planted(changed, ("/thinking/budget_tokens",), says)


@mutator(evidence=("rules-messages:thinking-budget-lt-max",))
def budget_over_max_tokens(body: Body, draw: Draw) -> Planted | None:
    limit = pick(draw, (1024, 2048, 4096))
    value = {"type": "enabled", "budget_tokens": limit + pick(draw, (0, 1, 1000))}
    changed = thinking_on(body, HAIKU, value, max_tokens=limit)
    if changed is None:
        return None
    parts = ("`max_tokens` must be greater than `thinking.budget_tokens`.",)
    return Planted(changed, ("/thinking", "/thinking/budget_tokens", "/max_tokens"), parts=parts, betas=())


@mutator(evidence=("cm-thinking-disabled-display", "o55c-binding-disabled"))
def key_of_another_type(body: Body, draw: Draw) -> Planted | None:
    """A member that only another kind of thinking has."""
    kind, name, value = pick(
        draw,
        (("disabled", "display", "omitted"), ("disabled", "budget_tokens", 2048), ("adaptive", "budget_tokens", 2048)),
    )
    changed = put(body, ("thinking",), {"type": kind, name: value})
    return Planted(changed, (f"/thinking/{name}",), f"thinking.{kind}.{name}: {EXTRA}")


@mutator(evidence=("dev-285",))
def effort_in_thinking(body: Body, draw: Draw) -> Planted | None:
    changed = put(body, ("thinking",), {"type": "adaptive", "effort": pick(draw, ("low", "high", "max"))})
    return Planted(changed, ("/thinking/effort",), f"thinking.adaptive.effort: {EXTRA}")


@mutator(evidence=("o55b-display-updates-no-beta",))
def updates_without_beta(body: Body, draw: Draw) -> Planted | None:
    changed = thinking_on(body, OPUS_55, {"type": "adaptive", "display": "updates"})
    if changed is None:
        return None
    says = "thinking.adaptive.display: Input should be 'summarized', 'omitted'"
    return Planted(changed, ("/thinking/display",), says, betas=())


@mutator(evidence=("dev-795", "o55b-display-updates-no-beta"))
def unknown_display(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, ("adaptive", "enabled"))
    budget = {"budget_tokens": 1024} if kind == "enabled" else {}
    model = HAIKU if kind == "enabled" else OPUS_55
    changed = thinking_on(body, model, {"type": kind, "display": word(draw), **budget}, max_tokens=4096)
    if changed is None:
        return None
    says = f"thinking.{kind}.display: Input should be 'summarized', 'omitted'"
    return Planted(changed, ("/thinking/display",), says, betas=())


@mutator(evidence=("o55c-binding-no-beta",))
def binding_without_beta(body: Body, draw: Draw) -> Planted | None:
    behaviour = pick(draw, ("error", "drop_block"))
    value = {"type": "adaptive", "block_binding": {"prefix_mismatch_behavior": behaviour}}
    changed = thinking_on(body, OPUS_55, value)
    if changed is None:
        return None
    return Planted(changed, ("/thinking/block_binding",), f"thinking.adaptive.block_binding: {EXTRA}", betas=())


@mutator(evidence=("td-adaptive-haiku-4-5", "xl-adaptive-4-5"))
def adaptive_on_old_model(body: Body, draw: Draw) -> Planted | None:
    changed = thinking_on(body, pick(draw, (HAIKU, "claude-haiku-4-5", "claude-sonnet-4-5")), {"type": "adaptive"})
    if changed is None:
        return None
    return Planted(changed, (*KIND, "/model"), "adaptive thinking is not supported on this model")


@mutator(evidence=("fb-thinking-enabled", "td-enabled-sonnet-5", "xl-thinking-enabled-new", "dev-291"))
def enabled_on_new_model(body: Body, draw: Draw) -> Planted | None:
    model = pick(draw, ("claude-opus-4-7", "claude-opus-4-8", OPUS_5, OPUS_55, "claude-sonnet-5", "claude-sonnet-5-5"))
    changed = thinking_on(body, model, {"type": "enabled", "budget_tokens": 1024}, max_tokens=4096)
    if changed is None:
        return None
    says = f'"thinking.type.enabled" is not supported for this model. {ADAPTIVE}'
    return Planted(changed, (*KIND, "/model"), says)


@mutator(evidence=("lt-thinking-disabled-opus-5-5", "lt-thinking-disabled-fable-5", "lt-thinking-disabled-fable-5-1"))
def disabled_on_thinking_model(body: Body, draw: Draw) -> Planted | None:
    changed = thinking_on(body, pick(draw, (OPUS_55, "claude-fable-5", "claude-fable-5-1")), {"type": "disabled"})
    if changed is None:
        return None
    return Planted(changed, (*KIND, "/model"))


@mutator(evidence=("s55-thinking-disabled", "rules-messages:thinking-disabled-sonnet55"))
def disabled_on_sonnet_5_5(body: Body, draw: Draw) -> Planted | None:
    """Two wordings are on record for it."""
    changed = thinking_on(body, "claude-sonnet-5-5", {"type": "disabled"})
    return None if changed is None else Planted(changed, (*KIND, "/model"))


@mutator(evidence=("bw-opus-5-5", "bw-sonnet-5", "bw-sonnet-4-5", "rules-messages:thinking-between-tools-only-sonnet55"))
def between_tools_elsewhere(body: Body, draw: Draw) -> Planted | None:
    changed = thinking_on(body, pick(draw, (OPUS_55, "claude-sonnet-5", "claude-sonnet-4-5")), {"type": "between_tools"})
    if changed is None:
        return None
    parts = ('"thinking.type.between_tools" is not supported for this model',)
    return Planted(changed, (*KIND, "/model"), parts=parts)


@mutator(evidence=("dev-765", "rules-messages:thinking-disabled-high-effort"))
def disabled_with_high_effort(body: Body, draw: Draw) -> Planted | None:
    effort = pick(draw, ("xhigh", "max"))
    changed = thinking_on(body, OPUS_5, {"type": "disabled"}, output_config={"effort": effort})
    if changed is None:
        return None
    says = (
        f"output_config.effort '{effort}' is not supported when thinking is disabled on this model. Use effort 'high' or "
        "below, or enable thinking."
    )
    return Planted(changed, (*KIND, "/output_config", "/output_config/effort"), says)


@mutator(evidence=("xl-thinking-with-temperature", "dev-258", "rules-messages:sampling-with-thinking"))
def temperature_while_thinking(body: Body, draw: Draw) -> Planted | None:
    model, value = pick(draw, ((HAIKU, {"type": "enabled", "budget_tokens": 1024}), ("claude-opus-4-6", {"type": "adaptive"})))
    changed = thinking_on(body, model, value, max_tokens=4096, temperature=pick(draw, (0, 0.5, 0.99)))
    if changed is None:
        return None
    parts = ("`temperature` may only be set to 1 when thinking is enabled or in adaptive mode.",)
    return Planted(changed, ("/temperature", *KIND), parts=parts)


@mutator(evidence=("dev-342", "rules-messages:sampling-with-thinking"))
def top_k_while_thinking(body: Body, draw: Draw) -> Planted | None:
    """The link that ends the sentence has moved."""
    value = {"type": "enabled", "budget_tokens": 1024}
    changed = thinking_on(body, HAIKU, value, max_tokens=4096, top_k=pick(draw, (1, 40, 250)))
    if changed is None:
        return None
    return Planted(changed, ("/top_k", *KIND), parts=("`top_k` must be unset when thinking is enabled",))


@mutator(evidence=("dev-813", "dev-678", "rules-messages:sampling-with-thinking"))
def top_p_while_thinking(body: Body, draw: Draw) -> Planted | None:
    value = {"type": "enabled", "budget_tokens": 1024}
    changed = thinking_on(body, HAIKU, value, max_tokens=4096, top_p=pick(draw, (0.1, 0.5, 0.9, 0.94)))
    if changed is None:
        return None
    return Planted(changed, ("/top_p", *KIND), parts=("must be greater than or equal to 0.95 or unset when thinking is enabled",))

"""The system prompt, and messages of role system: their content and what only betas open."""

from __future__ import annotations

from .content import PIXEL
from .originals import OPUS_5, OPUS_55, SONNET_5, on
from .places import append, drop, insert, last, put, system, tools
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, some, word

MODELS = (SONNET_5, OPUS_55, OPUS_5, "claude-opus-4-8")


def with_note(body: Body, content: object, *, model: str, **more: object) -> tuple[Body, int] | None:
    """The body on a model, ending in a message of role system; and that message's index."""
    moved = on(body, model)
    if moved is None:
        return None
    return append(moved, {"role": "system", "content": content, **more}), last(moved) + 1


@mutator(evidence=("dev-777", "openapi:RequestTextBlock", "s5-tool-name-missing"))
def block_without_text(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, system(body))
    if place is None:
        return None
    return Planted(drop(body, place.key("text")), place.missing("text"), f"{place.path}.text: {REQUIRED}")


@mutator(evidence=("openapi:RequestTextBlock", "dev-102"))
def block_text_of_another_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, system(body))
    if place is None:
        return None
    changed = put(body, place.key("text"), pick(draw, (7, True, ["x"], {}, None)))
    return Planted(changed, place.at("text"), f"{place.path}.text: Input should be a valid string")


@mutator(evidence=("rules-messages:system-type", "openapi:CreateMessageParams"))
def image_in_prompt(body: Body, draw: Draw) -> Planted | None:
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    n = len(system(body))
    changed = insert(body, ("system", n), image) if n else put(body, ("system",), [image])
    inside = tuple(f"/system/{n}{part}" for part in ("", "/type", "/source", "/text"))
    return Planted(changed, inside)


@mutator(evidence=("dev-356",))
def reserved_header(body: Body, draw: Draw) -> Planted | None:
    text = f"x-anthropic-billing-header: cc_version={word(draw)};"
    changed = put(body, ("system",), pick(draw, (text, [{"type": "text", "text": text}])))
    says = "x-anthropic-billing-header is a reserved keyword and may not be used in the system prompt."
    return Planted(changed, ("/system", "/system/0", "/system/0/text"), says)


@mutator(evidence=("s5-shape-system-empty-last", "o55e-system-empty-string", "dev-502"))
def empty_note(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, pick(draw, ([], "")), model=pick(draw, MODELS))
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}: system content must contain at least one block"
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/content"), says)


@mutator(evidence=("cm-directive-toplevel-effort-last", "cm-directive-toplevel-format-first", "directive-needs-message-config"))
def empty_note_beside_top_level_effort(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, [], model=SONNET_5)
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}: system content must contain at least one block"
    changed = put(changed, ("output_config",), {"effort": pick(draw, ("low", "medium", "high"))})
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/content"), says)


@mutator(evidence=("s5-shape-system-whitespace",))
def blank_note(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, pick(draw, ("  ", "\n", " \t\n")), model=SONNET_5)
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}: system text blocks must contain non-whitespace text"
    spots = ("", "/content", "/content/0", "/content/0/text")
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says)


@mutator(evidence=("s5-shape-system-one-empty-block-of-two",))
def one_empty_block_of_two(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, [{"type": "text", "text": word(draw)}, {"type": "text", "text": ""}], model=SONNET_5)
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}: system text blocks must contain non-whitespace text"
    spots = ("", "/content", "/content/1", "/content/1/text")
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says)


@mutator(evidence=("s5-shape-system-image", "o55e-system-image"))
def image_in_note(body: Body, draw: Draw) -> Planted | None:
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    lead = [{"type": "text", "text": "See:"}][: pick(draw, (0, 1))]
    got = with_note(body, [*lead, image], model=pick(draw, (SONNET_5, OPUS_55)))
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}: role 'system' supports text, tool_addition, and tool_removal blocks only"
    spots = ("", "/content", f"/content/{len(lead)}", f"/content/{len(lead)}/type")
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says)


@mutator(evidence=("o55a-clear-at-no-beta",))
def clear_at_without_beta(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, "x", model=OPUS_55, clear_at=pick(draw, ("next_user_message", "never")))
    if got is None:
        return None
    changed, n = got
    return Planted(changed, (f"/messages/{n}/clear_at",), f"messages.{n}.clear_at: {EXTRA}", betas=())


@mutator(evidence=("dev-471", "rules-messages:sysmsg-clear-at"))
def unknown_clear_at(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, "x", model=OPUS_55, clear_at=pick(draw, ("now", "always", word(draw))))
    if got is None:
        return None
    changed, n = got
    says = f"messages.{n}.clear_at: Input should be 'next_user_message' or 'never'"
    return Planted(changed, (f"/messages/{n}/clear_at",), says, betas=("mid-conversation-system-clear-at-2026-08-21",))


@mutator(evidence=("dev-469", "rules-messages:sysmsg-clear-at"))
def clear_at_on_user(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    n = pick(draw, range(last(moved) + 1))
    changed = put(moved, ("messages", n, "clear_at"), "next_user_message")
    says = f"messages.{n}.clear_at: clear_at is only permitted on role 'system' messages"
    return Planted(changed, (f"/messages/{n}/clear_at",), says, betas=("mid-conversation-system-clear-at-2026-08-21",))


@mutator(evidence=("rx-message-effort-no-beta", "xl-directive-no-beta"))
def effort_without_beta(body: Body, draw: Draw) -> Planted | None:
    effort = {"effort": pick(draw, ("low", "medium", "high"))}
    got = with_note(body, pick(draw, ("x", [])), model=pick(draw, (OPUS_55, SONNET_5)), output_config=effort)
    if got is None:
        return None
    changed, n = got
    return Planted(changed, (f"/messages/{n}/output_config",), f"messages.{n}.output_config: {EXTRA}", betas=())


@mutator(evidence=("rx-message-effort-sonnet-5", "dev-768"))
def effort_on_model_that_refuses(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, "x", model=SONNET_5, output_config={"effort": pick(draw, ("low", "medium", "high"))})
    if got is None:
        return None
    changed, n = got
    spots = ("/output_config", "/output_config/effort", "")
    says = "output_config.effort requires a model that supports per-turn effort; this model does not"
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says, betas=("per-turn-control-2026-07-01",))


@mutator(evidence=("o55a-output-config-on-user", "dev-497"))
def effort_on_user(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, OPUS_55)
    if moved is None:
        return None
    n = pick(draw, range(last(moved) + 1))
    changed = put(moved, ("messages", n, "output_config"), {"effort": "low"})
    parts = ("output_config is only permitted on role 'system' messages",)
    beta = ("mid-conversation-output-config-2026-07-01",)
    return Planted(changed, (f"/messages/{n}/output_config",), parts=parts, betas=beta)


@mutator(evidence=("cf-tool-addition-sonnet-5", "rx-tool-addition-sonnet-5", "dev-651"))
def tool_addition_on_model_that_refuses(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, SONNET_5)
    place = some(draw, tools(moved)) if moved else None
    if moved is None or place is None or len(tools(moved)) < 2:
        return None
    addition = {"type": "tool_addition", "tool": {"type": "tool_reference", "name": place.get("name")}}
    n = last(moved) + 1
    changed = append(put(moved, place.key("defer_loading"), True), {"role": "system", "content": [addition]})
    says = "tool_addition/tool_removal is not supported on this model"
    spots = ("", "/content", "/content/0", "/content/0/type")
    beta = ("mid-conversation-tool-changes-2026-07-01",)
    return Planted(changed, (*(f"/messages/{n}{part}" for part in spots), "/model"), says, betas=beta)


@mutator(evidence=("rx-tool-addition-in-user", "rules-messages:toolchange-models"))
def tool_addition_in_user_turn(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (OPUS_55, "claude-haiku-4-5")))
    place = some(draw, tools(moved)) if moved else None
    if moved is None or place is None or len(tools(moved)) < 2:
        return None
    addition = {"type": "tool_addition", "tool": {"type": "tool_reference", "name": place.get("name")}}
    turn = {"role": "user", "content": [addition, {"type": "text", "text": "hi"}]}
    changed = put(moved, place.key("defer_loading"), True)
    changed = append(changed, {"role": "assistant", "content": "Done."}, turn)
    n = last(changed)
    says = f"messages.{n}.content: 'tool_addition'/'tool_removal' blocks are only permitted within role: \"system\" messages"
    spots = ("", "/content", "/content/0", "/content/0/type")
    beta = ("mid-conversation-tool-changes-2026-07-01",)
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says, betas=beta)


@mutator(evidence=("o55e-system-empty-text-block",))
def lone_empty_text(body: Body, draw: Draw) -> Planted | None:
    got = with_note(body, [{"type": "text", "text": ""}], model=OPUS_55)
    if got is None:
        return None
    changed, n = got
    spots = ("", "/content", "/content/0", "/content/0/text")
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), "messages: text content blocks must be non-empty")


@mutator(evidence=("s5-shape-system-first-empty", "s5-item-role-system-first-empty"))
def empty_note_first(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, SONNET_5)
    if moved is None:
        return None
    changed = insert(moved, ("messages", 0), {"role": "system", "content": []})
    return Planted(changed, ("/messages/0", "/messages/0/content"), "messages.0: system content must contain at least one block")


@mutator(evidence=("dev-465", "dev-474", "dev-496", "rules-messages:sysmsg-clear-at"))
def turn_scoped_note(body: Body, draw: Draw) -> Planted | None:
    """What a note that ends with the turn may not hold."""
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    cached = {"type": "text", "text": "x", "cache_control": {"type": "ephemeral"}}
    scope = "a turn-scoped system message"
    aside = "(clear_at: 'next_user_message')"
    content, more, at, says = pick(
        draw,
        (
            ([image], {}, "", f"{scope} supports text blocks only {aside}"),
            ([cached], {}, ".content.0", f"cache_control is not permitted on {scope} {aside}"),
            ("x", {"output_config": {"effort": "low"}}, "", f"output_config is not permitted on {scope} {aside}"),
        ),
    )
    got = with_note(body, content, model=OPUS_55, clear_at="next_user_message", **more)
    if got is None:
        return None
    changed, n = got
    spots = ("", "/content", "/content/0", "/content/0/type", "/content/0/cache_control", "/output_config", "/clear_at")
    betas = ("mid-conversation-system-clear-at-2026-08-21", "mid-conversation-output-config-2026-07-01")
    # an image breaks the rule for all system messages too: only its place is certain
    message = None if content == [image] else f"messages.{n}{at}: {says}"
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), message, betas=betas)

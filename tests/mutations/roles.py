"""Roles: missing, unknown, in the wrong place, and a last turn that the model refuses."""

from __future__ import annotations

from .originals import HAIKU, OPUS_5, SAMPLING, SONNET_5, is_a, on
from .places import append, blocks, contents, drop, insert, last, messages, put, role
from .planted import Body, Draw, Planted, mutator
from .values import REQUIRED, pick, some, word

FORM = "; the directive-only form (content: [] with output_config) is accepted at any position"
FOLLOW = f"role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result{FORM}"
PRECEDE = f"role 'system' must precede an 'assistant' message or end the array{FORM}"
TOP_LEVEL = f"use the top-level 'system' parameter for the initial system prompt{FORM}"
NO_PREFILL = "This model does not support assistant message prefill. The conversation must end with a user message."
SYSTEM_ROLE = ("claude-opus-5-5", "claude-opus-5", "claude-opus-4-8", "claude-sonnet-5")


@mutator(evidence=("s5-item-role-missing",))
def missing(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    return Planted(drop(body, place.key("role")), place.missing("role"), f"{place.path}.role: {REQUIRED}")


@mutator(evidence=("s5-item-role-unknown", "s5-item-role-developer", "dev-510"))
def unknown(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    name = pick(draw, ("bogus", "developer", "human", "model", word(draw)))
    says = f'messages: Unexpected role "{name}". Allowed roles are "user" or "assistant"'
    return Planted(put(body, place.key("role"), name), (place.pointer, *place.at("role")), says)


@mutator(evidence=("dev-147",))
def tool(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    says = (
        'messages: Unexpected role "tool". Allowed roles are "user" or "assistant". For instructions on how to use '
        "tools, see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview."
    )
    return Planted(put(body, place.key("role"), "tool"), (place.pointer, *place.at("role")), says)


@mutator(evidence=("rules-messages:messages-roles", "order-item"))
def wrong_type(body: Body, draw: Draw) -> Planted | None:
    place = pick(draw, messages(body))
    value: object = pick(draw, (7, None, True, ["user"], {}))
    return Planted(put(body, place.key("role"), value), (place.pointer, *place.at("role")))


def _note(draw: Draw) -> dict[str, object]:
    text = "From now on " + word(draw)
    return {"role": "system", "content": pick(draw, (text, [{"type": "text", "text": text}]))}


@mutator(evidence=("o55e-system-run-first", "h45-system-first", "system-first-any-model"))
def system_first(body: Body, draw: Draw) -> Planted | None:
    if messages(body, "system"):
        return None
    changed = insert(body, ("messages", 0), _note(draw))
    return Planted(changed, ("/messages/0", "/messages/0/role"), f"messages.0: {TOP_LEVEL}")


@mutator(evidence=("lb-system-before-user", "s5-shape-system-before-user"))
def system_before_user(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, SYSTEM_ROLE))
    if moved is None:
        return None
    n = last(moved) + 1
    changed = append(moved, _note(draw), {"role": "user", "content": "Go on."})
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role"), f"messages.{n}: {PRECEDE}")


@mutator(evidence=("o55e-system-run-before-user", "s5-shape-system-run-3-before-user", "system-run"))
def system_run_before_user(body: Body, draw: Draw) -> Planted | None:
    """Reported at the last item of the run."""
    moved = on(body, pick(draw, SYSTEM_ROLE))
    if moved is None:
        return None
    count = pick(draw, (2, 3, 4))
    n = last(moved) + count
    changed = append(moved, *(_note(draw) for _ in range(count)), {"role": "user", "content": "Go on."})
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role"), f"messages.{n}: {PRECEDE}")


@mutator(evidence=("o55e-system-after-assistant", "o55e-system-run-after-assistant", "system-follow"))
def system_after_assistant(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, SYSTEM_ROLE))
    if moved is None:
        return None
    n = last(moved) + 2
    notes = [_note(draw) for _ in range(pick(draw, (1, 2)))]
    changed = append(moved, {"role": "assistant", "content": "Done."}, *notes, {"role": "user", "content": "Thanks."})
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role"), f"messages.{n}: {FOLLOW}")


@mutator(evidence=("o55e-system-between-use-and-result",))
def system_between_use_and_result(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, SYSTEM_ROLE))
    if moved is None:
        return None
    place = some(draw, [m for m in messages(moved, "assistant") if any(b.tag == "tool_use" for b in contents(m))])
    if place is None:
        return None
    n = messages(moved).index(place) + 1
    changed = insert(moved, ("messages", n), _note(draw))
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role"), f"messages.{n}: {FOLLOW}")


@mutator(evidence=("lb-system-old-model", "dev-243", "rules-messages:sysmsg-models"))
def system_on_old_model(body: Body, draw: Draw) -> Planted | None:
    if not is_a(body["model"], SAMPLING) or role(body, last(body)) != "user":
        return None
    n = last(body) + 1
    changed = append(body, _note(draw))
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role"), parts=("role 'system' is not supported on this model",))


PREFILL = ("pf-sonnet-4-6", "pf-opus-4-7", "pf-opus-4-8", "pf-sonnet-5", "pf-fable-5", "cm-prefill", "or-prefill-direct")


@mutator(evidence=PREFILL)
def prefill(body: Body, draw: Draw) -> Planted | None:
    model = pick(draw, ("claude-sonnet-4-6", "claude-opus-4-7", "claude-opus-4-8", SONNET_5, "claude-fable-5"))
    moved = on(body, model)
    if moved is None or blocks(moved, "tool_use"):
        return None
    n = last(moved) + 1
    text = pick(draw, ("Here is", "{", word(draw)))
    content = pick(draw, (text, [{"type": "text", "text": text}], [{"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}]))
    changed = append(moved, {"role": "assistant", "content": content})
    return Planted(changed, (f"/messages/{n}", f"/messages/{n}/role", f"/messages/{n}/content"), NO_PREFILL)


@mutator(evidence=("pf-sonnet-5", "rules-messages:prefill-unsupported"))
def prefill_after_history_cut(body: Body, draw: Draw) -> Planted | None:
    """The last user turn is trimmed away, so that an assistant's text stands last."""
    moved = on(body, pick(draw, (SONNET_5, OPUS_5)))
    if moved is None or role(moved, last(moved) - 1) != "assistant" or blocks(moved, "tool_use"):
        return None
    n = last(moved) - 1
    return Planted(drop(moved, ("messages", n + 1)), (f"/messages/{n}", f"/messages/{n}/role", f"/messages/{n}/content"), NO_PREFILL)


@mutator(evidence=("rules-messages:prefill-trailing-whitespace", "dev-620", "xl-whitespace-prefill"))
def prefill_ends_in_whitespace(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, pick(draw, (HAIKU, "claude-sonnet-4-5")))
    if moved is None or blocks(moved, "tool_use") or "tools" in moved:
        return None
    n = last(moved) + 1
    text = pick(draw, ("Here is", "{", word(draw))) + pick(draw, (" ", "\n", "\t", "  \n"))
    changed = append(moved, {"role": "assistant", "content": pick(draw, (text, [{"type": "text", "text": text}]))})
    spots = ("", "/content", "/content/0", "/content/0/text")
    says = "messages: final assistant content cannot end with trailing whitespace"
    return Planted(changed, tuple(f"/messages/{n}{part}" for part in spots), says)

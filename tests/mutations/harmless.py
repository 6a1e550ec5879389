"""Odd things that the evidence says are accepted, put into recorded good requests: a checker says no error of them."""

from __future__ import annotations

from collections.abc import Callable

from .content import PIXEL
from .originals import HAIKU, OPUS_5, OPUS_55, SONNET_5, on
from .places import append, insert, messages, put, role
from .planted import Body, Draw
from .values import pick, word

Vary = Callable[[Body, Draw], Body | None]
VARIATIONS: dict[str, tuple[tuple[str, ...], Vary]] = {}
"""By name: the evidence, and what makes the variation; None where it does not apply."""

IMAGE = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
CALL = {"type": "tool_use", "id": "toolu_zz", "name": "declared_nowhere", "input": {}}
RESULT = {"type": "tool_result", "tool_use_id": "toolu_zz", "content": "r"}


def harmless(*evidence: str) -> Callable[[Vary], Vary]:
    def register(vary: Vary) -> Vary:
        VARIATIONS[vary.__name__] = evidence, vary
        return vary

    return register


def in_front(body: Body, *turns: dict[str, object]) -> Body:
    """These messages in front of the conversation."""
    for turn in reversed(turns):
        body = insert(body, ("messages", 0), turn)
    return body


def user(content: object) -> dict[str, object]:
    return {"role": "user", "content": content}


def assistant(content: object) -> dict[str, object]:
    return {"role": "assistant", "content": content}


@harmless("cm-null-metadata", "cm-null-inference-geo", "cm-null-stop-sequences", "cm-null-cache-control", "cm-null-container")
def null_as_absent(body: Body, draw: Draw) -> Body | None:
    names = [name for name in ("metadata", "inference_geo", "stop_sequences", "cache_control", "container") if name not in body]
    return put(body, (pick(draw, names),), None)


@harmless("merged-turns", "s5-ok-empty-user-then-user", "s5-ok-user-then-empty-user")
def empty_user_message_beside_a_full_one(body: Body, draw: Draw) -> Body | None:
    moved = on(body, SONNET_5)
    if moved is None:
        return None
    pair = [user("Hello."), user(pick(draw, ("", [])))]
    return in_front(moved, *(pair if pick(draw, (True, False)) else reversed(pair)), assistant("Hi."))


@harmless("em-assistant-empty-string-mid-opus-5", "s5-ok-empty-assistant-last", "em-assistant-empty-string-last-opus-5")
def empty_assistant_message(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (OPUS_5, SONNET_5)))
    if moved is None:
        return None
    nothing = assistant(pick(draw, ("", [])))
    return in_front(moved, user("Hello."), nothing) if pick(draw, (True, False)) else append(moved, nothing)


@harmless("cm-empty-text-block-mid-user")
def empty_text_in_an_earlier_user_turn(body: Body, draw: Draw) -> Body | None:
    moved = on(body, SONNET_5)
    return moved and in_front(moved, user([{"type": "text", "text": ""}]), assistant("Hi."))


@harmless("or-two-assistant-turns", "xl-assistant-first")
def assistant_messages_in_a_row(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (SONNET_5, HAIKU)))
    return moved and in_front(moved, assistant("One."), assistant([{"type": "text", "text": word(draw)}]))


@harmless("df-text-after-result-haiku-4-5", "df-history-without-tools-opus-5", "df-history-of-removed-tool-opus-5")
def text_after_results_of_an_undeclared_tool(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (HAIKU, OPUS_5)))
    after = [{"type": "text", "text": word(draw)}, IMAGE]
    return moved and in_front(moved, user("w?"), assistant([CALL]), user([RESULT, *after]), assistant("So."))


@harmless("rules-messages:tool-result-required", "merged-turns")
def results_of_one_turn_in_two_messages(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (HAIKU, OPUS_5)))
    calls, results = [CALL, {**CALL, "id": "toolu_yy"}], [RESULT, {**RESULT, "tool_use_id": "toolu_yy"}]
    if pick(draw, (True, False)):
        results.reverse()
    return moved and in_front(moved, user("w?"), assistant(calls), user([results[0]]), user([results[1]]), assistant("So."))


@harmless("binding-strip", "public:56710618345")
def text_in_front_of_parallel_calls(body: Body, draw: Draw) -> Body | None:
    moved = on(body, HAIKU)
    calls = [{"type": "text", "text": word(draw)}, CALL, {**CALL, "id": "toolu_yy"}]
    return moved and in_front(moved, user("w?"), assistant(calls), user([RESULT, {**RESULT, "tool_use_id": "toolu_yy"}]), assistant("So."))


@harmless("s5-ok-system-run-3-ends", "s5-ok-system-before-assistant", "jc-system-cache-control-opus-5-5")
def system_messages_where_they_may_stand(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (SONNET_5, OPUS_5, OPUS_55)))
    notes = [{"role": "system", "content": pick(draw, ("s", [{"type": "text", "text": "s"}]))} for _ in range(pick(draw, (1, 2, 3)))]
    if moved is None or pick(draw, (True, False)):
        return moved and in_front(moved, user("Hi."), *notes, assistant("Hello."))
    return append(moved, *notes)


@harmless("fb-choice-auto-empty-tools", "fb-choice-none-no-tools")
def a_choice_among_no_tools(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (SONNET_5, OPUS_55)))
    if moved is None or moved.get("tools"):
        return None
    chosen = put(moved, ("tool_choice",), {"type": pick(draw, ("auto", "none"))})
    return put(chosen, ("tools",), []) if pick(draw, (True, False)) else chosen


@harmless("df-deferred-without-search-haiku-4-5", "async-id-ref", "rx-draft04-tool-schema-haiku", "openapi:InputSchema")
def an_odd_tool(body: Body, draw: Draw) -> Body | None:
    moved = on(body, HAIKU)
    if moved is None or not moved.get("tools"):
        return None
    schemas: tuple[dict[str, object], ...] = (
        {"$id": "https://example.com/a", "$async": True},
        {"properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"b": {"type": "string"}}},
        {"$schema": "http://json-schema.org/draft-04/schema#", "properties": {"n": {"minimum": 0, "exclusiveMinimum": True}}},
        {"properties": None},
        {"required": None},
    )
    tool = {"name": pick(draw, ("x" * 128, "-", "_9")), "input_schema": {"type": "object", **pick(draw, schemas)}}
    return insert(moved, ("tools", 0), {**tool, "defer_loading": pick(draw, (True, False)), "cache_control": None})


@harmless("rules-messages:thinking-display-values", "rules-messages:sampling-with-thinking", "jc-temperature-1-sonnet-5")
def the_default_temperature(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (SONNET_5, OPUS_5, HAIKU)))
    return moved and put(moved, ("temperature",), pick(draw, (1, 1.0)))


@harmless("xl-text-document", "rules-messages:document-sources")
def a_document_of_another_source(body: Body, draw: Draw) -> Body | None:
    moved = on(body, pick(draw, (SONNET_5, HAIKU)))
    sources: tuple[dict[str, object], ...] = (
        {"type": "text", "media_type": "text/plain", "data": "hello"},
        {"type": "content", "content": "hello"},
        {"type": "content", "content": [{"type": "text", "text": "hello"}, IMAGE]},
        {"type": "url", "url": "https://example.com/a.pdf"},
    )
    block = {"type": "document", "source": pick(draw, sources), "title": pick(draw, (None, "t")), "context": None, "citations": None}
    return moved and in_front(moved, user([block, {"type": "text", "text": "Read."}]), assistant("Read it."))


@harmless("rules-messages:prefill-unsupported", "pf-sonnet-4-5")
def a_prefill_where_it_is_taken(body: Body, draw: Draw) -> Body | None:
    moved = on(body, HAIKU)
    if moved is None or role(moved, len(messages(moved)) - 1) != "user":
        return None
    return append(moved, assistant(pick(draw, ("Sure", [{"type": "text", "text": "Sure,"}]))))

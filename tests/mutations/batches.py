"""Message Batches: the list and its ids, and items that will come back errored."""

from __future__ import annotations

from dataclasses import replace

from . import content, output, ranges, roles, tool_use, tools, unknown_keys
from .originals import HAIKU, OPUS_5, SONNET_5, on
from .places import pointer, put, without
from .planted import Body, Draw, Plant, Planted, mutator
from .values import EXTRA, REQUIRED, pick, unlike, word

ENDPOINT = "POST /v1/messages/batches"
Items = list[dict[str, object]]


def items(body: Body, draw: Draw) -> Items | None:
    """Between one and four good items with the body as their params."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    params = without(moved, "stream")
    return [{"custom_id": f"item-{n}", "params": params} for n in range(pick(draw, (1, 2, 3, 4)))]


def batch(requests: object, spots: tuple[str, ...], message: str | None) -> Planted:
    return Planted({"requests": requests}, spots, message, endpoint=ENDPOINT, betas=())


@mutator(evidence=("ba-custom-id-duplicate", "dev-586"))
def custom_id_twice(body: Body, draw: Draw) -> Planted | None:
    got = items(body, draw)
    if got is None:
        return None
    name = word(draw)
    twins: Items = [{**got[0], "custom_id": name}, *got[1:], {**got[0], "custom_id": name}]
    n = len(twins) - 1
    spots = ("/requests", "/requests/0", "/requests/0/custom_id", f"/requests/{n}", f"/requests/{n}/custom_id")
    says = f"requests: custom_id's must be unique within a batch. Duplicate custom_id found: {name}"
    return batch(twins, spots, says)


def custom_id(name: str, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"custom_id_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        got = items(body, draw)
        if got is None:
            return None
        n = pick(draw, range(len(got)))
        spot = f"/requests/{n}/custom_id"
        if name == "missing":
            got[n] = without(got[n], "custom_id")
            return batch(got, (spot, f"/requests/{n}"), f"requests.{n}.custom_id: {REQUIRED}")
        if name == "long":
            got[n] = {**got[n], "custom_id": "a" * pick(draw, (65, 100))}
            return batch(got, (spot,), f"requests.{n}.custom_id: String should have at most 64 characters")
        if name == "null":
            got[n] = {**got[n], "custom_id": pick(draw, (None, 7, True))}
            return batch(got, (spot,), f"requests.{n}.custom_id: Input should be a valid string")
        got[n] = {**got[n], "custom_id": unlike(draw, " .:/é", around="bad_id")}
        return batch(got, (spot,), f"requests.{n}.custom_id: String should match pattern '^[a-zA-Z0-9_-]{{1,64}}$'")


custom_id("missing", ("rules-beyond:batch-custom-id",))
custom_id("long", ("ba-custom-id-long", "dev-240"))
custom_id("null", ("rules-beyond:batch-custom-id", "s5-model-int"))
custom_id("charset", ("ba-custom-id-charset", "rules-beyond:batch-custom-id"))


@mutator(evidence=("ba-requests-empty", "dev-587"))
def no_requests(body: Body, draw: Draw) -> Planted | None:
    return batch([], ("/requests",), "requests: List should have at least 1 item after validation, not 0")


@mutator(evidence=("s5-messages-absent", "openapi:CreateMessageBatchParams"))
def requests_missing(body: Body, draw: Draw) -> Planted | None:
    return Planted({}, ("", "/requests"), f"requests: {REQUIRED}", endpoint=ENDPOINT, betas=())


@mutator(evidence=("s5-unknown-key", "openapi:CreateMessageBatchParams"))
def unknown_key(body: Body, draw: Draw) -> Planted | None:
    got = items(body, draw)
    if got is None:
        return None
    key = word(draw)
    return replace(batch(got, (f"/{key}",), f"{key}: {EXTRA}"), body={"requests": got, key: 1})


@mutator(evidence=("batch-deferred", "openapi:BetaMessageBatchIndividualRequestParams"))
def params_missing(body: Body, draw: Draw) -> Planted | None:
    got = items(body, draw)
    if got is None:
        return None
    n = pick(draw, range(len(got)))
    got[n] = without(got[n], "params")
    return batch(got, (f"/requests/{n}", f"/requests/{n}/params"), None)


def item(name: str, evidence: tuple[str, ...], plant: Plant) -> None:
    """Another mutator's fault inside one item: the errored row prints path and message as a request's own."""

    @mutator(evidence=("batch-deferred", *evidence), name=f"item_{name}")
    def planted(body: Body, draw: Draw) -> Planted | None:
        got = items(body, draw)
        fault = plant(without(got[0]["params"]), draw) if got else None  # type: ignore[arg-type]  # a body, see items
        if got is None or fault is None:
            return None
        n = pick(draw, range(len(got)))
        got[n] = {**got[n], "params": fault.body}
        spots = tuple(pointer(("requests", n, "params")) + spot for spot in fault.pointers)
        return Planted({"requests": got}, spots, fault.message, fault.parts, endpoint=ENDPOINT, betas=())


def setting(name: str, value: object, message: str | None, *, model: str | None = None) -> Plant:
    def plant(body: Body, draw: Draw) -> Planted:
        changed = put(body, (name,), value)
        if model is not None:
            changed = put(put(changed, ("model",), model), ("max_tokens",), 4096)
        return Planted(changed, (f"/{name}", f"/{name}/type"), message)

    return plant


ENABLED = (
    '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" '
    "to control thinking behavior."
)
item("stream", ("ba-item-stream-true", "rules-beyond:batch-no-stream"), setting("stream", True, None))
item("max_tokens_0", ("ba-item-max-tokens-0",), setting("max_tokens", 0, "max_tokens: must be greater than or equal to 1"))
item(
    "thinking_enabled",
    ("ba-item-thinking-enabled-opus-5", "fb-thinking-enabled"),
    setting("thinking", {"type": "enabled", "budget_tokens": 1024}, ENABLED, model=OPUS_5),
)
item(
    "temperature_on_new_model",
    ("ht-temperature-sonnet-5-batch", "sp-temperature-0-sonnet-5"),
    setting("temperature", 0.0, "`temperature` is deprecated for this model.", model=SONNET_5),
)
item(
    "messages_missing",
    ("ba-item-messages-missing",),
    lambda body, _: Planted(without(body, "messages"), ("", "/messages"), f"messages: {REQUIRED}"),
)
item("max_tokens_huge", ("ba-item-max-tokens-huge",), output.max_tokens_over_limit)
item("no_messages", ("ba-item-messages-empty",), ranges.no_messages)
item("unknown_tool", ("ba-item-tool-choice-undeclared",), tools.choice_of_unknown_tool)
item("role", ("s5-item-role-unknown",), roles.unknown)
item("content_missing", ("s5-item-content-missing",), content.missing)
item("unknown_key", ("s5-unknown-key",), unknown_keys.top_level)
item("result_dropped", ("dev-136",), tool_use.result_dropped)

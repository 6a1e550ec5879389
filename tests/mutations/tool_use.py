"""Tool calls and their results: order, pairing, ids, and what may stand in a result."""

from __future__ import annotations

from itertools import pairwise

from .content import PIXEL
from .places import Place, blocks, contents, drop, insert, last, messages, pointer, put, role, tools
from .planted import Body, Draw, Planted, mutator
from .values import REQUIRED, pick, some, unlike, word

ID = "String should match pattern '^[a-zA-Z0-9_-]+$'"
UNANSWERED = "`tool_use` ids were found without `tool_result` blocks immediately after"
EACH_USE = "Each `tool_use` block must have a corresponding `tool_result` block in the next message."
EACH_RESULT = "Each `tool_result` block must have a corresponding `tool_use` block in the previous message."


def rounds(body: Body) -> list[tuple[Place, Place, list[Place], list[Place]]]:
    """(assistant turn, user turn, its calls, their results) of each answered round whose turns are one message each."""
    found = []
    every = messages(body)
    for i, (asks, answers) in enumerate(pairwise(every)):
        calls = [block for block in contents(asks) if block.tag == "tool_use"]
        results = [block for block in contents(answers) if block.tag == "tool_result"]
        lone = role(body, i - 1) != "assistant" and role(body, i + 2) != "user"
        if calls and results and lone and asks.get("role") == "assistant" and answers.get("role") == "user":
            found.append((asks, answers, calls, results))
    return found


def required(kind: str, name: str, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"{kind}_without_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, blocks(body, kind))
        if place is None:
            return None
        return Planted(drop(body, place.key(name)), place.missing(name), f"{place.tagged}.{name}: {REQUIRED}")


required("tool_use", "id", ("dev-111",))
required("tool_use", "name", ("dev-111", "rules-messages:tool-use-fields"))
required("tool_use", "input", ("dev-116",))
required("tool_result", "tool_use_id", ("h45-tool-result-no-id", "dev-487"))


@mutator(evidence=("dev-112", "dev-213"))
def id_pattern(body: Body, draw: Draw) -> Planted | None:
    """The call and its result are renamed alike, so that they still belong together."""
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    call = pick(draw, turn[2])
    name = pick(draw, ("functions.get:0", "call 1", "", unlike(draw, " .:/|#é", around="toolu_1")))
    changed = put(body, call.key("id"), name)
    for result in turn[3]:
        if result.get("tool_use_id") == call.get("id"):
            changed = put(changed, result.key("tool_use_id"), name)
    return Planted(changed, call.at("id"), f"{call.tagged}.id: {ID}")


@mutator(evidence=("openapi:RequestToolUseBlock", "s5-tool-name-empty"))
def empty_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_use"))
    if place is None:
        return None
    says = f"{place.tagged}.name: String should have at least 1 character"
    return Planted(put(body, place.key("name"), ""), place.at("name"), says)


def unanswered(body: Body, asks: Place, answers: Place, calls: list[Place]) -> Planted:
    """The finding for calls without results: at the call, at its turn, or at the turn that should hold the result, as the message says."""
    ids = ", ".join(str(call.get("id")) for call in calls)
    spots = (*(call.pointer for call in calls), *(p for call in calls for p in call.at("id")), asks.pointer, answers.pointer)
    return Planted(body, spots, f"{answers.path}: {UNANSWERED}: {ids}. {EACH_USE}")


@mutator(evidence=("dev-136", "rules-messages:tool-result-required", "h45-tool-result-not-adjacent"))
def result_dropped(body: Body, draw: Draw) -> Planted | None:
    """One result, of several or with a text in its place, is left out."""
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    asks, answers, calls, _ = turn
    call = pick(draw, calls)
    kept = [b.value for b in contents(answers) if b.tag != "tool_result" or b.get("tool_use_id") != call.get("id")]
    changed = put(body, answers.key("content"), kept or [{"type": "text", "text": "Never mind."}])
    return unanswered(changed, asks, answers, [call])


@mutator(evidence=("dev-136", "rules-messages:tool-result-required"))
def answered_by_text(body: Body, draw: Draw) -> Planted | None:
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    asks, answers, calls, _ = turn
    text = pick(draw, ("And tomorrow?", word(draw)))
    changed = put(body, answers.key("content"), pick(draw, (text, [{"type": "text", "text": text}])))
    return unanswered(changed, asks, answers, calls)


@mutator(evidence=("rules-messages:tool-result-first", "df-text-between-results-opus-5"))
def text_before_result(body: Body, draw: Draw) -> Planted | None:
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    asks, answers, calls, _ = turn
    changed = insert(body, (*answers.key("content"), 0), {"type": "text", "text": "Here is what it gave:"})
    planted = unanswered(changed, asks, answers, calls)
    return Planted(changed, (*planted.pointers, f"{answers.pointer}/content/0", f"{answers.pointer}/content/1"), parts=(UNANSWERED,))


@mutator(evidence=("df-text-between-results-haiku-4-5", "df-text-between-results-opus-5", "tool-results-first"))
def text_between_results(body: Body, draw: Draw) -> Planted | None:
    turn = some(draw, [turn for turn in rounds(body) if len(turn[3]) > 1])
    if turn is None:
        return None
    asks, answers, calls, results = turn
    at = int(results[1].keys[-1])
    changed = insert(body, (*answers.key("content"), at), {"type": "text", "text": "and"})
    planted = unanswered(changed, asks, answers, calls)
    spots = tuple(f"{answers.pointer}/content/{n}" for n in range(at, len(contents(answers)) + 1))
    return Planted(changed, (*planted.pointers, *spots), parts=(UNANSWERED,))


@mutator(evidence=("dev-743", "rules-messages:tool-result-orphan"))
def orphan_result(body: Body, draw: Draw) -> Planted | None:
    """A result that no call asked for stands beside the good ones."""
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    answers, results = turn[1], turn[3]
    lost = "toolu_" + word(draw)
    at = int(results[-1].keys[-1]) + 1
    changed = insert(body, (*answers.key("content"), at), {"type": "tool_result", "tool_use_id": lost, "content": "ok"})
    spot = f"{answers.pointer}/content/{at}"
    says = f"{answers.path}.content.{at}: unexpected `tool_use_id` found in `tool_result` blocks: {lost}. {EACH_RESULT}"
    return Planted(changed, (spot, f"{spot}/tool_use_id"), says)


@mutator(evidence=("dev-743", "xl-tool-result-absent-call", "rules-messages:tool-result-orphan"))
def result_without_call(body: Body, draw: Draw) -> Planted | None:
    """The last user turn brings a result though nothing was called."""
    n = last(body)
    if blocks(body, "tool_use", "server_tool_use", "mcp_tool_use") or role(body, n) != "user" or not tools(body):
        return None
    lost = "toolu_" + word(draw)
    changed = put(body, ("messages", n, "content"), [{"type": "tool_result", "tool_use_id": lost, "content": "ok"}])
    spot = f"/messages/{n}/content/0"
    says = f"messages.{n}.content.0: unexpected `tool_use_id` found in `tool_result` blocks: {lost}. {EACH_RESULT}"
    return Planted(changed, (spot, f"{spot}/tool_use_id"), says)


@mutator(evidence=("dev-089",))
def result_twice(body: Body, draw: Draw) -> Planted | None:
    turn = some(draw, [turn for turn in rounds(body) if len(turn[3]) == 1 and turn[3][0].keys[-1] == 0])
    if turn is None:
        return None
    answers, result = turn[1], turn[3][0]
    changed = insert(body, (*answers.key("content"), 1), result.value)
    name = result.get("tool_use_id")
    says = f"{answers.path}.content.1: each tool_use must have a single result. Found multiple `tool_result` blocks with id: {name}"
    spots = (f"{answers.pointer}/content/0", f"{answers.pointer}/content/1", f"{answers.pointer}/content/1/tool_use_id")
    return Planted(changed, spots, says)


@mutator(evidence=("dev-114", "rules-messages:tool-use-fields"))
def call_twice(body: Body, draw: Draw) -> Planted | None:
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    asks, call = turn[0], turn[2][-1]
    at = int(call.keys[-1]) + 1
    changed = insert(body, (*asks.key("content"), at), call.value)
    spot = f"{asks.pointer}/content/{at}"
    says = f"{asks.path}.content.{at}: `tool_use` ids must be unique"
    return Planted(changed, (spot, f"{spot}/id", call.pointer, *call.at("id")), says)


@mutator(evidence=("dev-504",))
def call_in_user_turn(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [m for m in messages(body, "user") if not any(b.tag == "tool_result" for b in contents(m))])
    if place is None or not isinstance(place.get("content"), list):
        return None
    at = len(contents(place))
    call = {"type": "tool_use", "id": "toolu_" + word(draw), "name": "lookup", "input": {}}
    changed = insert(body, (*place.key("content"), at), call)
    spot = f"{place.pointer}/content/{at}"
    says = f"{place.path}: `tool_use` blocks can only be in `assistant` messages"
    return Planted(changed, (spot, f"{spot}/type", place.pointer), says)


@mutator(evidence=("h45-tool-result-on-assistant", "dev-503"))
def result_in_assistant_turn(body: Body, draw: Draw) -> Planted | None:
    """The turn that answers is sent under the wrong role; a picture in it would be a second fault."""
    turn = some(draw, [turn for turn in rounds(body) if turn[1].keys[-1] == last(body)])
    if turn is None or any(one.pointer.startswith(turn[1].pointer + "/") for kind in ("image", "document") for one in blocks(body, kind)):
        return None
    answers, results = turn[1], turn[3]
    changed = put(body, answers.key("role"), "assistant")
    says = f"{answers.path}: `tool_result` blocks can only be in `user` messages"
    return Planted(changed, (*(r.pointer for r in results), answers.pointer, *answers.at("role")), says)


@mutator(evidence=("dev-108",))
def empty_error_result(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    changed = put(put(body, place.key("is_error"), True), place.key("content"), pick(draw, ("", [])))
    says = f"{place.tagged}: content cannot be empty if `is_error` is true"
    return Planted(changed, (place.pointer, *place.at("content", "is_error")), says)


@mutator(evidence=("dev-008",))
def image_in_error_result(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    lead = [{"type": "text", "text": "It failed:"}][: pick(draw, (0, 1))]
    changed = put(put(body, place.key("is_error"), True), place.key("content"), [*lead, image])
    spot = pointer((*place.key("content"), len(lead)))
    return Planted(changed, (place.pointer, *place.at("content", "is_error"), spot, f"{spot}/type"), parts=("all content must be type",))


@mutator(evidence=("df-reference-unknown-haiku-4-5", "df-reference-unknown-opus-5", "dev-315"))
def unknown_tool_reference(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    name = word(draw)
    changed = put(body, place.key("content"), [{"type": "tool_reference", "tool_name": name}])
    spot = pointer((*place.key("content"), 0))
    says = f"Tool reference '{name}' not found in available tools"
    return Planted(changed, (spot, f"{spot}/tool_name"), says)


@mutator(evidence=("df-reference-mixed-with-text-haiku-4-5", "df-reference-mixed-with-text-opus-5"))
def tool_reference_beside_text(body: Body, draw: Draw) -> Planted | None:
    place, tool = some(draw, blocks(body, "tool_result")), some(draw, tools(body))
    if place is None or tool is None:
        return None
    mixed = [{"type": "text", "text": "found"}, {"type": "tool_reference", "tool_name": tool.get("name")}]
    changed = put(body, place.key("content"), mixed if pick(draw, (True, False)) else mixed[::-1])
    inner = tuple(pointer((*place.key("content"), n)) for n in (0, 1))
    parts = ("Tool definitions/code execution functions cannot be mixed with other content",)
    return Planted(changed, (place.pointer, *place.at("content"), *inner), parts=parts)


@mutator(evidence=("dev-486",))
def tool_reference_without_name(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_result"))
    if place is None:
        return None
    changed = put(body, place.key("content"), [{"type": "tool_reference"}])
    spot = pointer((*place.key("content"), 0))
    says = f"{place.tagged}.content.0.tool_reference.tool_name: {REQUIRED}"
    return Planted(changed, (spot, f"{spot}/tool_name"), says)


@mutator(evidence=("fb-caller-unknown-source", "dev-593", "caller-optional"))
def caller_of_unknown_block(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_use"))
    if place is None:
        return None
    origin = "srvtoolu_" + word(draw)
    kind = pick(draw, ("code_execution_20250825", "code_execution_20260120"))
    changed = put(body, place.key("caller"), {"type": kind, "tool_id": origin})
    says = f"source tool `{origin}` not found for tool use block `{place.get('id')}`"
    spots = (place.pointer, *place.at("caller"), pointer((*place.key("caller"), "tool_id")))
    return Planted(changed, spots, says)


@mutator(evidence=("dev-489", "caller-optional"))
def caller_of_unknown_kind(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, blocks(body, "tool_use"))
    if place is None:
        return None
    kind = word(draw)
    changed = put(body, place.key("caller"), {"type": kind})
    parts = (f"{place.tagged}.caller: Input tag '{kind}' found using 'type' does not match any of the expected tags: ",)
    return Planted(changed, (*place.at("caller"), pointer((*place.key("caller"), "type"))), parts=parts)


@mutator(evidence=("public:56710618345", "dev-136"))
def text_behind_call(body: Body, draw: Draw) -> Planted | None:
    """All results stand where they belong; the sentence is the one for a missing result, at the message of the calls."""
    turn = some(draw, rounds(body))
    if turn is None:
        return None
    asks, _, calls, _ = turn
    call = pick(draw, calls)
    at = int(call.keys[-1]) + 1
    changed = insert(body, (*asks.key("content"), at), {"type": "text", "text": pick(draw, ("Done.", word(draw)))})
    before = ", ".join(str(one.get("id")) for one in calls if int(one.keys[-1]) < at)
    return Planted(changed, (f"{asks.pointer}/content/{at}", asks.pointer), f"{asks.path}: {UNANSWERED}: {before}. {EACH_USE}")


@mutator(evidence=("dev-132", "rules-messages:server-tool-unresolved", "rules-beyond:server-tool-unresolved"))
def server_result_dropped(body: Body, draw: Draw) -> Planted | None:
    """A search or a fetch whose result is cut out of a finished assistant turn."""
    pairs = [
        (call, result)
        for result in blocks(body, "web_search_tool_result", "web_fetch_tool_result", role="assistant")
        for call in blocks(body, "server_tool_use", role="assistant")
        if call.get("id") == result.get("tool_use_id") and int(call.keys[1]) < last(body)
    ]
    pair = some(draw, pairs)
    if pair is None:
        return None
    call, result = pair
    says = (
        f"messages.{call.keys[1]}: `{call.get('name')}` tool use with id `{call.get('id')}` was found without a corresponding "
        f"`{result.tag}` block"
    )
    return Planted(drop(body, result.keys), (call.pointer, *call.at("id"), f"/messages/{call.keys[1]}"), says)


@mutator(evidence=("dev-241", "rules-beyond:web-search-encrypted-content"))
def search_result_without_content(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [hit for block in blocks(body, "web_search_tool_result") for hit in contents(block)])
    if place is None or "encrypted_content" not in place.members:
        return None
    parts = (f"encrypted_content: {REQUIRED}",)
    return Planted(drop(body, place.key("encrypted_content")), place.missing("encrypted_content"), parts=parts)

"""Tools that the service runs: their fixed names, their options, and the places of their calls and results."""

from __future__ import annotations

from .originals import HAIKU, on
from .places import append, insert, last, tools
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, pick, word

WEB = {"web_search_20250305": "web_search", "web_fetch_20250910": "web_fetch"}
NAMES = {
    "bash_20250124": "bash",
    "text_editor_20250728": "str_replace_based_edit_tool",
    "memory_20250818": "memory",
    "code_execution_20250825": "code_execution",
    "web_search_20250305": "web_search",
    "tool_search_tool_regex_20251119": "tool_search_tool_regex",
}


def declared(body: Body, draw: Draw, tool: dict[str, object]) -> tuple[Body, int] | None:
    """A plain body for Haiku 4.5 with this tool somewhere among its own, and the index there."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    given = [place.value for place in tools(moved)]
    at = pick(draw, range(len(given) + 1))
    return {**moved, "tools": [*given[:at], tool, *given[at:]]}, at


def option(name: str, says: str | None, evidence: tuple[str, ...], *, kinds: tuple[str, ...], values: tuple[object, ...]) -> None:
    """A web tool with one member that it does not take so; `says` follows the path of the tool."""

    @mutator(evidence=evidence, name=name)
    def plant(body: Body, draw: Draw) -> Planted | None:
        kind = pick(draw, kinds)
        member, _, _ = name.partition("_as_")
        given = declared(body, draw, {"type": kind, "name": WEB[kind], member: pick(draw, values)})
        if given is None:
            return None
        changed, at = given
        place = f"/tools/{at}/{member}"
        parts = (f"tools.{at}.{kind}.{member}: {says}",) if says is not None else ()
        return Planted(changed, (place, f"{place}/type", f"{place}/city", f"{place}/country"), parts=parts)


EMPTY = "Empty list of domains is ambiguous. Provide at least one domain or null."
BOTH = tuple(WEB)
SEARCH = ("web_search_20250305",)
option("allowed_domains_as_empty", EMPTY, ("rules-beyond:web-domains-empty-list",), kinds=BOTH, values=([],))
option("blocked_domains_as_empty", EMPTY, ("rules-beyond:web-domains-empty-list",), kinds=BOTH, values=([],))
option("allowed_domains_as_text", "Input should be a valid array", ("openapi:WebSearchTool_20250305",), kinds=BOTH, values=("a.com", 7))
option("max_uses_as_text", "Input should be a valid integer", ("openapi:WebSearchTool_20250305",), kinds=BOTH, values=("5", [], {}))
option("description", EXTRA, ("rules-messages:unknown-fields",), kinds=BOTH, values=("Searches.", None))
option("eager_input_streaming", EXTRA, ("rules-beyond:eager-streaming-user-tools-only",), kinds=BOTH, values=(True, False))
option("user_location_as_text", "Input should be an object", ("openapi:WebSearchTool_20250305",), kinds=SEARCH, values=("Paris", []))
option("user_location_as_untyped", None, ("rules-beyond:web-search-user-location",), kinds=SEARCH, values=({"city": "Paris"},))


@mutator(evidence=("rules-beyond:web-search-versions", "rules-beyond:text-editor-names", "rules-beyond:memory-tool"))
def another_name(body: Body, draw: Draw) -> Planted | None:
    kind = pick(draw, tuple(NAMES))
    given = declared(body, draw, {"type": kind, "name": pick(draw, ("search", "shell", "str_replace_editor", word(draw)))})
    if given is None:
        return None
    changed, at = given
    return Planted(changed, (f"/tools/{at}/name",), parts=(f"tools.{at}.{kind}.name: Input should be '{NAMES[kind]}'",))


@mutator(evidence=("dev-241", "rules-messages:server-result-orphan"))
def result_without_call(body: Body, draw: Draw) -> Planted | None:
    given = declared(body, draw, {"type": "web_search_20250305", "name": "web_search"})
    if given is None:
        return None
    result = {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_zz", "content": []}
    turn = {"role": "assistant", "content": [{"type": "text", "text": "Found."}, result, {"type": "text", "text": "Done."}]}
    n = last(given[0]) + 1
    changed = append(given[0], turn, {"role": "user", "content": "Thanks."})
    spot = f"/messages/{n}/content/1"
    return Planted(changed, (spot, f"{spot}/tool_use_id"), parts=("unexpected `tool_use_id` found in `web_search_tool_result` blocks",))


@mutator(evidence=("rules-messages:server-tool-unresolved", "dev-132"))
def call_without_result(body: Body, draw: Draw) -> Planted | None:
    """A paused turn is gone on from by text, not by itself."""
    given = declared(body, draw, {"type": "web_search_20250305", "name": "web_search"})
    if given is None:
        return None
    call = {"type": "server_tool_use", "id": "srvtoolu_zz", "name": "web_search", "input": {"query": word(draw)}}
    turns = ({"role": "user", "content": "Search."}, {"role": "assistant", "content": [call]})
    changed = given[0]
    for turn in reversed(turns):
        changed = insert(changed, ("messages", 0), turn)
    says = "messages.1: `web_search` tool use with id `srvtoolu_zz` was found without a corresponding `web_search_tool_result` block"
    return Planted(changed, ("/messages/1/content/0", "/messages/1/content/0/id", "/messages/1"), says)

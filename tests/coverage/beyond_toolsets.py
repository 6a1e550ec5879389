"""The computer and browser toolsets: their entries, their results, the state of a browser."""

from typing import Any

from tests.coverage.requests import Case, Json, assistant, bad, call, good, image, result, tool, user

BROWSER = {"type": "browser_toolset_20260801"}
COMPUTER = {"type": "computer_toolset_20260801"}
COMPUTER_OLD = {"type": "computer_20251124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}
REGEX = {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"}
HAIKU = "claude-haiku-4-5"
OPUS = "claude-opus-5-5"
TAB = {"tab_id": "1", "title": "t", "url": "https://example.com", "active": True}
STATE = "/messages/2/content/0/content/0"


def members_result(*content: object, name: str = "screenshot", toolset: str | None = "computer", **members: Any) -> list[Json]:
    """A toolset member's call and result."""
    named: dict[str, Any] = {} if toolset is None else {"toolset_name": toolset}
    used = {"toolset_name": "browser" if name.startswith(("n", "t")) and name != "type" else "computer"}
    return [user("Go"), assistant(call(name=name, **used)), user(result(content=list(content), **named, **members))]


def browser_state(tabs: list[object], **members: object) -> list[Json]:
    """A browser member's result with this state."""
    state = {"type": "browser_state", "tabs": tabs, **members}
    return [user("Go"), assistant(call(name="navigate", toolset_name="browser")), user(result(content=[state], toolset_name="browser"))]


TOOLSET_CASES: list[Case] = [
    bad("computer-versions", ("/tools/0/type", "/tools/0"), tools=[COMPUTER_OLD]),
    bad(
        "computer-versions",
        ("/tools/0/type", "/tools/0"),
        tools=[{**COMPUTER_OLD, "type": "computer_20250124"}],
        betas=("computer-use-2025-11-24",),
    ),
    bad("computer-toolset-fields", ("/tools/0/name", "/tools/0"), tools=[{**COMPUTER, "name": "computer"}]),
    bad("computer-toolset-fields", ("/tools/0/display_width_px", "/tools/0"), tools=[{**COMPUTER, "display_width_px": 1024}]),
    bad("computer-toolset-conflict", ("/tools/1", "/tools/1/name", "/tools/0"), tools=[COMPUTER, tool("computer")]),
    bad("computer-toolset-conflict", ("/tools/1", "/tools/1/type"), tools=[COMPUTER, COMPUTER]),
    bad("toolset-configs", ("/tools/0/configs/fly", "/tools/0/configs"), tools=[{**COMPUTER, "configs": {"fly": {"enabled": False}}}]),
    bad("toolset-configs", ("/tools/0/configs/zoom/x", "/tools/0/configs/zoom"), tools=[{**COMPUTER, "configs": {"zoom": {"x": 1}}}]),
    bad("toolset-configs", ("/tools/0/defer_loading",), tools=[{**COMPUTER, "defer_loading": True}, tool()]),
    bad(
        "toolset-configs",
        ("/tools/0/configs", "/tools/0/configs/zoom/defer_loading", "/tools/0/configs/zoom", "/tools/0"),
        tools=[{**COMPUTER, "configs": {"zoom": {"defer_loading": True}}}, tool(), REGEX],
    ),
    bad(
        "toolset-tool-choice",
        ("/tool_choice/name", "/tool_choice"),
        tools=[COMPUTER],
        tool_choice={"type": "tool", "name": "computer"},
        model=HAIKU,
    ),
    bad(
        "toolset-tool-choice",
        ("/tool_choice/name", "/tool_choice"),
        tools=[COMPUTER],
        tool_choice={"type": "tool", "name": "screenshot"},
        model=HAIKU,
    ),
    bad(
        "toolset-legacy-streaming-beta",
        ("header anthropic-beta", "/tools/0"),
        tools=[COMPUTER],
        betas=("fine-grained-tool-streaming-2025-05-14",),
    ),
    bad(
        "toolset-result-toolset-name",
        ("/messages/2/content/0", "/messages/2/content/0/toolset_name"),
        messages=members_result(image(), toolset=None),
        tools=[COMPUTER],
    ),
    bad(
        "toolset-result-toolset-name",
        ("/messages/2/content/0", "/messages/2/content/0/toolset_name"),
        messages=members_result(image(), toolset="browser"),
        tools=[COMPUTER],
    ),
    bad(
        "toolset-result-toolset-name",
        ("/messages/2/content/0", "/messages/2/content/0/toolset_name"),
        messages=[user("Go"), assistant(call()), user(result(toolset_name="computer"))],
        tools=[tool(), COMPUTER],
    ),
    bad(
        "toolset-result-content",
        (STATE, f"{STATE}/type"),
        tools=[COMPUTER],
        messages=members_result({"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}),
    ),
    bad(
        "toolset-all-answered",
        ("/messages/1/content/1", "/messages/1/content/1/id"),
        messages=[
            user("Go"),
            assistant(call(name="screenshot", toolset_name="computer"), call("toolu_2", name="screenshot", toolset_name="computer")),
            user(result(content=[image()], toolset_name="computer")),
        ],
        tools=[COMPUTER],
    ),
    bad(
        "browser-versions",
        ("/tools/0/name", "/tools/0"),
        "tools.0.browser_toolset_20260801: name is not accepted on a toolset entry: the member names are fixed by the dated type, and the "
        "served tool keeps the family's bare name",
        tools=[{**BROWSER, "name": "browser"}],
        model=OPUS,
    ),
    bad(
        "browser-state-placement",
        (STATE, f"{STATE}/type"),
        tools=[tool()],
        messages=[user("Go"), assistant(call()), user(result(content=[{"type": "browser_state", "tabs": [TAB]}]))],
    ),
    bad(
        "browser-state-placement",
        ("/messages/2/content/0/content/1", STATE),
        tools=[BROWSER],
        messages=[
            user("Go"),
            assistant(call(name="navigate", toolset_name="browser")),
            user(result(content=[{"type": "browser_state", "tabs": [TAB]}] * 2, toolset_name="browser")),
        ],
    ),
    bad(
        "browser-state-tabs",
        (f"{STATE}/tabs", f"{STATE}/tabs/1", f"{STATE}/tabs/1/tab_id"),
        tools=[BROWSER],
        messages=browser_state([TAB, {**TAB, "active": False}]),
    ),
    bad(
        "browser-state-tabs",
        (f"{STATE}/tabs", f"{STATE}/tabs/0/active"),
        tools=[BROWSER],
        messages=browser_state([{**TAB, "active": False}]),
    ),
    bad(
        "browser-state-tabs",
        (f"{STATE}/tabs", f"{STATE}/tabs/100"),
        tools=[BROWSER],
        messages=browser_state([{**TAB, "tab_id": str(n), "active": n == 0} for n in range(101)]),
    ),
    bad("browser-state-tabs", f"{STATE}/tabs/0/tab_id", tools=[BROWSER], messages=browser_state([{**TAB, "tab_id": ""}])),
    bad("browser-state-tabs", f"{STATE}/tabs/0/title", tools=[BROWSER], messages=browser_state([{**TAB, "title": "t" * 4097}])),
    bad("browser-state-changes", f"{STATE}/state_changes", tools=[BROWSER], messages=browser_state([TAB], state_changes=[])),
    bad(
        "browser-state-changes",
        (f"{STATE}/state_changes/0", f"{STATE}/state_changes/0/tab_id"),
        tools=[BROWSER],
        messages=browser_state([TAB], state_changes=[{"type": "tab_opened", "tab_id": "9"}]),
    ),
    bad(
        "browser-new-tab-result",
        STATE,
        tools=[BROWSER],
        messages=[
            user("Go"),
            assistant(call(name="new_tab", toolset_name="browser")),
            user(result(content=[{"type": "browser_state", "tabs": [TAB]}], toolset_name="browser")),
        ],
    ),
    good(
        "browser-new-tab-result",
        tools=[BROWSER],
        messages=[
            user("Go"),
            assistant(call(name="new_tab", toolset_name="browser")),
            user(
                result(
                    content=[{"type": "browser_state", "tabs": [TAB], "state_changes": [{"type": "tab_opened", "tab_id": "1"}]}],
                    toolset_name="browser",
                )
            ),
        ],
    ),
]

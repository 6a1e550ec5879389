"""The state of the browser that a result reports contradicts itself, or is too large.

## What happens
A `browser_state` has two tabs of one id, not exactly one active tab, an empty or overlong text, too many entries, or an opened tab that is
not among its tabs.

## Why the API refuses it
The model works with this list of tabs, so it has to be whole and unambiguous: at most 100 tabs and 200 changes, texts of at most 4,096
characters without line breaks or control characters. Usual ways there: `state_changes` sent as an empty list in place of being left out,
a page's title passed on unchecked.

## Example
```json
{"tools": [{"type": "browser_toolset_20260801"}],
 "messages": [
  {"role": "user", "content": "Open the page."},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "navigate", "input": {}, "toolset_name": "browser"}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "toolset_name": "browser", "content": [
    {"type": "browser_state", "tabs": [{"tab_id": "1", "title": "A", "url": "https://example.com", "active": false}]}]}]}]}
```

## Use instead
```json
{"tools": [{"type": "browser_toolset_20260801"}],
 "messages": [
  {"role": "user", "content": "Open the page."},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "navigate", "input": {}, "toolset_name": "browser"}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "toolset_name": "browser", "content": [
    {"type": "browser_state", "tabs": [{"tab_id": "1", "title": "A", "url": "https://example.com", "active": true}]}]}]}]}
```

## Fix
None: your browser's own state has to be read again.
"""

import re

from why400.contract.views.blocks import BrowserStateBlock, BrowserStateChangeTabOpened, ToolResultBlock, ToolUseBlock
from why400.rules import Conversation, Hit, Hits, rule

_TABS, _CHANGES, _CHARACTERS = 100, 200, 4_096
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="nested:browser_state",
    order=59,
    source="rules-beyond browser-state-placement browser-state-tabs browser-state-changes browser-new-tab-result",
    cause="the browser's state {fault}",
    mend="report each tab once, one of them active, and only changes that happened",
)
def browser_state_invalid(talk: Conversation) -> Hits:
    names = {call.id: call.name for call in talk.blocks(ToolUseBlock)}
    for result in talk.blocks(ToolResultBlock):
        parts = result.content if isinstance(result.content, list) else []
        for state in parts:
            if isinstance(state, BrowserStateBlock):
                if result.toolset_name is None:
                    yield Hit(state, fault="stands in a result that is not the browser toolset's")
                yield from _tabs(state)
                yield from _changes(state)
                if names.get(result.tool_use_id) == "new_tab" and result.toolset_name == "browser":
                    yield from _new_tab(state)


def _new_tab(state: BrowserStateBlock) -> Hits:
    opened = [change.tab_id for change in state.state_changes or [] if isinstance(change, BrowserStateChangeTabOpened)]
    active = [tab.tab_id for tab in state.tabs or [] if tab.active is True]
    if len(opened) != 1 or opened != active:
        yield Hit(state, fault="does not tell of one opened tab that is active, as the result of new_tab has to")


def _tabs(state: BrowserStateBlock) -> Hits:
    tabs = state.tabs or []
    if len(tabs) > _TABS:
        yield Hit((state, "tabs"), fault=f"has {len(tabs)} tabs; {_TABS} are the most")
        return
    seen: set[str] = set()
    for tab in tabs:
        for name in ("tab_id", "title", "url"):
            value = getattr(tab, name, None)
            if isinstance(value, str) and (len(value) > _CHARACTERS or _CONTROL.search(value) or (name == "tab_id" and not value)):
                fault = "an empty" if not value else "an overlong" if len(value) > _CHARACTERS else "control characters in a"
                yield Hit((tab, name), fault=f"has {fault} {name}")
        if isinstance(tab.tab_id, str):
            if tab.tab_id in seen:
                yield Hit((tab, "tab_id"), fault=f"has two tabs with the id {tab.tab_id[:40]}")
            seen.add(tab.tab_id)
    active = sum(1 for tab in tabs if tab.active is True)
    if tabs and active != 1:
        yield Hit((state, "tabs"), fault=f"has {active or 'no'} active tabs in place of one")


def _changes(state: BrowserStateBlock) -> Hits:
    changes = state.state_changes
    if changes is None:
        return
    if not changes or len(changes) > _CHANGES:
        fault = f"has {len(changes)} changes; {_CHANGES} are the most" if changes else "has an empty list of changes, to be left out"
        yield Hit((state, "state_changes"), fault=fault)
        return
    ids = {tab.tab_id for tab in state.tabs or []}
    downloads: set[object] = set()
    for change in changes:
        if isinstance(change, BrowserStateChangeTabOpened):
            if isinstance(change.tab_id, str) and change.tab_id not in ids:
                yield Hit((change, "tab_id"), fault="reports an opened tab that is not among its tabs")
            continue
        download = getattr(change, "download_id", None)
        if download is not None and download in downloads:
            yield Hit((change, "download_id"), fault="reports one download twice")
        downloads.add(download)
        size = getattr(change, "size_bytes", None)
        if isinstance(size, int) and size < 0:
            yield Hit((change, "size_bytes"), fault="reports a size below zero")

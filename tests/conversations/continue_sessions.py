"""Sessions as Continue keeps them, and the ways to poison one that it would really send."""

import base64
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conversations.sessions import png, signature
from tests.conversations.translated import Planted

SAMPLES = Path(__file__).parents[1] / "formats/samples"
Item = dict[str, Any]


def call(name: str, arguments: str = '{"filepath": "a.py"}', tool: str = "read_file") -> Item:
    return {"id": name, "type": "function", "function": {"name": tool, "arguments": arguments}}


def state(of: Item, output: str | None = "total 0", status: str = "done") -> Item:
    made = {"toolCallId": of["id"], "toolCall": of, "status": status, "parsedArgs": {"filepath": "a.py"}}
    return made if output is None else made | {"output": [{"name": "a.py", "description": "", "content": output}]}


def user(content: object, *context: str) -> Item:
    attached = [
        {"name": "a.py", "description": "a.py", "content": said, "id": {"providerTitle": "file", "itemId": "1"}} for said in context
    ]
    return {"message": {"role": "user", "content": content, "id": "5b1c"}, "contextItems": attached, "editorState": {"type": "doc"}}


def reply(content: object, *calls: Item, states: list[Item] | None = None) -> Item:
    own = {"role": "assistant", "content": content, "id": "7d2e"} | ({"toolCalls": list(calls)} if calls else {})
    kept = states if states is not None else [state(copy.deepcopy(one)) for one in calls]
    return {"message": own, "contextItems": []} | ({"toolCallStates": kept} if kept else {})


def thought(said: str, signed: str) -> Item:
    return {"message": {"role": "thinking", "content": said, "signature": signed}, "contextItems": []}


def picture(mime: str = "image/png", data: str | None = None) -> Item:
    return {"type": "imageUrl", "imageUrl": {"url": f"data:{mime};base64,{png() if data is None else data}"}}


def text(said: str) -> Item:
    return {"type": "text", "text": said}


def history() -> list[Item]:
    """A few turns with thinking, calls, pictures, attached files, and what the program passes over or repairs."""
    return [
        user([text("Why is the header red? Grüße 👋"), picture()], "body { color: red }", "  "),
        thought("Look first.", signature(1)),
        reply("I'll look.", call("toolu_01"), call("toolu_02", "")),
        thought("not signed", ""),
        reply("Red it is."),
        user("   "),
        user([text("And now?"), text("")]),
        reply("", call("toolu_03"), states=[state(call("toolu_03"), None, "canceled")]),
        user("Go on."),
        reply([text("Both.")], call("toolu_04", "{broken"), states=[state(call("toolu_04"), "", "errored")]),
        thought("Done.", signature(2)),
        reply("All done."),
        user("Thanks."),
    ]


def stored(items: list[Item]) -> bytes:
    value = {"sessionId": "3f12f19c-0dd8-4bab-b19a-e7cbe99991c3", "title": "Header", "workspaceDirectory": "file:///home/dev/shop"}
    return json.dumps(value | {"history": items, "mode": "agent"}, indent=2).encode()


def summarised() -> bytes:
    items = [user("\n"), reply("x", call("t"), states=[]), *history()]
    items[1]["conversationSummary"] = "They talked about the header."
    return stored(items)


SOUND: dict[str, Callable[[], bytes]] = {
    "a sample": lambda: (SAMPLES / "conversation_continue.json").read_bytes(),
    "a session": lambda: stored(history()),
    "summarised": summarised,
}


def planted(entry: int, rule: str, change: Callable[[list[Item]], object], at: str = "") -> Planted:
    items = history()
    change(items)
    return Planted(stored(items), entry, rule, at)


def states(entry: int, change: Callable[[list[Item]], object]) -> Callable[[list[Item]], object]:
    return lambda items: change(items[entry]["toolCallStates"])


def calls(entry: int, change: Callable[[list[Item]], object]) -> Callable[[list[Item]], object]:
    return lambda items: change(items[entry]["message"]["toolCalls"])


def said(entry: int, part: Item) -> Callable[[list[Item]], object]:
    return lambda items: items[entry]["message"].update(content=[text("See:"), part])


def same_id(items: list[Item]) -> None:
    items[2]["message"]["toolCalls"][1]["id"] = "toolu_01"
    items[2]["toolCallStates"][1]["toolCall"]["id"] = items[2]["toolCallStates"][1]["toolCallId"] = "toolu_01"


def foreign_id(items: list[Item]) -> None:
    items[2]["message"]["toolCalls"][0]["id"] = "functions.read_file:0"
    items[2]["toolCallStates"][0]["toolCall"]["id"] = items[2]["toolCallStates"][0]["toolCallId"] = "functions.read_file:0"


POISONS: dict[str, Callable[[], Planted]] = {
    "calls without states": lambda: planted(2, "tool-result-missing", lambda items: items[2].pop("toolCallStates"), "/message/toolCalls/0"),
    "call without its state": lambda: planted(2, "tool-result-missing", states(2, lambda rows: rows.pop()), "/message/toolCalls/1"),
    "state without its call": lambda: planted(2, "tool-result-orphaned", calls(2, lambda rows: rows.pop()), "/toolCallStates/1"),
    "states without calls": lambda: planted(7, "tool-result-orphaned", lambda items: items[7]["message"].update(content="x", toolCalls=[])),
    "call without a name": lambda: planted(
        9, "tool-result-orphaned", calls(9, lambda rows: rows[0]["function"].update(name="")), "/toolCallStates/0"
    ),
    "state twice": lambda: planted(2, "tool-result-duplicate", states(2, lambda rows: rows.append(rows[0])), "/toolCallStates/2"),
    "two calls with one id": lambda: planted(2, "tool-use-id-duplicate", same_id, "/message/toolCalls"),
    "id of another API": lambda: planted(2, "pattern-mismatch", foreign_id, "/message/toolCalls/0/id"),
    "arguments that are a list": lambda: planted(
        2, "wrong-type", calls(2, lambda rows: rows[0]["function"].update(arguments='["a.py"]')), "/message/toolCalls/0/function/arguments"
    ),
    "arguments that are nothing": lambda: planted(
        2, "wrong-type", calls(2, lambda rows: rows[0]["function"].update(arguments="null")), "/message/toolCalls/0/function/arguments"
    ),
    "picture of another type": lambda: planted(6, "image-media-type-mismatch", said(6, picture("image/webp")), "/message/content/1"),
    "picture that is none of the API's": lambda: planted(
        6, "image-format-unsupported", said(6, picture("image/svg+xml", base64.b64encode(b"<svg xmlns='x'></svg>" * 3).decode()))
    ),
    "picture with too many pixels": lambda: planted(6, "image-too-many-pixels", said(6, picture(data=png(8100, 1))), "/message/content/1"),
    "blank text": lambda: planted(6, "text-block-blank", said(6, text(" \n")), "/message/content/1"),
    "reply that ends in a thought": lambda: planted(10, "thinking-block-last", lambda items: items.pop(11), "/message"),
    "half a character in a result": lambda: planted(
        2, "lone-surrogate", states(2, lambda rows: rows[0]["output"][0].update(content="cut \ud83d")), "/toolCallStates/0/output/0"
    ),
    "half a character in a call": lambda: planted(
        2, "lone-surrogate", calls(2, lambda rows: rows[0]["function"].update(arguments='{"a": "cut \\ud83d"}')), "/message/toolCalls/0"
    ),
}

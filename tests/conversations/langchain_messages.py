"""Messages as LangChain stores them, and the ways to poison them that ChatAnthropic would really send."""

import base64
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conversations.sessions import png, signature
from tests.conversations.translated import Planted

SAMPLES = Path(__file__).parents[1] / "formats/samples"
Row = dict[str, Any]


def text(said: str, **more: object) -> Row:
    return {"type": "text", "text": said, **more}


def image(data: str | None = None, mime: str = "image/png") -> Row:
    return {"type": "image_url", "image_url": {"url": f"data:{mime};base64,{png() if data is None else data}"}}


def human(content: object) -> Row:
    return message("human", content)


def ai(content: object, *calls: Row, **more: object) -> Row:
    about = {"model_name": "claude-sonnet-5", "model_provider": "anthropic", "stop_reason": "end_turn"}
    return message("ai", content, tool_calls=list(calls), invalid_tool_calls=[], response_metadata=about, **more)


def called(name: str, **args: object) -> Row:
    return {"name": "search", "args": args or {"query": "q"}, "id": name, "type": "tool_call"}


def tool(call: str, content: object, status: str = "success") -> Row:
    return message("tool", content, name="search", tool_call_id=call, artifact=None, status=status)


def message(kind: str, content: object, **more: object) -> Row:
    members = {"content": content, "additional_kwargs": {}, "response_metadata": {}, "type": kind, "name": None, "id": None}
    return {"type": kind, "data": members | more}


def thought(seed: int) -> Row:
    return {"type": "thinking", "thinking": "Well.", "signature": signature(seed), "index": 0}


def messages() -> list[Row]:
    """A few turns with thinking, calls, pictures, and what the converter repairs."""
    use = {"type": "tool_use", "id": "toolu_01", "name": "search", "input": {}, "partial_json": '{"query": "q"}', "index": 1}
    return [
        message("system", "You are terse."),
        human("What is in the news? Grüße 👋"),
        ai([thought(1), text("I'll look.", index=1), use], called("toolu_01")),
        tool("toolu_01", "Nothing new."),
        ai("Nothing new."),
        human([text("And here?"), text(""), image()]),
        ai("", called("functions.search:0"), called("toolu_03")),
        tool("functions.search:0", [text("a"), text("")]),
        tool("toolu_03", "no match", "error"),
        ai(""),
        human("Go on."),
        ai([thought(2), text("Done.", index=1)]),
        human("Thanks."),
    ]


def listed(rows: list[Row]) -> bytes:
    """As FileChatMessageHistory writes them."""
    return json.dumps(rows).encode()


def constructed(rows: list[Row]) -> bytes:
    """As `dumps(…, pretty=True)` writes a state with them."""
    classes = {"system": "SystemMessage", "human": "HumanMessage", "ai": "AIMessage", "tool": "ToolMessage"}
    made = []
    for row in rows:
        members = {key: value for key, value in row["data"].items() if value not in ({}, None)}
        path = ["langchain", "schema", "messages", classes[row["type"]]]
        made.append({"lc": 1, "type": "constructor", "id": path, "kwargs": members})
    return json.dumps({"messages": made}, indent=2).encode()


def dumped(rows: list[Row]) -> bytes:
    """As a LangGraph server gives a state."""
    return json.dumps({"values": {"messages": [row["data"] for row in rows]}, "next": []}, indent=1, ensure_ascii=False).encode()


FORMS: dict[str, Callable[[list[Row]], bytes]] = {"listed": listed, "constructed": constructed, "dumped": dumped}


def sample(name: str) -> bytes:
    return (SAMPLES / f"conversation_langchain_{name}.json").read_bytes()


SOUND: dict[str, Callable[[], bytes]] = {
    **{f"sample of {name}": lambda name=name: sample(name) for name in ("history", "dumps")},  # type: ignore[misc]  # a lambda's default
    **{name: lambda form=form: form(messages()) for name, form in FORMS.items()},  # type: ignore[misc]  # a lambda's default
}

Plant = Callable[[list[Row]], tuple[int, str, tuple[int, ...]]]
"""Plants a fault; gives the entry, the rule, and other entries that mending may change."""


def in_content(entry: int, block: Row, rule: str) -> Plant:
    def plant(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
        rows[entry]["data"]["content"].append(block)
        return entry, rule, ()

    return plant


def members(entry: int, rule: str, **changed: object) -> Plant:
    def plant(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
        rows[entry]["data"].update(changed)
        return entry, rule, ()

    return plant


def no_result(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    del rows[8]
    return 6, "tool-result-missing", (7,)


def interrupted(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    rows[3:5] = []
    return 2, "tool-result-missing", ()


def no_call(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    rows[2] = ai("I'll look.")
    return 3, "tool-result-orphaned", ()


def trimmed(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    """`trim_messages` has cut between a call and its result."""
    del rows[1:3]
    return 1, "tool-result-orphaned", ()


def late(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    result = rows.pop(3)
    rows[3:3] = [human("Never mind."), ai("As you like.")]
    rows.insert(5, result)
    return 5, "tool-result-orphaned", (2, 3)


def twice(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    rows.insert(4, copy.deepcopy(rows[3]))
    return 4, "tool-result-duplicate", (3,)


def one_id(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    rows[6]["data"]["tool_calls"][1]["id"] = "functions.search:0"
    del rows[8]
    return 6, "tool-use-id-duplicate", (7,)


def in_result(rows: list[Row]) -> tuple[int, str, tuple[int, ...]]:
    rows[7]["data"]["content"][1] = image("")
    rows[7]["data"]["content"][1]["image_url"]["url"] = "data:image/webp;base64," + png()
    return 7, "image-media-type-mismatch", ()


PAGE = base64.b64encode(b"<html>404 Not Found</html>" * 4).decode()
PLANTS: dict[str, Plant] = {
    "call without a result": no_result,
    "call that was interrupted": interrupted,
    "result without its call": no_call,
    "trimmed between call and result": trimmed,
    "result that came late": late,
    "result twice": twice,
    "two calls with one id": one_id,
    "empty message": members(5, "message-empty", content=""),
    "message without blocks": members(5, "message-empty", content=[]),
    "picture of another type": in_content(5, image(mime="image/jpeg"), "image-media-type-mismatch"),
    "picture of another type in LangChain's form": in_content(
        5, {"type": "image", "base64": png(), "mime_type": "image/webp"}, "image-media-type-mismatch"
    ),
    "page saved as a picture": in_content(5, image(PAGE), "image-format-unsupported"),
    "picture of another type in a result": in_result,
    "broken pdf": in_content(5, {"type": "file", "base64": "eyJhIjoxfQ==", "mime_type": "application/pdf"}, "pdf-unprocessable"),
    "sound of another API": in_content(5, {"type": "input_audio", "input_audio": {"data": "aa"}}, "unknown-tag"),
    "field of another API": in_content(
        5, {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}, "detail": "low"}, "field-unknown"
    ),
    "picture in a reply": in_content(2, image(), "media-in-assistant-turn"),
    "thought without a signature": in_content(2, {"type": "thinking", "thinking": "Hm."}, "field-missing"),
    "thought that is signed with nothing": members(
        11, "thinking-signature-invalid", content=[{"type": "thinking", "thinking": "Hm.", "signature": ""}, text("Done.")]
    ),
    "error that says nothing": members(8, "tool-error-empty", content=""),
    "half a character": members(3, "lone-surrogate", content="cut \ud83d"),
    "not a number in a call": members(2, "nan-or-infinity", content="", tool_calls=[called("toolu_01", limit=float("nan"))]),
}


def planted(form: Callable[[list[Row]], bytes], plant: Plant) -> Planted:
    rows = messages()
    entry, rule, touched = plant(rows)
    return Planted(form(rows), entry, rule, touched=touched)


POISONS: dict[str, Callable[[], Planted]] = {
    f"{name}, {shape}": lambda form=form, plant=plant: planted(form, plant)  # type: ignore[misc]  # a lambda's defaults
    for name, plant in PLANTS.items()
    for shape, form in FORMS.items()
    if not (shape == "dumped" and name == "half a character")  # not to be written without escapes
}

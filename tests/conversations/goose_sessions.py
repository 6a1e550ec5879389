"""Sessions of goose, as its source code writes them, and the ways to poison one that its repairs let through."""

import base64
import json
from collections.abc import Callable
from typing import Any

from tests.conversations.sessions import png, signature
from tests.conversations.translated import Planted

Part = dict[str, Any]
Row = dict[str, Any]


def text(said: str) -> Part:
    return {"type": "text", "text": said}


def image(data: str | None = None, mime: str = "image/png") -> Part:
    return {"type": "image", "data": png() if data is None else data, "mimeType": mime}


def thinking(said: str, signed: str) -> Part:
    return {"type": "thinking", "thinking": said, "signature": signed}


def request(call: str, name: str = "developer__shell") -> Part:
    value = {"name": name, "arguments": {"command": "ls"}}
    return {"type": "toolRequest", "id": call, "toolCall": {"status": "success", "value": value}}


def response(call: str, *content: Part) -> Part:
    value = {"content": list(content) or [text("total 0")], "isError": False}
    return {"type": "toolResponse", "id": call, "toolResult": {"status": "success", "value": value}}


def failed(kind: str, key: str, call: str) -> Part:
    return {"type": kind, "id": call, key: {"status": "error", "error": "-32602: no such tool"}}


def row(number: int, role: str, *content: Part, seen: bool = True) -> Row:
    visible = {"userVisible": True, "agentVisible": seen}
    return {"id": f"msg_{number}", "role": role, "created": 1_795_528_440 + number, "content": list(content), "metadata": visible}


def rows() -> list[Row]:
    """A few turns with thinking, calls, pictures, and what goose repairs or passes over."""
    resource = {"type": "resource", "resource": {"uri": "file:///a.py", "mimeType": "text/plain", "text": "x = 1"}}
    return [
        row(0, "user", text("Why is the header red? Grüße 👋"), image()),
        row(
            1, "assistant", thinking("Look first.", signature(1)), text("I'll "), text("look.  "), request("toolu_01"), request("toolu_02")
        ),
        row(2, "user", response("toolu_01")),
        row(3, "user", response("toolu_02", text("a"), resource, image())),
        row(4, "assistant", thinking("not signed", ""), text("Red it is.\n"), failed("toolRequest", "toolCall", "toolu_03")),
        row(5, "user", failed("toolResponse", "toolResult", "toolu_03")),
        row(6, "assistant", text(""), request("toolu_never")),
        row(7, "user", response("toolu_unknown"), text("And now?"), text(" ")),
        row(8, "user", text("an archived question"), seen=False),
        row(9, "assistant", text("Both."), request("toolu_04")),
        row(10, "user", response("toolu_04")),
        row(11, "assistant", thinking("Done.", signature(2)), text("All done.")),
        row(12, "user", text("Thanks.")),
    ]


def exported(messages: list[Row]) -> bytes:
    """As `goose session export --format json` prints it."""
    about = {"id": "20261124_1", "working_dir": "/home/dev/shop", "name": "Header", "user_set_name": False, "session_type": "user"}
    about |= {"created_at": "2026-11-24T10:00:00Z", "updated_at": "2026-11-24T10:05:00Z", "extension_data": {}, "total_tokens": 30}
    model = {"provider_name": "anthropic", "model_config": {"model_name": "claude-sonnet-5", "context_limit": None}}
    return json.dumps(about | {"conversation": messages, "message_count": len(messages)} | model, indent=2, ensure_ascii=False).encode()


def lines(messages: list[Row]) -> bytes:
    """As the files of before were written, behind a line with what is known of the session."""
    about = {"working_dir": "/home/dev/shop", "description": "Header", "message_count": len(messages), "total_tokens": 30}
    return b"".join(json.dumps(one, separators=(",", ":"), ensure_ascii=False).encode() + b"\n" for one in (about, *messages))


FORMS: dict[str, Callable[[list[Row]], bytes]] = {"exported": exported, "lines": lines}
SOUND: dict[str, Callable[[], bytes]] = {name: lambda form=form: form(rows()) for name, form in FORMS.items()}  # type: ignore[misc]  # a default

Plant = Callable[[list[Row]], tuple[int, str, str]]
"""Plants a fault; gives the entry, the rule, and where in the entry."""


def added(entry: int, part: Part, rule: str) -> Plant:
    def plant(messages: list[Row]) -> tuple[int, str, str]:
        messages[entry]["content"].append(part)
        return entry, rule, f"/content/{len(messages[entry]['content']) - 1}"

    return plant


def late(messages: list[Row]) -> tuple[int, str, str]:
    """The user went on while the tool ran."""
    messages[10:11] = [row(20, "user", text("Hurry up.")), row(21, "assistant", text("I am.")), row(22, "user", response("toolu_04"))]
    return 12, "tool-result-orphaned", "/content/0"


def text_first(messages: list[Row]) -> tuple[int, str, str]:
    messages[10]["content"].insert(0, text("By the way:"))
    return 9, "tool-result-missing", "/content/1"


def same_id(messages: list[Row]) -> tuple[int, str, str]:
    messages[1]["content"][4]["id"] = "toolu_01"
    messages[3]["content"][0]["id"] = "toolu_01"
    return 1, "tool-use-id-duplicate", "/content"


def foreign_id(messages: list[Row]) -> tuple[int, str, str]:
    messages[9]["content"][1]["id"] = messages[10]["content"][0]["id"] = "functions.shell:0"
    return 9, "pattern-mismatch", "/content/1/id"


def cut_off(messages: list[Row]) -> tuple[int, str, str]:
    """The call behind the thought was never answered, and goose takes it out."""
    messages[11]["content"][1] = request("toolu_never")
    return 11, "thinking-block-last", "/content/0"


PLANTS: dict[str, tuple[Plant, tuple[int, ...]]] = {
    "result that came late": (late, (9, 10)),
    "text before the result": (text_first, (10,)),
    "two calls with one id": (same_id, ()),
    "id of another API": (foreign_id, (10,)),
    "thought whose call was taken out": (cut_off, ()),
    "picture of another type": (added(7, image(mime="image/jpeg"), "image-media-type-mismatch"), ()),
    "picture that is none of the API's": (added(7, image(mime="image/svg+xml"), "value-not-in-enum"), ()),
    "empty picture": (added(0, image(""), "image-empty"), ()),
    "page saved as a picture": (
        added(12, image(base64.b64encode(b"<html>404 Not Found</html>" * 4).decode()), "image-format-unsupported"),
        (),
    ),
    "picture with too many pixels": (added(0, image(png(8100, 1)), "image-too-many-pixels"), ()),
    "picture in a reply": (added(11, image(), "media-in-assistant-turn"), ()),
}


def planted(form: Callable[[list[Row]], bytes], plant: Plant, touched: tuple[int, ...]) -> Planted:
    messages = rows()
    entry, rule, at = plant(messages)
    return Planted(form(messages), entry, rule, at, touched)


POISONS: dict[str, Callable[[], Planted]] = {
    f"{name}, {shape}": lambda form=form, plant=plant, touched=touched: planted(form, plant, touched)  # type: ignore[misc]  # a lambda's defaults
    for name, (plant, touched) in PLANTS.items()
    for shape, form in FORMS.items()
}

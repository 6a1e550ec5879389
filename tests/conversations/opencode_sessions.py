"""Sessions as opencode exports them, and the ways to poison one that the program would really send (each was seen sent by opencode 1.18.33)."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conversations.sessions import png, signature
from tests.conversations.translated import Planted

SAMPLES = Path(__file__).parents[1] / "formats/samples"
SESSION = "ses_df22a8fb6ffe8nTyLrB6ItvhXu"
Part = dict[str, Any]


class Export:
    """A session in the making."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.count = 0
        self.asked = ""

    def id(self, kind: str) -> str:
        self.count += 1
        return f"{kind}_20de{self.count:08x}00AAAAAAAAAAAAAA"

    def add(self, parts: tuple[Part, ...], **info: object) -> str:
        own = self.id("msg")
        created = 1_795_528_440_000 + 1_000 * self.count
        info |= {"time": {"created": created}, "agent": "build", "id": own, "sessionID": SESSION}
        made = [{**part, "id": self.id("prt"), "sessionID": SESSION, "messageID": own} for part in parts]
        self.messages.append({"info": info, "parts": made})
        return own

    def user(self, *parts: Part, **more: object) -> str:
        model = {"providerID": "anthropic", "modelID": "claude-sonnet-5"}
        self.asked = self.add(parts, role="user", **{"model": model, "summary": {"diffs": []}} | more)
        return self.asked

    def reply(self, *parts: Part, **more: object) -> str:
        about: dict[str, object] = {"parentID": self.asked, "modelID": "claude-sonnet-5", "providerID": "anthropic", "mode": "build"}
        about |= {"path": {"cwd": "/home/dev/shop", "root": "/"}, "cost": 0, "finish": "stop"} | more
        about["tokens"] = {"input": 10, "output": 20, "reasoning": 0, "cache": {"read": 0, "write": 0}}
        finish = {"type": "step-finish", "reason": "stop", "cost": 0, "tokens": about["tokens"]}
        return self.add(({"type": "step-start", "snapshot": "e4ea"}, *parts, finish), role="assistant", **about)

    def text(self) -> bytes:
        info: dict[str, object] = {
            "id": SESSION,
            "slug": "playful-orchid",
            "projectID": "global",
            "directory": "/home/dev/shop",
            "title": "t",
            "version": "1.18.33",
        }
        info |= {"time": {"created": 1_795_528_440_000, "updated": 1_795_528_450_000}}
        return json.dumps({"info": info, "messages": self.messages}, indent=2).encode() + b"\n"


def text(said: str, **more: object) -> Part:
    return {"type": "text", "text": said, **more}


def thought(said: str, seed: int = 1) -> Part:
    return {"type": "reasoning", "text": said, "time": {"start": 1, "end": 2}, "metadata": {"anthropic": {"signature": signature(seed)}}}


def file(mime: str = "image/png", data: str | None = None) -> Part:
    return {"type": "file", "mime": mime, "filename": "a.png", "url": f"data:{mime};base64,{png() if data is None else data}"}


def tool(call: str, output: str = "total 0", **state: object) -> Part:
    done = {
        "status": "completed",
        "input": {"command": "ls"},
        "output": output,
        "title": "ls",
        "metadata": {},
        "time": {"start": 1, "end": 2},
    }
    return {"type": "tool", "tool": "bash", "callID": call, "state": done | state}


def session() -> Export:
    """A few turns with thinking, calls, pictures, and what the program passes over or repairs."""
    s = Export()
    s.user(text("Called the Read tool", synthetic=True), file(), text("Why is the header red? Grüße 👋"))
    s.reply(thought("Look first.", 1), text("I'll look."), tool("toolu_01"), tool("toolu_02", status="error", error="File not found"))
    s.reply(text(""), tool("toolu_03", attachments=[file() | {"id": "prt_x", "sessionID": SESSION, "messageID": "msg_x"}]))
    s.reply(text("half"), error={"name": "APIError", "data": {"message": "overloaded", "isRetryable": True}})
    s.user(text(""), text("note", ignored=True), text("And now?"))
    s.reply({"type": "reasoning", "text": "without a signature", "time": {"start": 1}}, tool("functions.bash:0"))
    s.reply(tool("toolu_05", status="pending", raw=""), tool("toolu_06", status="running"))
    s.reply(thought("Done.", 2), text("All done."))
    s.user(text("Thanks. And the menu?"))
    return s


def compacted() -> Export:
    """A compaction that keeps what follows a message; before it stands what would be refused."""
    s = Export()
    s.user(text("\n"), file("image/svg+xml", base64.b64encode(b"<svg/>").decode()))
    s.reply(text("An old answer."))
    tail = s.user(text("kept"))
    s.reply(text("kept, too"))
    s.user({"type": "compaction", "auto": True, "tail_start_id": tail})
    s.reply(text("The header was red."), summary=True)
    s.user(text("Go on.", synthetic=True))
    s.reply(text("Good."))
    return s


def sample() -> bytes:
    """What `opencode export` printed."""
    return (SAMPLES / "conversation_opencode.json").read_bytes()


def odd() -> bytes:
    """What the API takes, although it looks as if it would not."""
    s = session()
    s.messages[1]["parts"][2]["text"] = ""  # behind a signed thought: sent as a blank
    s.messages[5]["parts"][2] |= {"callID": "toolu_03", "tool": "functions.bash sh"}
    s.messages[7]["parts"][2]["text"] = "  "
    return s.text()


SOUND: dict[str, Callable[[], bytes]] = {
    "a sample": sample,
    "a session": lambda: session().text(),
    "compacted": lambda: compacted().text(),
    "odd": odd,
}


def planted(message: int, part: int, rule: str, change: Callable[[Part], object]) -> Planted:
    s = session()
    change(s.messages[message]["parts"][part])
    return Planted(s.text(), message, rule, f"/parts/{part}")


def added(message: int, part: Part, rule: str) -> Planted:
    s = session()
    place = len(s.messages[message]["parts"]) - (1 if s.messages[message]["info"]["role"] == "assistant" else 0)
    own = s.messages[message]["info"]["id"]
    s.messages[message]["parts"].insert(place, part | {"id": "prt_new", "sessionID": SESSION, "messageID": own})
    return Planted(s.text(), message, rule, f"/parts/{place}")


def in_result(url: str, mime: str, rule: str) -> Planted:
    return planted(2, 2, rule, lambda part: part["state"]["attachments"][0].update(url=url, mime=mime))


def ends_in_a_thought() -> Planted:
    s = session()
    parts = s.messages[5]["parts"]
    own = {"sessionID": SESSION, "messageID": s.messages[5]["info"]["id"]}
    s.messages[5]["parts"] = [parts[0], text("Wait.") | own | {"id": "prt_n"}, thought("Hm.", 5) | own | {"id": "prt_m"}, parts[3]]
    s.messages[6:8] = []
    return Planted(s.text(), 5, "thinking-block-last", "/parts/2")


PNG = png()
POISONS: dict[str, Callable[[], Planted]] = {
    "blank text of the user": lambda: planted(8, 0, "text-block-blank", lambda part: part.update(text="\n\n")),
    "picture of another type": lambda: added(4, file("image/jpeg"), "image-media-type-mismatch"),
    "picture that is none of the API's": lambda: added(0, file("image/svg+xml", "PHN2Zy8+"), "value-not-in-enum"),
    "empty picture": lambda: added(8, file(data=""), "image-empty"),
    "page saved as a picture": lambda: added(
        0, file(data=base64.b64encode(b"<html>404 Not Found</html>" * 4).decode()), "image-format-unsupported"
    ),
    "picture with too many pixels": lambda: added(4, file(data=png(8100, 1)), "image-too-many-pixels"),
    "picture of another type in a result": lambda: in_result(f"data:image/gif;base64,{PNG}", "image/gif", "image-media-type-mismatch"),
    "empty picture in a result": lambda: in_result("data:image/png;base64,", "image/png", "image-empty"),
    "broken pdf in a result": lambda: in_result("data:application/pdf;base64,eyJhIjoxfQ==", "application/pdf", "pdf-unprocessable"),
    "error that says nothing": lambda: planted(1, 4, "tool-error-empty", lambda part: part["state"].update(error="")),
    "two calls with one id": lambda: planted(1, 4, "tool-use-id-duplicate", lambda part: part.update(callID="toolu_01")),
    "call without an id": lambda: planted(1, 3, "pattern-mismatch", lambda part: part.update(callID="")),
    "half a character in a call": lambda: planted(1, 3, "lone-surrogate", lambda part: part["state"].update(input={"a": "cut \ud83d"})),
    "thought that is signed with nothing": lambda: planted(
        7, 1, "thinking-signature-invalid", lambda part: part["metadata"]["anthropic"].update(signature="")
    ),
    "reply that ends in a thought": ends_in_a_thought,
}

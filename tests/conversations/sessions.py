"""Sessions as Claude Code writes them: one block of a reply a line, linked by parentUuid, with the lines beside them that are never sent."""

import base64
import json
import struct
import zlib
from typing import Any
from uuid import UUID

Block = dict[str, Any]
SESSION = "0b7a4c1e-5d1f-4c59-9a3e-2f6f1f0f9c11"


def png(width: int = 3, height: int = 2) -> str:
    """A sound picture, in base64."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x40\x80\xc0" * width for _ in range(height))
    parts = [
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        chunk(b"IDAT", zlib.compress(rows)),
        chunk(b"IEND", b""),
    ]
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(parts)).decode()


def signature(seed: int) -> str:
    """As long and with the same envelope as a real one; it signs nothing."""
    payload = bytes((seed * 7 + index * 13) % 256 for index in range(300))
    return base64.b64encode(b"\x12" + bytes([(len(payload) & 0x7F) | 0x80, len(payload) >> 7]) + payload).decode()


def text(said: str) -> Block:
    return {"type": "text", "text": said}


def thinking(thought: str, seed: int = 1) -> Block:
    return {"type": "thinking", "thinking": thought, "signature": signature(seed)}


def call(number: int, name: str = "Bash", **given: object) -> Block:
    return {
        "type": "tool_use",
        "id": f"toolu_01Call{number:04d}",
        "name": name,
        "input": given or {"command": "ls -la"},
        "caller": {"type": "direct"},
    }


def result(number: int, content: object = "total 0", **more: object) -> Block:
    return {"tool_use_id": f"toolu_01Call{number:04d}", "type": "tool_result", "content": content, **more}


def image(data: str | None = None, media_type: str = "image/png") -> Block:
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": png() if data is None else data}}


class Session:
    """Lines in the making; `last` is the line that the next one hangs on."""

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []
        self.last: str | None = None
        self.count = 0
        self.replies = 0

    def uuid(self) -> str:
        self.count += 1
        return str(UUID(int=0x5E55_0000_0000_4000_8000_0000_0000_0000 + self.count * 0x1_0001))

    def add(self, kind: str, message: object = None, *, parent: str | None = "last", chain: bool = True, **more: object) -> str:
        uuid = self.uuid()
        line: dict[str, Any] = {
            "parentUuid": self.last if parent == "last" else parent,
            "isSidechain": False,
            "userType": "external",
            "cwd": "/home/dev/shop",
            "sessionId": SESSION,
            "version": "2.1.220",
            "gitBranch": "main",
            "type": kind,
        }
        if message is not None:
            line["message"] = message
        line |= {
            "uuid": uuid,
            "timestamp": f"2026-10-{1 + self.count // 600:02d}T09:{self.count // 60 % 60:02d}:{self.count % 60:02d}.120Z",
            **more,
        }
        self.lines.append(line)
        if chain:
            self.last = uuid
        return uuid

    def user(self, content: object, **more: object) -> str:
        return self.add("user", {"role": "user", "content": content}, **more)  # type: ignore[arg-type]

    def assistant(self, *blocks: Block, model: str = "claude-opus-4-6", **more: object) -> list[str]:
        """One line for each block, with one message id."""
        self.replies += 1
        made: list[str] = []
        for block in blocks:
            message = {
                "model": model,
                "id": f"msg_01Reply{self.replies:05d}",
                "type": "message",
                "role": "assistant",
                "content": [block],
                "stop_reason": None,
                "stop_sequence": None,
                "usage": {"input_tokens": 3, "cache_read_input_tokens": 11222, "output_tokens": 8},
            }
            made.append(self.add("assistant", message, requestId=f"req_011Test{self.replies:05d}", **more))  # type: ignore[arg-type]
        return made

    def results(self, calls: list[str], *blocks: Block) -> None:
        """A line for each result, which hangs on the line of its call; the conversation goes on from the last."""
        for parent, block in zip(calls, blocks, strict=True):
            self.user([block], parent=parent, toolUseResult={"stdout": str(block["content"])[:80]}, sourceToolAssistantUUID=parent)

    def error(self, said: str) -> None:
        """What the program notes of a refused request."""
        self.assistant(text(said), model="<synthetic>", isApiErrorMessage=True, error="invalid_request")

    def system(self, subtype: str, **more: object) -> str:
        return self.add("system", None, subtype=subtype, level="info", **more)  # type: ignore[arg-type]

    def beside(self, kind: str, **more: object) -> None:
        """A line that is no node of the tree."""
        self.lines.append({"type": kind, **more, "sessionId": SESSION})

    def find(self, wanted: str) -> dict[str, Any]:
        """The one line that holds the text."""
        (found,) = [line for line in self.lines if wanted in json.dumps(line, ensure_ascii=False)]
        return found

    def text(self) -> bytes:
        return b"".join(
            json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for line in self.lines
        )


def plain() -> Session:
    """A few turns with thinking and one call at a time."""
    s = Session()
    s.beside("file-history-snapshot", messageId="m0", snapshot={"trackedFileBackups": {}}, isSnapshotUpdate=False)
    s.user("Why does the checkout test fail? Grüße 👋")
    calls = s.assistant(thinking("Look at the test first.", 1), text("I'll run the test."), call(1))
    s.add("progress", None, data={"type": "bash_progress", "output": "…"})
    s.results([calls[2]], result(1, "1 failed: \"total\" is '12,5' — expected 12.5\n"))
    calls = s.assistant(thinking("A locale.", 2), call(2, "Read", file_path="/home/dev/shop/money.py"))
    s.results([calls[1]], result(2, "def parse(s):\n\treturn float(s)\n"))
    s.assistant(text("The amount is parsed with the wrong locale."))
    s.system("turn_duration", durationMs=5120)
    s.user("Fix it, please.")
    s.assistant(thinking("Small edit.", 3), text("Fixed: parse() takes a comma now."))
    s.user("Now write a test for it.")
    s.beside("last-prompt", lastPrompt="Now write a test for it.", leafUuid=s.last)
    return s


def parallel() -> Session:
    """Calls at once, pictures, a sidechain in the middle, and what the user typed meanwhile."""
    s = Session()
    s.user([text("Compare these two screens."), image()])
    calls = s.assistant(
        thinking("Read both.", 4), call(11, "Read", file_path="a.png"), call(12, "Read", file_path="b.png"), call(13, "Grep", pattern="x")
    )
    head = s.last
    s.user("Look for x", isSidechain=True, parent=None, chain=False)
    s.last = head
    s.results(calls[1:], result(11, [image()]), result(12, [text("b:"), image()]), result(13, "no match", is_error=True))
    s.assistant(text("They differ in the header."), call(14, "Edit", file_path="h.css"))
    s.results([s.last or ""], result(14, "ok"))
    s.assistant(text("The header is the same now."))
    s.user([text("Next: the footer."), text("It is in footer.css")])
    s.assistant(thinking("The footer.", 5), text("Done."))
    s.user("Thanks. And the menu?")
    return s


def compacted() -> Session:
    """A conversation that went on after a compaction, with a refused request before it."""
    s = Session()
    s.user("Old beginnings: port the parser.")
    s.assistant(text("An old answer."), call(21))
    s.user([{"type": "tool_result", "tool_use_id": "toolu_01Gone", "content": "an orphan before the compaction is of no matter"}])
    s.error("API Error: 400 messages.2.content.0: unexpected `tool_use_id`")
    before = s.last
    s.last = None
    s.system(
        "compact_boundary",
        content="Conversation compacted",
        logicalParentUuid=before,
        compactMetadata={"trigger": "auto", "preTokens": 167393},
    )
    s.user(
        "This session is being continued from a previous conversation. The parser is half ported.",
        isCompactSummary=True,
        isVisibleInTranscriptOnly=True,
    )
    s.user("<local-command-caveat>Caveat: the messages below were generated by the user</local-command-caveat>", isMeta=True)
    s.user("Go on with the port.")
    calls = s.assistant(thinking("On with it.", 6), text("On it."), call(22, "Write", file_path="p.rs"))
    s.results([calls[2]], result(22, "written"))
    s.assistant(text("The parser is ported."))
    s.user("Run the tests.")
    s.error("API Error: 529 Overloaded")
    s.user("Run the tests, I said.")
    return s

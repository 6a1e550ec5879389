"""Valid requests to measure with: twenty different ones of each size, made from a seed, the same on every machine.

Valid as of `AS_OF` under all rules, warnings included: `python -m bench` refuses to measure one that `check` says anything about.
"""

from __future__ import annotations

import base64
import json
import zlib
from random import Random
from typing import Literal

import orjson

from bench.prose import WORDS, arguments, text, tools

Size = Literal["60 KB", "1 MB", "30 MB"]
SIZES: tuple[Size, ...] = ("60 KB", "1 MB", "30 MB")
COUNT = 20
AS_OF = "2026-11-24"
MODELS = ("claude-sonnet-5", "claude-opus-5")

_BYTES = {"60 KB": 60_000, "1 MB": 1_000_000, "30 MB": 30_000_000}
_IMAGE_TEXT = 9_500_000
"""Base64 characters that an image may have at most here; the API's own limit is a little above."""


def body(size: Size, number: int) -> bytes:
    """The body with this number (0 to COUNT - 1) of a size."""
    return dumps(request(size, number), number)


def dumps(value: object, number: int) -> bytes:
    """As clients write JSON: most compact in UTF-8, some with escapes and spaces, some indented."""
    style = number % 10
    if style == 3:
        return json.dumps(value).encode()
    if style == 7:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2)
    return orjson.dumps(value)


def request(size: Size, number: int) -> dict[str, object]:
    """The same as a value."""
    return _Maker(size, number).request()


class _Maker:
    """Makes one request."""

    def __init__(self, size: Size, number: int) -> None:
        self.rng = Random(f"{size} {number}")
        self.number = number
        self.target = int(_BYTES[size] * {3: 0.74, 7: 0.76}.get(number % 10, 1.0))  # escapes and spaces come on top
        self.images = size == "30 MB"
        # few long texts or many short blocks: both occur
        self.text_size = self.rng.choice((120, 300, 700, 1500)) * (1 if size == "60 KB" else self.rng.choice((1, 4)))
        self.calls = 0
        self.thinks = number % 3 != 0
        self.tools = tools(self.rng, self.rng.randrange(3, 28) if size == "60 KB" else self.rng.randrange(3, 60))

    def request(self) -> dict[str, object]:
        rng = self.rng
        made: dict[str, object] = {"model": MODELS[self.number % 2], "max_tokens": rng.choice((1024, 4096, 16_000))}
        if rng.random() < 0.7:
            made["system"] = self._system()
        if self.thinks and rng.random() < 0.7:
            made["thinking"] = {"type": "adaptive"}
        if rng.random() < 0.4:
            made["stream"] = True
        if rng.random() < 0.3:
            made["metadata"] = {"user_id": f"user-{rng.randrange(10**9)}"}
        if rng.random() < 0.4:
            made["tool_choice"] = {"type": "auto", **({"disable_parallel_tool_use": False} if rng.random() < 0.5 else {})}
        made["tools"] = self.tools
        left = self.target - len(orjson.dumps(made))
        made["messages"] = self._messages(left)
        self._mark(made)
        return dict(sorted(made.items(), key=lambda item: item[0] == "messages" or rng.random() / 2))

    def _system(self) -> object:
        if self.rng.random() < 0.3:
            return text(self.rng, 900)
        return [{"type": "text", "text": text(self.rng, self.rng.randrange(200, 2500))} for _ in range(self.rng.randrange(1, 4))]

    def _messages(self, left: int) -> list[dict[str, object]]:
        pictures = self._pictures(left) if self.images else self._thumbnails()
        left = min(left, 250_000) if self.images else left
        messages: list[dict[str, object]] = []
        # only the size of what is new is measured, so that making a body stays linear
        while left > 0 or pictures:
            turn: list[dict[str, object]] = [{"role": "user", "content": self._question(pictures)}]
            for _ in range(self.rng.choice((0, 1, 1, 2, 3))):
                calls = self._calling()
                turn.append({"role": "assistant", "content": calls})
                turn.append({"role": "user", "content": self._results(calls, pictures)})
            turn.append({"role": "assistant", "content": self._answer()})
            messages += turn
            left -= sum(len(orjson.dumps(message)) for message in turn if not self.images)
            left -= 10_000 if self.images else 0
        messages.append({"role": "user", "content": text(self.rng, 80)})
        return messages

    def _length(self) -> int:
        return self.rng.randrange(10, 2 * self.text_size)

    def _question(self, pictures: list[dict[str, object]]) -> object:
        if self.rng.random() < 0.4 and not pictures:
            return text(self.rng, self._length())
        blocks = [{"type": "text", "text": text(self.rng, self._length())} for _ in range(self.rng.choice((1, 1, 1, 2)))]
        return [*(pictures.pop() for _ in range(min(len(pictures), self.rng.randrange(4)))), *blocks]

    def _thinking(self) -> list[dict[str, object]]:
        if not self.thinks or self.rng.random() < 0.4:
            return []
        inner = b"\x0a\x46\x08\x0b\x18\x02" + self.rng.randbytes(self.rng.randrange(130, 500))
        head = bytes((0x12, len(inner) & 0x7F | 0x80, len(inner) >> 7))
        return [{"type": "thinking", "thinking": text(self.rng, self._length()), "signature": base64.b64encode(head + inner).decode()}]

    def _calling(self) -> list[dict[str, object]]:
        blocks = self._thinking()
        if self.rng.random() < 0.5:
            blocks.append({"type": "text", "text": text(self.rng, self.rng.randrange(10, 160))})
        for _ in range(self.rng.choice((1, 1, 2, 3, 5))):
            self.calls += 1
            name = self.rng.choice(self.tools)["name"]
            call = f"toolu_{self.calls:06d}{self.rng.randrange(10**12):012d}"
            blocks.append({"type": "tool_use", "id": call, "name": name, "input": arguments(self.rng)})
        return blocks

    def _results(self, calls: list[dict[str, object]], pictures: list[dict[str, object]]) -> list[dict[str, object]]:
        blocks: list[dict[str, object]] = []
        for call in calls:
            if call["type"] != "tool_use":
                continue
            result: dict[str, object] = {"type": "tool_result", "tool_use_id": call["id"]}
            kind = self.rng.randrange(10)
            if kind < 5:
                result["content"] = text(self.rng, self._length())
            elif kind < 9:
                result["content"] = [*self._nested(), *([pictures.pop()] if pictures else [])]
            if kind == 0:
                result["is_error"] = True
            blocks.append(result)
        if self.rng.random() < 0.2:
            blocks.append({"type": "text", "text": text(self.rng, 60)})
        return blocks

    def _nested(self) -> list[dict[str, object]]:
        return [{"type": "text", "text": text(self.rng, self._length())} for _ in range(self.rng.randrange(1, 4))]

    def _answer(self) -> object:
        if self.rng.random() < 0.3:
            return text(self.rng, self._length())
        return [*self._thinking(), {"type": "text", "text": text(self.rng, self._length())}]

    def _mark(self, made: dict[str, object]) -> None:
        """At most four cache breakpoints, where clients set them."""
        messages = made["messages"]
        assert isinstance(messages, list)
        system = made.get("system")
        places = [self.tools[-1], *(system[-1:] if isinstance(system, list) else [])]
        places += [
            message["content"][-1] for message in messages[-9:] if message["role"] == "user" and isinstance(message["content"], list)
        ][-2:]
        if self.number % 4 == 1:
            return
        for index, place in enumerate(places):
            place["cache_control"] = {"type": "ephemeral", **({"ttl": "1h"} if index == 0 and self.number % 4 == 2 else {})}

    def _thumbnails(self) -> list[dict[str, object]]:
        return [picture(self.rng, self.rng.randrange(500, 4000), 200) for _ in range(2 if self.number % 5 == 2 else 0)]

    def _pictures(self, left: int) -> list[dict[str, object]]:
        count = self.rng.choice((4, 6, 12, 20, 40, 95))
        shares = [self.rng.uniform(0.4, 1.0) for _ in range(count)]
        whole = left - 400_000
        return [picture(self.rng, min(int(whole * share / sum(shares)), _IMAGE_TEXT), 1500 if count > 15 else 4000) for share in shares]


def picture(rng: Random, length: int, side: int) -> dict[str, object]:
    """An image block with about `length` characters of base64: a true head, then noise."""
    size = length // 4 * 3
    width, height = rng.randrange(64, side), rng.randrange(64, side)
    kind, data = ("image/png", _png(rng, size, width, height)) if rng.random() < 0.5 else ("image/jpeg", _jpeg(rng, size, width, height))
    return {"type": "image", "source": {"type": "base64", "media_type": kind, "data": base64.b64encode(data).decode()}}


def _png(rng: Random, size: int, width: int, height: int) -> bytes:
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rng.randbytes(max(size - 57, 0))) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _jpeg(rng: Random, size: int, width: int, height: int) -> bytes:
    jfif = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x11\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    scan = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x11\x03\x11\x00\x3f\x00"
    noise = rng.randbytes(max(size - len(jfif + frame + scan) - 4, 0)).replace(b"\xff", b"\xfe")  # no markers inside the scan
    return b"\xff\xd8" + jfif + frame + scan + noise + b"\xff\xd9"


def with_one_fault(size: Size, number: int) -> bytes:
    """The body with one fault in its last message."""
    made = request(size, number)
    last = made["messages"][-1]  # type: ignore[index]  # a list, made above
    fault = number % 4
    if fault == 0:
        last["content"] = [{"type": "txt", "text": "hello"}]
    elif fault == 1:
        last["content"] = [{"type": "text", "text": "hello", "colour": "red"}]
    elif fault == 2:
        last["content"] = [{"type": "tool_result", "tool_use_id": "toolu_nowhere", "content": "ok"}, {"type": "text", "text": "hello"}]
    else:
        last["content"] = 5
    return dumps(made, number)


def with_many_faults(size: Size, number: int, count: int = 1000) -> bytes:
    """The body with `count` faults of four kinds, spread over its user messages."""
    made = request(size, number)
    users = [message for message in made["messages"] if message["role"] == "user"]  # type: ignore[attr-defined]  # a list, made above
    rng = Random(number)
    for index in range(count):
        message = users[index % len(users)]
        if not isinstance(message["content"], list):
            message["content"] = [{"type": "text", "text": message["content"]}]
        message["content"].append((
            {"type": "text", "text": "hello", rng.choice(WORDS): index}, {"type": "text"}, {"type": "text", "text": index},
            {"type": "txt", "text": "hello"},
        )[index % 4])  # fmt: skip
    return dumps(made, number)

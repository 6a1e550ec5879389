"""Request bodies made by chance, as tokens whose places are known, and faults planted among those tokens."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = [
    "weather",
    "Paris",
    "please",
    "search",
    "the",
    "report,",
    "then:",
    "answer",
    "in",
    "one",
    "line;",
    "it's",
    "5",
    "o'clock",
    "(really)",
    "naïve",
    "café",
    "über",
    "日本語",
    "😀",
    "{curly}",
    "[square]",
    "/path/to",
    "x=1",
    "a&b",
    "#tag",
    "//",
    "not",
    "a",
    "comment",
    "\\",
    "back\\slash",
    "100%",
    "--flag",
    "<tag>",
]


@dataclass(frozen=True)
class Token:
    kind: str  # one of: string key number literal { } [ ] , :
    text: bytes


def sentence(rng: random.Random) -> str:
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 12)))
    return words + rng.choice(["", "", ".", "\n", "\nmore\tlines\n", ' "quoted" end', "?"])


def body(rng: random.Random) -> dict[str, object]:
    def schema() -> dict[str, object]:
        names = rng.sample(["city", "unit", "limit", "query", "path", "deep"], rng.randint(1, 3))
        return {
            "type": "object",
            "properties": {name: {"type": rng.choice(["string", "integer"]), "description": sentence(rng)} for name in names},
            "required": names[:1],
        }

    def block() -> dict[str, object]:
        return rng.choice(
            [
                lambda: {"type": "text", "text": sentence(rng)},
                lambda: {"type": "text", "text": sentence(rng), "cache_control": {"type": "ephemeral"}},
                lambda: {"type": "tool_use", "id": f"toolu_{rng.randint(1, 999)}", "name": "f", "input": {"q": sentence(rng), "n": 3}},
                lambda: {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "iVBORw0KGgo=" * 9}},
            ]
        )()

    whole: dict[str, object] = {"model": "claude-sonnet-5", "max_tokens": rng.choice([1, 1024, 64000])}
    if rng.random() < 0.6:
        whole["system"] = sentence(rng)
    whole["messages"] = [
        {
            "role": ("user", "assistant")[i % 2],
            "content": sentence(rng) if rng.random() < 0.5 else [block() for _ in range(rng.randint(1, 3))],
        }
        for i in range(rng.randint(1, 4))
    ]
    if rng.random() < 0.5:
        whole["tools"] = [{"name": f"tool_{i}", "description": sentence(rng), "input_schema": schema()} for i in range(rng.randint(1, 3))]
    whole.update({"temperature": 0.5, "stream": rng.random() < 0.5, "metadata": None, "stop_sequences": ["END", "stop"]})
    return whole


def tokens(value: object) -> list[Token]:
    if isinstance(value, dict):
        found = [Token("{", b"{")]
        for i, (key, item) in enumerate(value.items()):
            found += [Token(",", b",")] if i else []
            found += [Token("key", json.dumps(key).encode()), Token(":", b":"), *tokens(item)]
        return [*found, Token("}", b"}")]
    if isinstance(value, list):
        found = [Token("[", b"[")]
        for i, item in enumerate(value):
            found += [Token(",", b",")] if i else []
            found += tokens(item)
        return [*found, Token("]", b"]")]
    kind = "string" if isinstance(value, str) else "literal" if value is None or isinstance(value, bool) else "number"
    return [Token(kind, json.dumps(value, ensure_ascii=False).encode())]


@dataclass(frozen=True)
class Layout:
    """How a body is written: compact, spaced or over many lines."""

    spaced: bool
    lines: bool

    def gap(self, before: Token | None, after: Token) -> bytes:
        if before is None:
            return b""
        if self.lines and (before.kind in ",{[" or after.kind in "}]"):
            return b"\n  "
        return b" " if (self.spaced or self.lines) and before.kind in ",:" else b""

    def write(self, parts: list[Token]) -> tuple[bytes, list[int]]:
        """Return the text and where each token begins in it."""
        text, starts = b"", []
        before: Token | None = None
        for part in parts:
            text += self.gap(before, part)
            starts.append(len(text))
            text += part.text
            before = part
        return text, starts


LAYOUTS = (Layout(False, False), Layout(True, False), Layout(True, True))


@dataclass(frozen=True)
class Planted:
    text: bytes
    at: int  # where the fault is, in bytes
    kind: str
    value: object  # what the author meant


Planter = Callable[[random.Random, list[Token], Layout], "Planted | None"]


def pick(rng: random.Random, parts: list[Token], fits: Callable[[int], bool]) -> int | None:
    places = [i for i in range(len(parts)) if fits(i)]
    return rng.choice(places) if places else None


def meant(parts: list[Token]) -> object:
    return json.loads(b"".join(part.text for part in parts))


def without(parts: list[Token], i: int, layout: Layout) -> tuple[bytes, list[int]]:
    """Write the tokens with the text of one left out; its place is where it would have begun."""
    return layout.write([*parts[:i], Token(parts[i].kind, b""), *parts[i + 1 :]])


def swapped(parts: list[Token], i: int, text: bytes, layout: Layout) -> tuple[bytes, list[int]]:
    return layout.write([*parts[:i], Token(parts[i].kind, text), *parts[i + 1 :]])

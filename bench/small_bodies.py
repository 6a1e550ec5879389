"""Small requests as tokens whose places are known, compact or indented, with the kinds of text that requests hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

_TEXTS = (
    "What is the weather in Paris, and will it rain tomorrow?",
    "Summarise the report: sales rose by 12%, costs fell; explain why.",
    'She said "stop" and left. He answered: "why, though?"',
    "def area(r: float) -> float:\n    return 3.14 * r ** 2\n\nprint(area(2), {'a': [1, 2]})",
    'const body = {"model": "x", items: [1, 2]};\nfetch("/v1/messages", { method: "POST" });',
    "# Title\n\n- one, two\n- **three**: `x = {1: 2}`\n\n> quoted [link](https://example.com/a?b=c#d)",
    "C:\\Users\\anna\\Documents\\new report.txt",
    "Open D:\\data\\table.csv, then run \\\\server\\share\\setup.exe /quiet",
    "Größe, naïve café, 日本語のテキスト、ありがとう 😀👍🏽 — “quoted” and ‘single’",
    "SELECT name, COUNT(*) FROM users WHERE note = 'it''s' GROUP BY name;",
    "it's five o'clock; don't be late (really, don't).",
    '<p class="x">1 < 2 && 3 > 2</p><!-- note -->',
    "Column\tValue\nA\t1\nB\t2\n",
    "Step 1: read the file. Step 2: call the tool, then stop.",
    "^\\d{3}-\\w+$ matches 123-abc, not 12-a",
    "Answer with yes or no.",
    "ok",
    "",
    "null",
    "[see note 3], {placeholder}, and so on...",
)
_BASE64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@dataclass(frozen=True)
class Token:
    """One token of a text."""

    kind: str
    """string, key, number, literal or the punctuation itself."""
    text: str


class Written:
    """Tokens and how they are laid out: `indent` None is compact, 0 spaced on one line, else blanks a level."""

    def __init__(self, parts: list[Token], indent: int | None) -> None:
        self.parts, self.indent = parts, indent

    def write(self, parts: list[Token] | None = None) -> tuple[str, list[int]]:
        """The text and where each token begins. A token without text keeps the gaps of what it was."""
        text, starts, depth = "", [], 0
        before: Token | None = None
        for part in self.parts if parts is None else parts:
            depth -= part.kind in ("}", "]")
            text += self._gap(before, part, depth)
            starts.append(len(text))
            text += part.text
            depth += part.kind in ("{", "[")
            before = part
        return text, starts

    def _gap(self, before: Token | None, part: Token, depth: int) -> str:
        if before is None or self.indent is None:
            return ""
        if self.indent and (before.kind in ("{", "[", ",") or part.kind in ("}", "]")):
            return "" if before.kind in ("{", "[") and part.kind in ("}", "]") else "\n" + " " * self.indent * depth
        return " " if before.kind in (",", ":") else ""

    def replaced(self, at: int, text: str) -> tuple[str, int]:
        """The text with another text for one token, and where that begins."""
        parts = [*self.parts[:at], Token(self.parts[at].kind, text), *self.parts[at + 1 :]]
        written, starts = self.write(parts)
        return written, starts[at]


def tokens(value: object) -> list[Token]:
    """The tokens of a value."""
    if isinstance(value, dict):
        found = [Token("{", "{")]
        for number, (key, item) in enumerate(value.items()):
            found += [Token(",", ",")] if number else []
            found += [Token("key", json.dumps(key)), Token(":", ":"), *tokens(item)]
        return [*found, Token("}", "}")]
    if isinstance(value, list):
        found = [Token("[", "[")]
        for number, item in enumerate(value):
            found += [Token(",", ",")] if number else []
            found += tokens(item)
        return [*found, Token("]", "]")]
    kind = "string" if isinstance(value, str) else "literal" if value is None or isinstance(value, bool) else "number"
    return [Token(kind, json.dumps(value, ensure_ascii=False))]


def around(text: str, at: int) -> tuple[int, int]:
    """The white space on both sides of a place."""
    end = at + len(text[at:]) - len(text[at:].lstrip(" \t\r\n"))
    return len(text[:at].rstrip(" \t\r\n")), end


def value_of(parts: list[Token]) -> object:
    """What the tokens mean."""
    return json.loads("".join(part.text for part in parts))


def small_body(rng: Random) -> dict[str, object]:
    """A request of some hundred to some thousand characters."""

    def words() -> str:
        return " ".join(rng.choice(_TEXTS) for _ in range(rng.choice((1, 1, 2))))

    def block(role: str) -> dict[str, object]:
        if role == "assistant" and rng.random() < 0.5:
            call = {"path": rng.choice(_TEXTS), "limit": rng.randrange(100), "deep": rng.random() < 0.5}
            return {"type": "tool_use", "id": f"toolu_{rng.randrange(10**6):06}", "name": "read_file", "input": call}
        if role == "user" and rng.random() < 0.3:
            return {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": _BASE64}}
        cached: dict[str, object] = {"cache_control": {"type": "ephemeral"}} if rng.random() < 0.3 else {}
        return {"type": "text", "text": words(), **cached}

    made: dict[str, object] = {"model": rng.choice(("claude-sonnet-5", "claude-opus-5")), "max_tokens": rng.choice((1, 1024, 64000))}
    if rng.random() < 0.6:
        made["system"] = words()
    made["messages"] = [
        {
            "role": role,
            "content": words() if rng.random() < 0.5 else [block(role) for _ in range(rng.randrange(1, 3))],
        }
        for role in ("user", "assistant", "user")[: rng.randrange(1, 4)]
    ]
    if rng.random() < 0.5:
        properties = {
            name: {"type": rng.choice(("string", "integer")), "description": words()} for name in rng.sample(("city", "unit", "path"), 2)
        }
        schema = {"type": "object", "properties": properties, "required": list(properties)[:1]}
        made["tools"] = [{"name": "look_up", "description": words(), "input_schema": schema}]
    made |= {
        "temperature": rng.choice((0.5, 1, 0)),
        "stream": rng.random() < 0.5,
        "metadata": {"user_id": None},
        "stop_sequences": ["END", "\n\nH:"],
    }
    return dict(sorted(made.items(), key=lambda _: rng.random())) if rng.random() < 0.3 else made

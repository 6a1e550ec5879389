"""Words, code and tool definitions to fill requests with: several scripts, escapes, quotes, emoji."""

from __future__ import annotations

from random import Random

_SENTENCES = (
    "The order was placed on Monday and shipped two days later.",
    "Please look up the invoice and tell me whether the amount is right.",
    'He said "not before Friday", and then closed the ticket.',
    "Die Lieferung verzögert sich um drei Tage; größere Mengen sind erst ab März verfügbar.",
    "La requête a échoué parce qu'un paramètre n'était pas valide.",
    "El cliente pidió que se le devolviera el importe íntegro.",
    "请帮我查一下昨天的订单，并把结果整理成表格。",
    "この関数はファイルを読み込み、行ごとに処理します。",
    "Запрос был отклонён, потому что поле отсутствует.",
    "يرجى التحقق من حالة الطلب قبل المتابعة.",
    "अगली बैठक सोमवार को सुबह दस बजे होगी।",
    "Done ✅ — 3 of 4 tests pass 🎉, one is still red 🔴.",
    "Path is C:\\Users\\build\\out, the pattern is ^\\d+\\.txt$.",
    "Columns:\tid\tname\tamount\n1\tbolt\t0.12\n2\tnut\t0.05\n",
    "zażółć gęślą jaźń — ﬁligrane “quotes” … and a non-breaking\u00a0space",
)
_CODE = (
    'def parse(line: str) -> dict[str, str]:\n    """One record."""\n    key, _, value = line.partition("=")\n    return {key: value}\n',
    'import json\n\nwith open("data.json", encoding="utf-8") as file:\n    rows = json.load(file)\nprint(len(rows), "rows")\n',
    "SELECT o.id, o.total\n  FROM orders o\n JOIN customers c ON c.id = o.customer_id\n WHERE c.country = 'DE' AND o.total > 100;\n",
    "$ pytest -q\n...F..\nE   AssertionError: assert 3 == 4\n1 failed, 5 passed in 0.31s\n",
    '{"level":"info","msg":"request finished","status":200,"path":"/v1/items?limit=20\\u0026after=9"}\n',
    '<ul>\n  <li><a href="https://example.com/?a=1&b=2">one</a></li>\n</ul>\n',
)
WORDS = (
    "order", "customer", "file", "query", "user", "city", "weather", "ticket", "invoice", "branch", "region", "repository", "calendar",
    "message", "product", "shipment", "document", "session", "account", "metric",
)  # fmt: skip
_VERBS = ("get", "search", "list", "create", "update", "run", "read", "write", "send", "cancel")
_LIMITS = {"minimum": 0, "maximum": 1000}


def text(rng: Random, length: int) -> str:
    """About `length` characters of prose and code; never blank, never with space at the end."""
    parts: list[str] = []
    size = 0
    scripts = rng.sample(_SENTENCES, 6)  # one speaker does not use every language
    while size < length:
        part = rng.choice(_CODE) if rng.random() < 0.2 else rng.choice(scripts)
        parts.append(part)
        size += len(part) + 1
    return " ".join(parts)[: max(length, 1)].rstrip() or "ok"


def tools(rng: Random, count: int) -> list[dict[str, object]]:
    """Custom tools with different names and schemas of different depth."""
    names: dict[str, None] = {}
    while len(names) < count:
        name = f"{rng.choice(_VERBS)}_{rng.choice(WORDS)}"
        names[name if rng.random() < 0.6 else f"{name}-{rng.randrange(100)}"] = None
    return [_tool(rng, name) for name in names]


def _tool(rng: Random, name: str) -> dict[str, object]:
    tool: dict[str, object] = {"name": name, "description": text(rng, rng.randrange(40, 400)), "input_schema": _object(rng, 0)}
    if rng.random() < 0.15:
        tool["type"] = "custom"
    return tool


def _object(rng: Random, depth: int) -> dict[str, object]:
    names = rng.sample(WORDS, rng.randrange(1, 6))
    schema: dict[str, object] = {"type": "object", "properties": {name: _property(rng, depth + 1) for name in names}}
    if rng.random() < 0.8:
        schema["required"] = names[: rng.randrange(1, len(names) + 1)]
    if rng.random() < 0.4:
        schema["additionalProperties"] = False
    return schema


def _property(rng: Random, depth: int) -> dict[str, object]:
    kind = rng.randrange(7 if depth < 3 else 5)
    made: dict[str, object]
    if kind == 0:
        made = {"type": "string"}
    elif kind == 1:
        made = {"type": "integer", **(_LIMITS if rng.random() < 0.5 else {})}
    elif kind == 2:
        made = {"type": "string", "enum": rng.sample(WORDS, 3)}
    elif kind == 3:
        made = {"type": "boolean", "default": False}
    elif kind == 4:
        made = {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
    elif kind == 5:
        made = {"type": "array", "items": _property(rng, depth + 1), "minItems": 1}
    else:
        made = _object(rng, depth)
    if rng.random() < 0.7:
        made["description"] = text(rng, rng.randrange(20, 90))
    return made


def arguments(rng: Random) -> dict[str, object]:
    """What a model passes to a tool."""
    made: dict[str, object] = {}
    for name in rng.sample(WORDS, rng.randrange(0, 5)):
        made[name] = rng.choice((
            text(rng, rng.randrange(3, 120)), rng.randrange(-5, 10_000), rng.random() * 100, True, None,
            [rng.choice(WORDS) for _ in range(rng.randrange(4))], {"from": rng.randrange(100), "to": {"id": rng.choice(WORDS)}},
        ))  # fmt: skip
    return made

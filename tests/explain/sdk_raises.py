"""What the official SDKs themselves raise: read from the installed Python package, and from a copy of the TypeScript one's sentences."""

import ast
import builtins
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SPEC = find_spec("anthropic")
assert SPEC is not None
assert SPEC.origin is not None
SDK = Path(SPEC.origin).parent
TYPESCRIPT = [json.loads(line) for line in (Path(__file__).parent / "sdk_typescript.jsonl").read_text("utf-8").splitlines()]
_INTERNAL = ("_vendor", "lib/tools", "_utils/_reflection", "_utils/_typing", "_utils/_datetime", "_models")
"""Parts that raise for what a program's own tools do, or for faults of the SDK."""
FILLED = "7"
"""Stands for whatever the SDK puts into a sentence."""


@dataclass(frozen=True)
class Raised:
    """One `raise` with a sentence."""

    file: str
    line: int
    kind: str
    text: str

    @property
    def traceback(self) -> str:
        """As Python prints it where nobody catches it."""
        module = "" if hasattr(builtins, self.kind) else "anthropic."
        return (
            "Traceback (most recent call last):\n"
            '  File "/app/main.py", line 12, in <module>\n    reply = client.messages.create(**request)\n'
            f'  File "/venv/lib/python3.12/site-packages/anthropic/{self.file}", line {self.line}, in call\n    raise {self.kind}(\n'
            f"{module}{self.kind}: {self.text}\n"
        )


def _words(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(part.value if isinstance(part, ast.Constant) else FILLED for part in parts)  # type: ignore[misc]  # constants of it are texts
        case ast.BinOp(left=left, right=right):
            return _words(left) + _words(right)
    return ""


def raised() -> Iterator[Raised]:
    """Every sentence that the Python SDK raises, once; those that differ in a name only, too."""
    seen: set[tuple[str, str]] = set()
    for path in sorted(SDK.rglob("*.py")):
        file = path.relative_to(SDK).as_posix()
        if file.startswith(_INTERNAL):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                kind = ast.unparse(node.exc.func).rpartition(".")[2]
                said = [_words(one) for one in (*node.exc.args, *(word.value for word in node.exc.keywords if word.arg == "message"))]
                text = next((one for one in said if " " in one.strip()), "")
                key = (kind, re.sub(r"`\w+`", "", text))  # hundreds of methods want their id not to be empty
                if text and key not in seen:
                    seen.add(key)
                    yield Raised(file, node.lineno, kind, text)


def sentences_of(file: str) -> str:
    """All literal text of one file of the Python SDK, without white space and backticks."""
    constants = [node.value for node in ast.walk(ast.parse((SDK / file).read_text("utf-8"))) if isinstance(node, ast.Constant)]
    return "".join("".join(str(one).replace("`", "").split()) for one in constants if isinstance(one, str))

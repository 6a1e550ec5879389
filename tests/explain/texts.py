"""The committed corpus of pasted texts, and how messages are compared: white space, backticks and Bedrock's lead-in aside."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LEAD_IN = "Themodelreturnedthefollowingerrors:"


@dataclass(frozen=True, slots=True)
class Text:
    """One pasted text with what stands in it."""

    id: str
    raw: str
    message: str
    status: int
    error_type: str
    platform: str
    genuine: bool | None


@cache
def texts() -> tuple[Text, ...]:
    """Every text of the corpus."""
    return tuple(_read())


def _read() -> Iterator[Text]:
    path = Path(__file__).parents[1] / "corpus" / "texts.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        yield Text(**json.loads(line))


def squeezed(message: str) -> str:
    """The message as it is compared."""
    return re.sub(r"[\s`\\]+", "", message).removeprefix(_LEAD_IN)

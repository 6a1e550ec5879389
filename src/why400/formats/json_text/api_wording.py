"""How the API words a body that is not valid JSON, from a dated table and not from the parser installed here."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from why400.formats.json_text.positions import LineIndex
from why400.formats.json_text.syntax_error import first_error


@dataclass(frozen=True, slots=True)
class Sentence:
    """The parser's remark for one kind of error."""

    text: str
    evidence: str
    """`observed` from the API, or `derived` from the parser that it uses."""
    source: str
    date: str


@cache
def sentences() -> tuple[str, dict[str, Sentence]]:
    """Return the words in front of every remark, and the remarks by kind of error."""
    raw = resources.files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)
    return table["prefix"], {kind: Sentence(**row) for kind, row in table["sentence"].items()}


def api_message(text: bytes) -> tuple[str, bool] | None:
    """Return the API's message for a broken body and whether it is derived; None when the text is valid JSON.

    A derived sentence is the parser's own for a kind of error that nobody has been seen to get from the API.
    """
    error = first_error(text)
    if error is None:
        return None
    prefix, table = sentences()
    sentence = table[error.kind]
    lines = LineIndex(text)
    line, column = lines.line_column(error.offset)
    place = f"line {line} column {column} (char {lines.character(error.offset)})"
    return f"{prefix}{sentence.text}: {place}", sentence.evidence != "observed"

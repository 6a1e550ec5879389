"""How languages print a key with its text: JSON and the literals of other languages.

`QUOTED` finds every key that may hold a message and whose text is quoted; `BARE` is the table of printings without
quotes. To support another printing, add a row.
"""

import re
from dataclasses import dataclass

# The keys of a message; the other keys that `QUOTED` knows hold one only where none of these is near.
BEST_KEYS = ("message", "Message", "errorMessage", "MESSAGE")

# JSON `"message": "…"`, escaped `\"message\":\"…\"`, Python `'message': "…"`, Ruby `:message=>"…"`/`message: "…"`, Lua
# `message = "…"`, Elixir `message: "…"`, Rust `message: Some("…")`, Swift `Optional("…")`, Go `Message: "…"`,
# Clojure `:message "…"`, PHP `["message"]=> string(3) "…"`, Node `message: '…'`, bytes `b'…'`, raw `r#"…"#`.
QUOTED = re.compile(
    r"""(?:[mM]essage|errorMessage|MESSAGE|error_description|error_message|detail|error|msg|raw|reason|title|description)"""
    r"""(?P<kq>(?:\n[ \t│]*)?\\*["']?)\]?[\s│]*(?:(?:=>|:=|[:=])[\s│]*|(?<=[mM]essage) )"""
    r"""(?:(?:Some|Optional|String|str|text)\(|string\(\d+\)\s+|&|b(?=\\*["'])|r\#*(?="))?"""
    r"""(?P<bs>\\*)(?P<quote>["'`“])"""
)
_BEFORE_KEY = frozenset("\"'{([,: \t\n│.@;?\\`|-")


@dataclass(frozen=True, slots=True)
class Bare:
    """One printing without quotes: where it stands, and the pattern whose group `text` is the message."""

    language: str
    anchor: str
    pattern: re.Pattern[str]


BARE: tuple[Bare, ...] = (
    Bare(
        "Go map",
        "map[",
        re.compile(r"map\[(?:[^\[\]]{0,300}map\[)?[^\[\]]{0,200}?message:(?P<text>[^\n]{1,800}?)(?= type:[\w<>]+\]|\]\s|\]\]|\]$)"),
    ),
    Bare("Go struct", "Message:", re.compile(r"\bMessage:(?P<text>[^\"'\s][^\n]{0,800}?)(?=\}| [A-Z][A-Za-z]*:\S|$)")),
    Bare("PHP print_r", "[message]", re.compile(r"\[message\] => (?P<text>[^\n]{1,2000})")),
    Bare("XML", "essage>", re.compile(r"<[mM]essage>\s*+(?P<text>[^<\s](?:[^<]{0,2000}[^<\s])?)\s*+</[mM]essage>")),
    Bare(
        "Dart map",
        ", message: ",
        re.compile(r"\{type: (?P<type>\w+), message: (?P<text>[^\n{}\"']{1,800}?)(?=, \w+: |\})"),
    ),
    Bare(
        "Java toString",
        "message=",
        re.compile(r"\bmessage=(?P<text>[^\"'\s\\(](?:[^\n}\]()]|\([^()\n]{0,200}\)){0,800}?)(?=, ?\w+=|[}\])]|$)", re.MULTILINE),
    ),
    Bare(
        "AI log",
        ", message: ",
        re.compile(
            r"\btype: (?P<type>\w+_error|\w+Exception), message: (?P<text>[^\n\"'{}]{1,800}?)(?=error, status code|, status|, request|$)",
            re.MULTILINE,
        ),
    ),
)


def is_key_start(text: str, at: int) -> bool:
    """Whether a key may begin at this offset: nothing of an identifier stands before it."""
    return at == 0 or text[at - 1] in _BEFORE_KEY

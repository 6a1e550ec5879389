"""The words of a message that was cut out of running text: breaks, escapes, markdown and code around it taken off."""

import re

from why400.explain.bounds import opener_before
from why400.explain.escape import unescape
from why400.explain.peel import peel
from why400.explain.wrap import unwrap

_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*\*(?![*\w])")
# String literals side by side in code.
_JOINED = re.compile(r"""(["'])[ \t]*[+.\\]?[ \t]*\n[ \t]*[+.]?[ \t]*[fru]?\1""")
# What closes code after a string: `';`, `"),`.
_LOOSE = re.compile(r"\\*([\"'`])[;,)\]}]+$")
_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_CURLY = {"”": "“", "」": "「", "’": "‘"}
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))


def clean(text: str, begin: int, finish: int) -> str:
    """The message that stands between two offsets."""
    raw = text[begin:finish]
    message = unwrap(_JOINED.sub("", raw) if "\n" in raw else raw)
    if "**" in message:
        message = _BOLD.sub(r"\1", message)
    if "\\" in message:
        _, run = opener_before(text, begin)
        if run or '\\"' in message or "\\`" in message:
            message = unescape(message, run).replace("\n", " ")
    return peel(_trim(message))


def _quotes(message: str, quote: str) -> int:
    """How often the quote stands in the message, apostrophes inside a word aside."""
    return message.count(quote) - (len(_APOSTROPHE.findall(message)) if quote == "'" else 0)


def _trim(message: str) -> str:
    for _ in range(4):
        shorter = _trim_once(message)
        if shorter == message:
            break
        message = shorter
    return message


def _trim_once(message: str) -> str:
    message = message.strip().removeprefix("`` ")
    bare = message.rstrip(".")
    if bare and bare[-1] in _CURLY and _CURLY[bare[-1]] not in message:
        message = bare[:-1]
    for opening, closing in _BRACKETS:
        while message.endswith(closing) and message.count(closing) > message.count(opening):
            message = message[:-1].rstrip()
    loose = _LOOSE.search(message) if message.endswith((";", ",", ")", "]", "}")) else None
    if loose is not None and message.count(loose[1]) % 2:
        message = message[: loose.start()]
    for quote in "\"'`":
        if message.endswith(quote) and _quotes(message, quote) % 2:
            message = message[:-1].rstrip()
    return message

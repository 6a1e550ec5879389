"""Messages that stand in a structure: JSON bodies at any depth of escaping, and the literals of other languages.

The innermost message wins: gateways put the API's whole answer into a `message`, `raw` or `body` of their own. Type,
code and status are read from beside it, in the same object.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from why400.explain.escape import string_end, unescape
from why400.explain.literal import BARE, BEST_KEYS, QUOTED, is_key_start
from why400.explain.peel import peel
from why400.explain.wrap import unwrap


@dataclass(slots=True)
class Held:
    """A message found in a structure, with what stands beside it; offsets are in the region's text."""

    key: str
    key_at: int
    start: int
    end: int
    message: str
    type: str | None
    code: str | None
    closed: bool


_SIBLING_TYPE = re.compile(
    r"""(?:\b(?:r\#)?[tT]ype|ErrorType|__type|\b[sS]tatus|\bobject|\bname|error_code)\\*["']?\]?[\s│]*(?:(?:=>|[:=])[\s│]*|(?<=:type)\s)"""
    r"""(?:string\(\d+\)\s+)?\\*["']?[\s]{0,12}(?P<type>[A-Za-z_<][\w.#:<> -]{2,100}?|\d{4,6})(?=\\*["']|[\s,}\])]|$)"""
)
_SIBLING_CODE = re.compile(r"""\b(?:error_code|code|Code)\\*["']?[\s│]*[:=][\s│]*(?:Some\()?\\*["']?(?P<code>[\w.-]{1,80})""")
_DETAIL_CODE = re.compile(r"""error_code\\*["']\s*:\s*\\*["'](\w+)""")
_NOT_TYPES = frozenset({"error", "None", "null", "failure", "text", "errored", "message", "user", "system", "assistant", "nil", "string"})
_BODY = re.compile(r"""[\s\\nb'"]*[{\[]""")


def held_messages(text: str, spans: Iterable[tuple[int, int]]) -> list[Held]:
    """Every text that stands under a key that may hold a message; innermost only, in order.

    Keys are sought in `spans` of the text only.
    """
    found: list[Held] = []
    for low, high in spans:
        for hit in QUOTED.finditer(text, low, high):
            if not is_key_start(text, hit.start()):
                continue
            key = hit[0][: hit.start("kq") - hit.start()]
            start = hit.end()
            backslashes = len(hit["bs"])
            end, closed = string_end(text, start, backslashes, hit["quote"])
            if "(" in hit[0] and closed and text[end + backslashes + 1 : end + backslashes + 2] != ")":
                # `Some("…")` and its like close with the bracket; quotes inside are not escaped in every language
                bracket = text.find(hit["quote"] + ")", end, start + 4000)
                end = bracket if bracket >= 0 else end
            raw = text[start:end]
            if hit["quote"] == "`" and _RUNS_ON.match(text, end):
                continue  # the value is not quoted, it begins with a word in backticks
            if raw.strip() or key in BEST_KEYS:
                found.append(Held(key, hit.start(), start, end, raw, None, str(backslashes) + hit["quote"], closed))
    return [_finish(text, held) for held in _innermost(found)] + _bare(text, found) + _nameless(text, found)


# Validators of look-alikes list their faults below one line that counts them.
_LISTED = re.compile(r"[^\n]{0,80}\b(?:[2-9]|\d{2,5}) validation errors for \w+(?=\n)")
_RUNS_ON = re.compile(r"`,?[ \t]+\w")
# An exception of AWS that came without a message: its name is all there is.
_NAMELESS = re.compile(r"""["'](?:name|__type|code)\\*["']\s*:\s*\\*["']([A-Z][A-Za-z]+Exception)\b""")


def _nameless(text: str, quoted: list[Held]) -> list[Held]:
    if quoted or "Exception" not in text:
        return []
    return [Held("message", hit.start(), hit.start(1), hit.end(1), hit[1], hit[1], None, True) for hit in _NAMELESS.finditer(text)]


def _innermost(found: list[Held]) -> list[Held]:
    """Without those that hold another, and without the weaker of two keys of one object."""
    kept: list[Held] = []
    for held in found:
        while kept and kept[-1].end > held.key_at:
            outer = kept.pop()
            if not held.message.strip() or (
                held.key not in BEST_KEYS and outer.key in BEST_KEYS and (held.key == "msg" or not _BODY.match(outer.message))
            ):
                held = outer
                break
        kept.append(held)
    return kept


def _finish(text: str, held: Held) -> Held:
    backslashes = int(held.code[:-1]) if held.code else 0
    raw = held.message
    message = unescape(unwrap(raw) if "\n" in raw else raw, backslashes)
    if (several := _LISTED.match(message)) is not None:
        message = several[0]
    held.message = peel(unwrap(message) if "\n" in message or "  " in message else message.strip())
    if held.key == "error":
        held.message = held.message.removeprefix("Error: ")  # JavaScript's own beginning of an exception's text
    held.type, held.code = _siblings(text, held)
    return held


def _siblings(text: str, held: Held) -> tuple[str | None, str | None]:
    before_from = max(0, held.key_at - 240)
    before = text[before_from : held.key_at]
    after = text[held.end : held.end + 240]
    brace = max(before.rfind("{"), before.rfind("}"))
    same_before = before[before.rfind("{") + 1 :] if before.rfind("{") >= before.rfind("}") else ""
    close = after.find("}")
    same_after = after if close < 0 else after[:close]
    if "{" in same_after:
        same_after = same_after[: same_after.find("{")]
    error_type = _type_in(same_before) or _type_in(same_after)
    if error_type is None and brace >= 0:
        error_type = _type_in(before[before.rfind("\n\n") + 1 :])
    code_hit = _SIBLING_CODE.search(same_before) or _SIBLING_CODE.search(same_after)
    code = code_hit["code"] if code_hit is not None else None
    if "error_code" in after and (detail := _DETAIL_CODE.search(after)) is not None:
        code = detail[1]  # `error.details.error_code`, the API's own
    if error_type is None and code is not None and code.endswith("Exception"):
        error_type = code  # AWS SDKs print the exception's name as the code
    return error_type, None if code in (None, "null", "None", "nil") or (code.isdigit() and len(code) == 3) else code


def _type_in(part: str) -> str | None:
    last = None
    for hit in _SIBLING_TYPE.finditer(part):
        value = hit["type"].strip()
        if value not in _NOT_TYPES:
            last = value
    return last


def _bare(text: str, quoted: list[Held]) -> list[Held]:
    found: list[Held] = []
    for row in BARE:
        if row.anchor not in text:
            continue
        for hit in row.pattern.finditer(text):
            start, end = hit.span("text")
            if any(held.start < end and start < held.end for held in (*quoted, *found)):
                continue
            groups = hit.groupdict()
            held = Held("message", hit.start(), start, end, peel(unwrap(hit["text"])), None, None, True)
            held.type, held.code = _siblings(text, held)
            held.type = groups.get("type") or held.type
            found.append(held)
    return found

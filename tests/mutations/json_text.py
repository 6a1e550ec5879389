"""Bodies that are no JSON: one slip of the keyboard, the serialiser or the network.

Only few kinds of the service's sentence have been seen. Its counts start at 0 for `char` and at 1 for `column`.
"""

from __future__ import annotations

import json

from hypothesis import strategies as st

from .planted import Body, Draw, Planted, mutator
from .values import pick, some, word

LEAD = "The request body is not valid JSON: "
SMALL = 20_000
"""Characters; larger bodies only make this slower."""


def pretty(body: Body) -> list[str] | None:
    text = json.dumps(body, indent=2, ensure_ascii=False)
    return text.split("\n") if len(text) < SMALL else None


def broken(lines: list[str], at: int, *near: int) -> Planted:
    """The lines as a body; the fault is in line `at` (0-based), and the lines `near` will do as well."""
    counted = tuple(sorted({at + 1, *(n + 1 for n in near)}))
    return Planted(raw="\n".join(lines).encode(), parts=(LEAD,), lines=counted)


def with_line(lines: list[str], at: int, text: str) -> list[str]:
    return [*lines[:at], text, *lines[at + 1 :]]


@mutator(evidence=("ba-body-not-json", "dev-282"))
def missing_comma(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    at = some(draw, [n for n, line in enumerate(lines) if line.endswith(",")]) if lines else None
    if lines is None or at is None:
        return None
    return broken(with_line(lines, at, lines[at][:-1]), at, at + 1)


@mutator(evidence=("ba-body-not-json",))
def trailing_comma(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    if lines is None:
        return None
    ends = [n for n in range(len(lines) - 1) if lines[n + 1].strip(" ,") in ("}", "]") and lines[n][-1] not in "{[,"]
    at = some(draw, ends)
    return None if at is None else broken(with_line(lines, at, lines[at] + ","), at, at + 1)


@mutator(evidence=("ba-body-not-json",))
def comment(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    if lines is None:
        return None
    at = pick(draw, range(len(lines) - 1))
    return broken(with_line(lines, at, lines[at] + pick(draw, (" // note", " # note", " /* note */"))), at)


@mutator(evidence=("ba-body-not-json",))
def python_literal(body: Body, draw: Draw) -> Planted | None:
    lines = pretty({**body, "zz": None})
    if lines is None:
        return None
    at = len(lines) - 2
    return broken(with_line(lines, at, lines[at].replace("null", pick(draw, ("None", "True", "False")))), at)


@mutator(evidence=("ba-body-not-json",))
def no_number(body: Body, draw: Draw) -> Planted | None:
    lines = pretty({**body, "zz": None})
    if lines is None:
        return None
    at = len(lines) - 2
    value = pick(draw, ("NaN", "Infinity", "-Infinity", "undefined", ".5", "1.", "0x10", "01"))
    return broken(with_line(lines, at, lines[at].replace("null", value)), at, at + 1)


@mutator(evidence=("ba-body-not-json",))
def single_quotes(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    at = some(draw, [n for n, line in enumerate(lines) if line.lstrip().startswith('"') and '": ' in line]) if lines else None
    if lines is None or at is None:
        return None
    return broken(with_line(lines, at, lines[at].replace('"', "'", 2)), at)


@mutator(evidence=("ba-body-not-json",))
def bare_key(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    at = some(draw, [n for n, line in enumerate(lines) if line.lstrip().startswith('"') and '": ' in line]) if lines else None
    if lines is None or at is None:
        return None
    return broken(with_line(lines, at, lines[at].replace('"', "", 2)), at)


@mutator(evidence=("ba-body-not-json",))
def cut_off(body: Body, draw: Draw) -> Planted | None:
    """Anywhere short of the last brace."""
    text = json.dumps(body)
    if len(text) > SMALL:
        return None
    return Planted(raw=text[: draw(st.integers(1, len(text) - 1))].encode(), parts=(LEAD,))


@mutator(evidence=("ba-body-not-json",))
def text_behind(body: Body, draw: Draw) -> Planted | None:
    lines = pretty(body)
    if lines is None:
        return None
    return broken([*lines, pick(draw, ("}", "{}", "]", "EOF", word(draw)))], len(lines), len(lines) - 1)


def in_text(body: Body, draw: Draw, insert: str) -> tuple[bytes, int] | None:
    """The compact body with something in the middle of a text; and its 0-based position in characters."""
    text = json.dumps(body)
    start = text.find('"text": "')
    if start < 0 or len(text) > SMALL or text[start + 9] in '"\\':
        return None
    at = start + 10
    return (text[:at] + insert + text[at:]).encode(), at


@mutator(evidence=("dev-282",))
def control_character(body: Body, draw: Draw) -> Planted | None:
    got = in_text(body, draw, pick(draw, ("\t", "\x01", "\x0b", "\x1f", "\x1b")))
    if got is None:
        return None
    raw, at = got
    says = f"{LEAD}unexpected control character in string: line 1 column {at + 1} (char {at})"
    return Planted(raw=raw, message=says, lines=(1,))


@mutator(evidence=("dev-280", "dev-281", "dev-626"))
def lone_high_surrogate(body: Body, draw: Draw) -> Planted | None:
    """Which end of the escape the service counts to is not on record."""
    got = in_text(body, draw, pick(draw, ("\\ud83d", "\\ud800", "\\udbff")) + " ")
    return None if got is None else Planted(raw=got[0], parts=(f"{LEAD}no low surrogate in string: line 1 column ",), lines=(1,))


@mutator(evidence=("dev-279",))
def lone_low_surrogate(body: Body, draw: Draw) -> Planted | None:
    """As above."""
    got = in_text(body, draw, pick(draw, ("\\udc00", "\\ude00", "\\udfff")))
    return None if got is None else Planted(raw=got[0], parts=(f"{LEAD}invalid high surrogate in string: line 1 column ",), lines=(1,))

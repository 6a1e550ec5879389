"""Plants one fault at a place taken by chance: one function a kind, which returns the text, the right places and what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from bench.small_bodies import Token, Written, around, value_of

Place = tuple[int, int]


class Found(NamedTuple):
    """A text with its fault; bytes where it is not UTF-8."""

    text: str | bytes
    faults: list[Place]
    meant: list[object]


Planter = Callable[[Random, Written], Found | None]
PLANTERS: dict[str, Planter] = {}


def planter(kind: str) -> Callable[[Planter], Planter]:
    """Registers a function."""

    def register(function: Planter) -> Planter:
        PLANTERS[kind] = function
        return function

    return register


def pick(rng: Random, written: Written, *kinds: str, fits: Callable[[int], bool] = lambda _: True) -> int | None:
    """A token of these kinds, taken by chance; None where there is none."""
    places = [at for at, part in enumerate(written.parts) if part.kind in kinds and fits(at)]
    return rng.choice(places) if places else None


def meant_with(written: Written, at: int, text: str) -> object:
    """The value with another text for one token."""
    return value_of([*written.parts[:at], Token(written.parts[at].kind, text), *written.parts[at + 1 :]])


def missing(rng: Random, written: Written, *kinds: str, fits: Callable[[int], bool] = lambda _: True) -> Found | None:
    """Leaves out one token."""
    at = pick(rng, written, *kinds, fits=fits)
    if at is None:
        return None
    text, start = written.replaced(at, "")
    return Found(text, [around(text, start)], [value_of(written.parts)])


def added(written: Written, at: int, token: Token, shift: int = 0) -> Found:
    """Puts a token in front of another."""
    text, starts = written.write([*written.parts[:at], token, *written.parts[at:]])
    return Found(text, [(starts[at + shift], starts[at + shift])], [value_of(written.parts)])


@planter("missing comma")
def _comma(rng: Random, written: Written) -> Found | None:
    return missing(rng, written, ",")


@planter("missing colon")
def _colon(rng: Random, written: Written) -> Found | None:
    return missing(rng, written, ":")


def _half_quoted(rng: Random, written: Written, kind: str, *, opening: bool) -> Found | None:
    at = pick(rng, written, kind, fits=lambda at: len(written.parts[at].text) > 2)
    if at is None:
        return None
    raw = written.parts[at].text
    text, start = written.replaced(at, raw[1:] if opening else raw[:-1])
    place = start if opening else start + len(raw) - 1
    return Found(text, [around(text, place)], [value_of(written.parts)])


@planter("missing quote in front of a key")
def _key_start(rng: Random, written: Written) -> Found | None:
    return _half_quoted(rng, written, "key", opening=True)


@planter("missing quote behind a key")
def _key_end(rng: Random, written: Written) -> Found | None:
    return _half_quoted(rng, written, "key", opening=False)


@planter("missing quote in front of a value")
def _value_start(rng: Random, written: Written) -> Found | None:
    return _half_quoted(rng, written, "string", opening=True)


@planter("missing quote behind a value")
def _value_end(rng: Random, written: Written) -> Found | None:
    return _half_quoted(rng, written, "string", opening=False)


def inside(rng: Random, written: Written, wrong: str, *meant: str, back: int = 0) -> Found | None:
    """Puts text inside of a string, between two characters of its value."""
    at = pick(rng, written, "string", fits=lambda at: len(written.parts[at].text) > 4)
    if at is None:
        return None
    raw = written.parts[at].text
    cuts = [match.start() for match in re.finditer(r"\\u....|\\.|[^\\]", raw[1:-1])]
    cut = 1 + rng.choice(cuts)
    text, start = written.replaced(at, raw[:cut] + wrong + raw[cut:])
    place = start + cut + back
    return Found(text, [(place, place)], [meant_with(written, at, raw[:cut] + right + raw[cut:]) for right in meant])


@planter("unescaped quotes around a word")
def _quotes(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", fits=lambda at: " " in written.parts[at].text)
    if at is None:
        return None
    raw = written.parts[at].text
    cut = rng.choice([match.end() for match in re.finditer(" ", raw[:-1])])
    text, start = written.replaced(at, raw[:cut] + '"maybe" ' + raw[cut:])
    return Found(text, [(start + cut, start + cut)], [meant_with(written, at, raw[:cut] + '\\"maybe\\" ' + raw[cut:])])


@planter("one unescaped quote")
def _inch(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, ' 5" ', ' 5\\" ', back=2)


@planter("a string's own quotes unescaped")
def _own_quotes(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", fits=lambda at: '\\"' in written.parts[at].text)
    if at is None:
        return None
    raw = written.parts[at].text
    text, start = written.replaced(at, raw.replace('\\"', '"'))
    place = start + raw.index('\\"')
    return Found(text, [(place, place)], [value_of(written.parts)])


@planter("raw line break in a string")
def _newline(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, *rng.choice((("\n", "\\n"), ("\r\n", "\\r\\n"))))


@planter("raw tab in a string")
def _tab(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, "\t", "\\t")


@planter("control character in a string")
def _control(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, *rng.choice((("\x1b", "\\u001b"), ("\x00", "\\u0000"), ("\x08", "\\b"))))


@planter("trailing comma")
def _trailing(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "}", "]", fits=lambda at: written.parts[at - 1].kind not in ("{", "["))
    return None if at is None else added(written, at, Token(",", ","))


@planter("double comma")
def _double(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, ",")
    return None if at is None else added(written, at, Token(",", ","), 1)


def _requoted(raw: str, left: str, right: str) -> str:
    return left + raw[1:-1].replace('\\"', '"').replace(right, "\\" + right if right == "'" else right) + right


@planter("one string in single quotes")
def _single(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", "key")
    if at is None:
        return None
    text, start = written.replaced(at, _requoted(written.parts[at].text, "'", "'"))
    return Found(text, [(start, start)], [value_of(written.parts)])


@planter("Python's repr")
def _repr(rng: Random, written: Written) -> Found | None:
    value = value_of(written.parts)
    text = repr(value)
    if rng.random() < 0.3:
        text = text.replace("['END', '\\n\\nH:']", "('END', '\\n\\nH:')")
    return Found(text, [(1, 1)], [value])


def _word(rng: Random, written: Written, *words: tuple[str, ...]) -> Found | None:
    at = pick(rng, written, "literal", "number", "string")
    if at is None:
        return None
    wrong, *right = rng.choice(words)
    text, start = written.replaced(at, wrong)
    return Found(text, [(start, start)], [meant_with(written, at, word) for word in right])


@planter("Python's word")
def _python(rng: Random, written: Written) -> Found | None:
    return _word(rng, written, ("None", "null"), ("True", "true"), ("False", "false"))


@planter("undefined")
def _undefined(rng: Random, written: Written) -> Found | None:
    return _word(rng, written, ("undefined", "null", '"undefined"'))


@planter("NaN or Infinity")
def _nan(rng: Random, written: Written) -> Found | None:
    return _word(rng, written, *((word, "null", f'"{word}"') for word in ("NaN", "Infinity", "-Infinity")))


@planter("number of another language")
def _number(rng: Random, written: Written) -> Found | None:
    return _word(rng, written, (".5", "0.5"), ("+1", "1"), ("01", "1"), ("1.", "1.0"), ("0x1F", "31"), ("1_000", "1000"), ("-.5", "-0.5"))


@planter("comment")
def _comment(rng: Random, written: Written) -> Found | None:
    at = rng.randrange(1, len(written.parts))
    note = rng.choice(("the limit", 'it\'s "quoted", maybe', "TODO: {check} [this]", 'old: "a": 1,'))
    word = rng.choice((f"/* {note} */", f"// {note}\n", f"# {note}\n"))
    return added(written, at, Token("comment", word))


@planter("unquoted key")
def _bare_key(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "key")
    assert at is not None
    text, start = written.replaced(at, written.parts[at].text[1:-1])
    return Found(text, [(start, start)], [value_of(written.parts)])


@planter("all keys unquoted")
def _bare_keys(_: Random, written: Written) -> Found | None:
    parts = [Token(part.kind, part.text[1:-1]) if part.kind == "key" else part for part in written.parts]
    text, starts = written.write(parts)
    return Found(text, [(at, at) for at, part in zip(starts, parts, strict=True) if part.kind == "key"], [value_of(written.parts)])


@planter("unquoted value")
def _bare_value(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", fits=lambda at: re.fullmatch(r'"[A-Za-z][\w ./?-]+"', written.parts[at].text) is not None)
    if at is None or written.parts[at].text.strip(' "') == "null":
        return None
    text, start = written.replaced(at, written.parts[at].text[1:-1])
    return Found(text, [(start, start)], [value_of(written.parts)])

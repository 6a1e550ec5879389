"""One planter a kind of fault: each puts one fault at a place taken by chance and says what was meant."""

import json
import random
import re

from json_bodies import Layout, Planted, Planter, Token, meant, pick, swapped, without

PLANTERS: dict[str, Planter] = {}


def planter(kind: str):
    def register(function):
        def plant(rng: random.Random, parts: list[Token], layout: Layout) -> Planted | None:
            planted = function(rng, parts, layout)
            return None if planted is None else Planted(planted[0], planted[1], kind, planted[2])

        PLANTERS[function.__name__] = plant
        return plant

    return register


def is_value_string(parts, i, least=8):
    return parts[i].kind == "string" and len(parts[i].text) >= least


@planter("missing-comma")
def missing_comma(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == ",")
    text, starts = without(parts, i, layout)
    return text, starts[i], meant(parts)


@planter("trailing-comma")
def trailing_comma(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind in "}]" and parts[i - 1].kind not in "{[")
    text, starts = layout.write([*parts[:i], Token(",", b","), *parts[i:]])
    return text, starts[i], meant(parts)


@planter("extra-comma")
def extra_comma(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == ",")
    text, starts = layout.write([*parts[:i], Token(",", b","), *parts[i:]])
    return text, starts[i + 1], meant(parts)


@planter("missing-colon")
def missing_colon(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == ":")
    text, starts = without(parts, i, layout)
    return text, starts[i], meant(parts)


@planter("missing-closing-bracket")
def missing_bracket(rng, parts, layout):
    def unambiguous(i):
        here, rest = parts[i].kind, [part.kind for part in parts[i + 1 : i + 3]]
        if here == "]":
            return rest[:1] == ["}"] or rest == [",", "key"]
        return here == "}" and (rest[:1] == ["]"] or rest == [",", "{"])

    i = pick(rng, parts, unambiguous)
    text, starts = without(parts, i, layout)
    return text, starts[i], meant(parts)


@planter("mismatched-bracket")
def mismatched_bracket(rng, parts, layout):
    i = len(parts) - 1
    text, starts = swapped(parts, i, b"]", layout)
    return text, starts[i], meant(parts)


@planter("extra-closing-bracket")
def extra_bracket(rng, parts, layout):
    text, _ = layout.write(parts)
    return text + b"}", len(text), meant(parts)


@planter("unescaped-quote")
def unescaped_quote(rng, parts, layout):
    i = pick(rng, parts, lambda i: is_value_string(parts, i) and b" " in parts[i].text[2:-2])
    if i is None:
        return None
    blanks = [m.start() for m in re.finditer(rb" ", parts[i].text[:-2]) if m.start() > 1]
    at = rng.choice(blanks)
    raw = parts[i].text
    new = raw[:at] + b' "word" ' + raw[at:]
    text, starts = swapped(parts, i, new, layout)
    proper = Token("string", raw[:at] + b' \\"word\\" ' + raw[at:])
    return text, starts[i] + at + 1, meant([*parts[:i], proper, *parts[i + 1 :]])


@planter("unescaped-quote")
def unescaped_json(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == "string")
    inner = rng.choice(['{"city": "Paris", "n": 2}', '[{"a": "b"}, {"c": [1, "d"]}]', '{"a": {"b": "c"}}'])
    text, starts = swapped(parts, i, b'"' + inner.encode() + b'"', layout)
    proper = Token("string", json.dumps(inner).encode())
    return text, starts[i] + 1 + inner.index('"'), meant([*parts[:i], proper, *parts[i + 1 :]])


def _inside(rng, parts, layout, wrong, right):
    i = pick(rng, parts, lambda i: parts[i].kind == "string")
    raw = parts[i].text
    at = len(raw) - 1 if rng.random() < 0.5 else 1
    text, starts = swapped(parts, i, raw[:at] + wrong + raw[at:], layout)
    proper = Token("string", raw[:at] + right + raw[at:])
    return text, starts[i] + at, meant([*parts[:i], proper, *parts[i + 1 :]])


@planter("unescaped-newline")
def unescaped_newline(rng, parts, layout):
    return _inside(rng, parts, layout, b"\n", b"\\n")


@planter("control-character")
def control_character(rng, parts, layout):
    wrong, right = rng.choice([(b"\t", b"\\t"), (b"\x1b", b"\\u001b"), (b"\x00", b"\\u0000")])
    return _inside(rng, parts, layout, wrong, right)


@planter("invalid-escape")
def invalid_escape(rng, parts, layout):
    wrong, right = rng.choice([(b"\\d", b"\\\\d"), (b"\\'", b"'"), (b"\\x41", b"A"), (b"\\u12 ", b"\\\\u12 ")])
    return _inside(rng, parts, layout, wrong, right)


@planter("lone-surrogate")
def lone_surrogate(rng, parts, layout):
    return _inside(rng, parts, layout, rng.choice([b"\\ud83d ", b"\\ude00 "]), b"\\ufffd ")


@planter("single-quotes")
def single_quotes(rng, parts, layout):
    def plain(i):
        return parts[i].kind == "string" and b"'" not in parts[i].text and b'\\"' not in parts[i].text

    i = pick(rng, parts, plain)
    text, starts = swapped(parts, i, b"'" + parts[i].text[1:-1] + b"'", layout)
    return text, starts[i], meant(parts)


@planter("unquoted-key")
def unquoted_key(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == "key")
    text, starts = swapped(parts, i, parts[i].text[1:-1], layout)
    return text, starts[i], meant(parts)


@planter("unquoted-value")
def unquoted_value(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == "string" and re.fullmatch(rb'"[A-Za-z][\w\-]+"', parts[i].text))
    text, starts = swapped(parts, i, parts[i].text[1:-1], layout)
    return text, starts[i], meant(parts)


@planter("missing-quote")
def missing_closing_quote_of_key(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == "key" and parts[i + 2].kind == "string")
    text, starts = swapped(parts, i, parts[i].text[:-1], layout)
    return text, starts[i] + len(parts[i].text) - 1, meant(parts)


@planter("missing-quote")
def missing_closing_quote_of_value(rng, parts, layout):
    i = pick(
        rng,
        parts,
        lambda i: parts[i].kind == "string" and parts[i + 1].kind == "," and parts[i + 2].kind == "key" and b'\\"' not in parts[i].text,
    )
    if i is None:
        return None
    text, starts = swapped(parts, i, parts[i].text[:-1], layout)
    return text, starts[i] + len(parts[i].text) - 1, meant(parts)


@planter("comment")
def comment(rng, parts, layout):
    i = rng.randrange(1, len(parts))
    note = rng.choice([b'/* why, oh: "why" */', b"// it's here\n", b"# note {\n"])
    text, starts = layout.write([*parts[:i], Token("literal", note), *parts[i:]])
    return text, starts[i], meant(parts)


def _literal(rng, parts, layout, words):
    i = pick(rng, parts, lambda i: parts[i].kind == "literal")
    wrong, right = rng.choice(words)
    text, starts = swapped(parts, i, wrong, layout)
    return text, starts[i], meant([*parts[:i], Token("literal", right), *parts[i + 1 :]])


@planter("python-literal")
def python_literal(rng, parts, layout):
    return _literal(rng, parts, layout, [(b"None", b"null"), (b"True", b"true"), (b"False", b"false")])


@planter("javascript-undefined")
def undefined(rng, parts, layout):
    return _literal(rng, parts, layout, [(b"undefined", b"null")])


@planter("nan-or-infinity")
def nan(rng, parts, layout):
    return _literal(rng, parts, layout, [(b"NaN", b"null"), (b"-Infinity", b"null"), (b"inf", b"null")])


@planter("leading-zero")
def leading_zero(rng, parts, layout):
    return _literal(rng, parts, layout, [(b"007", b"7"), (b"-01.5", b"-1.5"), (b"00", b"0")])


@planter("number-malformed")
def malformed_number(rng, parts, layout):
    words = [(b".5", b"0.5"), (b"1.", b"1.0"), (b"+1", b"1"), (b"0x10", b"16"), (b"1_000", b"1000"), (b"1e", b"1")]
    return _literal(rng, parts, layout, words)


@planter("number-too-large")
def too_large(rng, parts, layout):
    largest = b"1.7976931348623157e308"
    return _literal(rng, parts, layout, [(b"1e999", largest), (b"9" * 400, largest), (b"-1e400", b"-" + largest)])


@planter("template-placeholder")
def placeholder(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind in ("string", "number", "literal"))
    wrong = rng.choice([b"{{ user.name }}", b"${KEY}", b"<YOUR_KEY>", b"{{x}}", b"$MODEL"])
    text, starts = swapped(parts, i, wrong, layout)
    return text, starts[i], meant([*parts[:i], Token("string", b'"' + wrong + b'"'), *parts[i + 1 :]])


@planter("bom")
def bom(rng, parts, layout):
    return b"\xef\xbb\xbf" + layout.write(parts)[0], 0, meant(parts)


@planter("wrong-encoding")
def latin_1(rng, parts, layout):
    i = pick(rng, parts, lambda i: parts[i].kind == "string")
    text, starts = swapped(parts, i, b'"caf\xe9 \xfc"', layout)
    return text, starts[i] + 4, meant([*parts[:i], Token("string", '"café ü"'.encode()), *parts[i + 1 :]])


@planter("wrong-encoding")
def utf_16(rng, parts, layout):
    text = layout.write(parts)[0].decode()
    return text.encode(rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])), 0, meant(parts)


@planter("two-documents")
def two_documents(rng, parts, layout):
    text, _ = layout.write(parts)
    gap = rng.choice([b"", b"\n", b"  "])
    return text + gap + text, len(text + gap), meant(parts)


@planter("trailing-data")
def trailing_data(rng, parts, layout):
    text, _ = layout.write(parts)
    return text + rng.choice([b" EOF", b";", b"\n```\n", b"'"]), len(text), meant(parts)


@planter("leading-text")
def leading_text(rng, parts, layout):
    text, _ = layout.write(parts)
    return rng.choice([b"```json\n", b"data: ", b"const body = ", b"Here it is:\n"]) + text, 0, meant(parts)


@planter("double-encoded")
def double_encoded(rng, parts, layout):
    text, _ = layout.write(parts)
    return json.dumps(text.decode()).encode(), 0, meant(parts)


@planter("escaped-quotes")
def escaped_quotes(rng, parts, layout):
    text, _ = layout.write(parts)
    return json.dumps(text.decode())[1:-1].encode(), 1, meant(parts)


@planter("python-repr")
def python_repr(rng, parts, layout):
    value = meant(parts)
    return repr(value).encode(), 1, value

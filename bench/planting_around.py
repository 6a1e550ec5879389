"""Plants the faults that concern brackets, escapes, the encoding or what stands around the JSON, as `planting` does those of tokens."""

from __future__ import annotations

import json
from random import Random

from bench.cutting import cut
from bench.planting import PLANTERS, Found, inside, meant_with, missing, pick, planter
from bench.small_bodies import Token, Written, around, value_of

__all__ = ["PLANTERS"]


@planter("bracket missing at the end")
def _unclosed(_: Random, written: Written) -> Found | None:
    text, _begins = written.replaced(len(written.parts) - 1, "")
    return Found(text.rstrip(), [(len(text.rstrip()),) * 2], [value_of(written.parts)])


@planter("bracket missing in the middle")
def _unclosed_inside(rng: Random, written: Written) -> Found | None:
    return missing(rng, written, "}", "]", fits=lambda at: at < len(written.parts) - 1)


@planter("bracket too many")
def _extra(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "}", "]")
    assert at is not None
    bracket = written.parts[at].text
    text, starts = written.write()
    line = text[text.rfind("\n", 0, starts[at]) + 1 : starts[at]]
    # On a line of its own where the right one is, else behind it.
    extra = "\n" + line + bracket if written.indent and not line.strip() and rng.random() < 0.5 else bracket
    end = starts[at] + 1
    text = text[:end] + extra + text[end:]
    run = len(text[:end]) - len(text[:end].rstrip(" \n" + bracket))
    return Found(text, [(end - run, end + len(extra) - 1)], [value_of(written.parts)])


@planter("bracket of the wrong kind")
def _mismatched(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "}", "]")
    assert at is not None
    text, start = written.replaced(at, "]" if written.parts[at].text == "}" else "}")
    return Found(text, [(start, start)], [value_of(written.parts)])


@planter("byte order mark")
def _bom(_: Random, written: Written) -> Found | None:
    return Found("\ufeff" + written.write()[0], [(0, 0)], [value_of(written.parts)])


@planter("Latin-1")
def _latin(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string")
    assert at is not None
    parts = [Token(part.kind, part.text.encode("ascii", "ignore").decode()) for part in written.parts]
    parts[at] = Token("string", '"Größe in München, s\'il vous plaît"')
    text, starts = written.write(parts)
    return Found(text.encode("latin-1"), [(starts[at] + 3, starts[at] + 3)], [value_of(parts)])


@planter("UTF-16")
def _utf16(rng: Random, written: Written) -> Found | None:
    return Found(written.write()[0].encode(rng.choice(("utf-16", "utf-16-le", "utf-16-be"))), [(0, 0)], [value_of(written.parts)])


@planter("half of a surrogate pair")
def _surrogate(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, rng.choice(("\\ud83d ", "\\ude00 ")), "\\ufffd ", " ")


@planter("escape that JSON has not")
def _escape(rng: Random, written: Written) -> Found | None:
    return inside(rng, written, *rng.choice((("\\x41", "A"), ("\\'", "'"), ("\\d+", "\\\\d+"), ("\\$5", "\\\\$5", "$5"), ("\\s", "\\\\s"))))


@planter("Windows path")
def _windows(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string")
    assert at is not None
    path = rng.choice(("C:\\Users\\new\\table.csv", "D:\\data\\2024", "C:\\Windows\\fonts\\bold.ttf", "C:\\Program Files\\nodejs\\"))
    text, start = written.replaced(at, f'"{path}"')
    first = start + 1 + path.index("\\")
    return Found(text, [(first, first)], [meant_with(written, at, json.dumps(path))])


@planter("two documents")
def _two(rng: Random, written: Written) -> Found | None:
    text = written.write()[0]
    gap = rng.choice(("", "\n", ",\n"))
    return Found(text + gap + text, [(len(text), len(text + gap))], [value_of(written.parts), [value_of(written.parts)] * 2])


@planter("code fence")
def _fence(rng: Random, written: Written) -> Found | None:
    text, head = written.write()[0], rng.choice(("```json\n", "```\n"))
    return Found(f"{head}{text}\n```", [(0, 0), (len(head + text), len(head + text) + 1)], [value_of(written.parts)])


@planter("words in front")
def _front(rng: Random, written: Written) -> Found | None:
    head = rng.choice(("Here is the JSON you asked for:\n\n", "Sure! ", "data: ", "Request body = "))
    return Found(head + written.write()[0], [(0, 0)], [value_of(written.parts)])


@planter("words behind")
def _behind(rng: Random, written: Written) -> Found | None:
    text, tail = written.write()[0], rng.choice(("\n\nLet me know if you need anything else.", ";", "\n-- end", "\nEOF", '"'))
    return Found(text + tail, [around(text + tail, len(text))], [value_of(written.parts)])


@planter("assignment")
def _assignment(rng: Random, written: Written) -> Found | None:
    head, tail = rng.choice((("body = ", ""), ("const body = ", ";"), ("payload: ", ""), ("export default ", ";")))
    text = head + written.write()[0]
    return Found(text + tail, [(0, 0), *([(len(text), len(text))] if tail else [])], [value_of(written.parts)])


@planter("placeholder")
def _placeholder(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", "number", "literal")
    assert at is not None
    word = rng.choice(("{{name}}", "${x}", "<YOUR_API_KEY>", "{{ user.id }}", "$MODEL", "%s", "{{{raw}}}"))
    text, start = written.replaced(at, word)
    return Found(text, [(start, start)], [meant_with(written, at, json.dumps(word))])


@planter("key twice")
def _twice(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "key", fits=lambda at: written.parts[at + 2].kind in ("string", "number", "literal"))
    assert at is not None
    wrong = [Token("key", written.parts[at].text), Token(":", ":"), Token("number", "7"), Token(",", ",")]
    text, starts = written.write([*written.parts[:at], *wrong, *written.parts[at:]])
    return Found(text, [(starts[at + 4], starts[at + 4])], [value_of(written.parts)])


@planter("ellipsis")
def _ellipsis(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "}", "]", fits=lambda at: written.parts[at - 1].kind not in ("{", "["))
    assert at is not None
    text, starts = written.write([*written.parts[:at], Token(",", ","), Token("ellipsis", "..."), *written.parts[at:]])
    return Found(text, [(starts[at], starts[at + 1])], [value_of(written.parts)])


@planter("typographic quotes around one string")
def _smart(rng: Random, written: Written) -> Found | None:
    at = pick(rng, written, "string", "key", fits=lambda at: "”" not in written.parts[at].text)
    assert at is not None
    text, start = written.replaced(at, "“" + written.parts[at].text[1:-1] + "”")
    return Found(text, [(start, start)], [value_of(written.parts)])


@planter("typographic quotes everywhere")
def _all_smart(_: Random, written: Written) -> Found | None:
    parts = [Token(part.kind, f"“{part.text[1:-1]}”" if part.kind in ("string", "key") else part.text) for part in written.parts]
    if any("”" in part.text[1:-1] for part in written.parts):
        return None
    text, starts = written.write(parts)
    return Found(text, [(at, at) for at, part in zip(starts, parts, strict=True) if part.text[0] == "“"], [value_of(written.parts)])


@planter("encoded twice")
def _encoded(_: Random, written: Written) -> Found | None:
    return Found(json.dumps(written.write()[0]), [(0, 1)], [value_of(written.parts)])


@planter("all quotes escaped")
def _escaped(_: Random, written: Written) -> Found | None:
    text = json.dumps(written.write()[0], ensure_ascii=False)[1:-1]
    return Found(text, [(text.index("\\"),) * 2], [value_of(written.parts)])


@planter("cut off")
def _cut(rng: Random, written: Written) -> Found | None:
    data = written.write()[0].encode()
    size = rng.randrange(2, len(data) - 1)
    text = data[:size].decode(errors="replace")
    return Found(data[:size], [around(text, len(text))], cut(written, data[:size].decode(errors="ignore")))

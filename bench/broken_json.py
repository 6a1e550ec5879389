"""How many faults of broken JSON a tool locates within two characters, and how many texts it mends to what was meant."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from bench.broken_texts import HALVES, NEAR, Broken, planted, real
from bench.repairers import NOTHING, Answer, installed
from bench.row import Row

_ABSENT = {"jsonrepair": "not installed: WHY400_JSONREPAIR names a folder in which `npm install jsonrepair` was run"}


def rows() -> Iterator[Row]:
    """Both shares of each tool, for planted and for real texts, and for each half of them; a text with many faults weighs no more than one with one."""
    groups: dict[str, list[Broken]] = {}
    for name, texts in (("planted", list(planted())), ("real", list(real()))):
        for half in HALVES:
            groups[f"{name}, {half}"] = [text for text in texts if text.half == half]
    best: dict[tuple[str, str], float] = {}
    for name, tool in reversed(installed().items()):  # why400 comes last, its goal is the best of the others
        for group, texts in groups.items():
            if tool is None:
                yield Row(f"{name}: {group}", None, "%", note=_ABSENT.get(name, "not installed"))
                continue
            answers = tool([text.text for text in texts])
            faults = sum(len(text.faults) for text in texts)
            reports = sum(len(answer.places) for answer in answers) / faults
            located = (
                100 * sum(located_faults(text, answer) / len(text.faults) for text, answer in zip(texts, answers, strict=True)) / len(texts)
            )
            mended = 100 * sum(map(is_mended, texts, answers)) / len(texts)
            for what, share in (("located", located), ("mended", mended)):
                goal = best.get((group, what)) if name == "why400" else None
                best[group, what] = max(best.get((group, what), 0.0), share)
                note = f"{reports:.2f} reports a fault" if what == "located" and reports else ""
                yield Row(f"{name}: {group}, {what} of {len(texts)}", share, "%", goal, at_least=True, note=note)


def located_faults(text: Broken, answer: Answer) -> int:
    """How many of a text's faults have a place reported near them."""
    return sum(any(first - NEAR <= place <= last + NEAR for place in answer.places) for first, last in text.faults)


def is_mended(text: Broken, answer: Answer) -> bool:
    """Whether the value is one that was meant."""
    return answer.value is not NOTHING and _form(answer.value) in map(_form, text.meant)


def _form(value: object) -> str:
    """One text for equal values; 1.0 is 1, as it is for the API."""
    return json.dumps(_whole(value), sort_keys=True)


def _whole(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def by_kind(texts: Sequence[Broken], answers: Sequence[Answer]) -> dict[str, tuple[int, int, int, int]]:
    """Of each kind: faults located, faults, texts mended, texts."""
    found: dict[str, tuple[int, int, int, int]] = {}
    for text, answer in zip(texts, answers, strict=True):
        located, faults, mended, count = found.get(text.kind, (0, 0, 0, 0))
        found[text.kind] = (located + located_faults(text, answer), faults + len(text.faults), mended + is_mended(text, answer), count + 1)
    return found


def main() -> None:
    """`python -m bench.broken_json TOOL`: the same by kind of fault, of the development half."""
    tool = installed()[sys.argv[1] if len(sys.argv) > 1 else "why400"]
    assert tool is not None, "not installed"
    texts = [text for text in (*planted(), *real()) if text.half == "development"]
    for kind, (located, faults, mended, count) in by_kind(texts, tool([text.text for text in texts])).items():
        sys.stdout.write(f"{kind:<40}{located:>4}/{faults:<4}{mended:>4}/{count:<4}\n")


if __name__ == "__main__":
    main()

"""What SDKs raise by themselves is never passed off as the API's, and is given whole."""

import re

import pytest

import why400
from tests.explain.sdk_raises import FILLED, TYPESCRIPT, Raised, raised
from tests.explain.texts import squeezed as _squeezed

PYTHON = list(raised())


def squeezed(text: str) -> str:
    return _squeezed(text).strip('"')  # one sentence is quoted by the SDK itself


TELLING = [one for one in PYTHON if not one.file.startswith(("lib/environments", "_response", "_qs"))]
"""Those that a program which uses the SDK meets."""


def test_the_sdk_raises_much() -> None:
    assert len(PYTHON) > 100


@pytest.mark.parametrize("one", PYTHON, ids=lambda one: f"{one.file}:{one.line}")
def test_a_traceback_of_the_sdk(one: Raised) -> None:
    (found,) = why400.explain(one.traceback)
    assert squeezed(found.message) == squeezed(one.text)
    assert found.origin == "client"


@pytest.mark.parametrize("one", PYTHON, ids=lambda one: f"{one.file}:{one.line}")
@pytest.mark.parametrize("shape", ["{text}", "{kind}: {text}", "2026-11-20 10:11:12,123 ERROR app.llm Claude call failed: {text}"])
def test_a_bare_sentence_of_the_sdk(one: Raised, shape: str) -> None:
    for found in why400.explain(shape.format(kind=one.kind, text=one.text)):
        assert found.origin != "api" or found.match == "none"
        if found.rule is not None:
            assert squeezed(found.message) == squeezed(one.text)


def test_most_have_a_rule() -> None:
    without = [one.text for one in TELLING if why400.explain(one.text) and why400.explain(one.text)[0].rule is None]
    assert len(without) <= len(TELLING) // 10, without


@pytest.mark.parametrize("row", TYPESCRIPT, ids=lambda row: row["text"][:40])
def test_the_typescript_sdk(row: dict[str, str]) -> None:
    text = re.sub(r"\$\{[\w.]+\}", FILLED, row["text"])
    name = row["class"] and f"{row['class']}: "
    frames = f"\n    at async main (/app/node_modules/@anthropic-ai/sdk/{row['file']}:10:20)"
    for shown in (text, f"{name}{text}", f"{name}{text}{frames}"):
        (found,) = why400.explain(shown)
        assert squeezed(found.message) == squeezed(text)
        assert found.origin == "client"
        assert found.rule is not None

"""The hand-kept facts: each has its source and its day, and the built file is what the TOML files say."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "src" / "why400" / "contract"
FILES = ("models", "betas", "versions", "platforms", "limits", "order", "spellings")
CERTAINTIES = {"observed", "documented", "derived", "inferred", "disputed"}


@cache
def evidence_ids() -> frozenset[str]:
    lines = (Path(__file__).parent / "evidence_ids.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line.partition(" # ")[0] for line in lines)


@cache
def pages() -> frozenset[str]:
    return frozenset(line.split(" ")[0] for line in evidence_ids() if line.startswith("https://"))


def entries(file: str) -> Iterator[dict[str, object]]:
    table = tomllib.loads((FACTS / f"{file}.toml").read_text(encoding="utf-8"))
    if file == "order":
        yield from table["evidence"].values()
        return
    for value in table.values():
        if value and isinstance(value, list) and isinstance(value[0], dict):
            yield from value


def sources(entry: dict[str, object]) -> list[str]:
    source = entry["source"]
    return [source] if isinstance(source, str) else list(source)  # type: ignore[call-overload]  # a list of strings in TOML


@pytest.mark.parametrize("file", FILES)
def test_every_entry_says_where_and_when(file: str) -> None:
    found = list(entries(file))
    assert found
    for entry in found:
        assert sources(entry), entry
        assert re.fullmatch(r"20\d\d(-\d\d(-\d\d)?)?", str(entry["date"])), entry
        assert str(entry["date"])[:7] <= "2026-11", entry
        assert entry["certainty"] in CERTAINTIES, entry


@pytest.mark.parametrize("file", FILES)
def test_every_source_resolves(file: str) -> None:
    for entry in entries(file):
        for source in sources(entry):
            if source.startswith("https://"):
                assert source in pages(), source
            elif not source.startswith("sdk "):
                assert source in evidence_ids(), source


@pytest.mark.parametrize("file", FILES)
def test_every_sdk_source_is_a_file_of_the_sdk(file: str) -> None:
    anthropic = pytest.importorskip("anthropic", reason="the SDK is a development dependency")
    home = Path(anthropic.__file__).parent
    for entry in entries(file):
        for source in sources(entry):
            if source.startswith("sdk "):
                assert (home / source.removeprefix("sdk ")).is_file(), source


@pytest.mark.parametrize("file", FILES)
def test_observed_facts_name_something_that_was_observed(file: str) -> None:
    seen = ("measured ", "corpus ", "cassettes ", "public ", "rules-")  # rule records may carry an observed message
    for entry in entries(file):
        if entry["certainty"] == "observed":
            assert any(source.startswith(seen) for source in sources(entry)) or sources(entry) == ["sdk _constants.py"], entry


def test_the_built_file_is_what_the_sources_say() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "build_facts.py"), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_model_fact_is_dated_before_the_model_is_known_to_exist_or_after_the_contract() -> None:
    from why400.contract import models, show

    for by_attribute in models.evidence().values():
        for said in by_attribute.values():
            assert said.date[:4] >= "2024"
            assert date.fromisoformat((said.date + "-01-01")[:10]) <= show.contract_date()

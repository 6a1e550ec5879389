"""`why400 check --format …` as the command: exit codes, encodings, secrets, several inputs."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.render.samples import GOOD, HEADER, SOURCES, UNICODE
from why400.cli.check import FORMATS

COMMAND = Path(sys.executable).parent / "why400"
SECRET = "sk-ant-" + "api03-" + "q" * 80 + "zzzz"


def check(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [str(COMMAND), "check", *arguments], capture_output=True, cwd=folder, check=False, timeout=60, env={**os.environ, **environment}
    )
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    return done.returncode, done.stdout.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    (tmp_path / "bad.json").write_text(SOURCES["body.json"])
    (tmp_path / "unicode.json").write_text(UNICODE, encoding="utf-8")
    (tmp_path / "warned.http").write_text(HEADER)
    (tmp_path / "notes.txt").write_text("APIError: 400")
    secret = HEADER.replace("REDACTED", SECRET).replace('"Hello"', json.dumps(f"my key is {SECRET}"))
    (tmp_path / "secret.http").write_text(secret.replace('"max_tokens": 16', '"max_tokens": "16"'))
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_exit_codes_are_those_of_text(folder: Path, name: str) -> None:
    for arguments in (
        ["good.json"], ["bad.json"], ["warned.http"], ["--strict", "warned.http"], ["--exit-zero", "bad.json"], ["bad.json", "notes.txt"],
    ):  # fmt: skip
        code, out = check(folder, "--format", name, *arguments)
        assert code == check(folder, *arguments)[0]
        assert out.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_output_is_utf_8_whatever_the_locale(folder: Path, name: str) -> None:
    code, out = check(folder, "--format", name, "unicode.json", "bad.json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert code == 1
    assert "unicode.json" in out
    assert "bad.json" in out


@pytest.mark.parametrize("name", FORMATS)
def test_no_key_is_printed(folder: Path, name: str) -> None:
    _, out = check(folder, "--format", name, "--strict", "secret.http")
    assert "secret.http" in out
    assert "q" * 12 not in out


def test_outputs_are_what_their_names_say(folder: Path) -> None:
    names = ["bad.json", "good.json", str(folder / "unicode.json")]
    results = json.loads(check(folder, "--format", "sarif", *names)[1])["runs"][0]["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert uris == ["bad.json", "bad.json", "unicode.json"]
    suites = ET.fromstring(check(folder, "--format", "junit", *names)[1])
    assert [suite.get("name") for suite in suites] == ["bad.json", "good.json", "unicode.json"]
    assert check(folder, "--format", "html", *names)[1].startswith("<!doctype html>")
    assert check(folder, "--format", "markdown", *names)[1].startswith("### why400: 3 errors, 0 warnings in 3 requests\n")
    assert check(folder, "--format", "github", *names)[1].startswith("::error file=bad.json,line=3,")


@pytest.mark.parametrize("name", FORMATS)
def test_no_source_shows_none_of_it(folder: Path, name: str) -> None:
    (folder / "told.json").write_text(
        '{"model": "claude-sonnet-5", "max_tokens": "1",\n "messages": [{"role": "user", "content": "private words"}]}'
    )
    assert "private words" not in check(folder, "--format", name, "--no-source", "told.json")[1]

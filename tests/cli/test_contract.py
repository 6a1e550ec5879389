"""`why400 contract` as a user meets it, in a home of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.fake_sdk import edited, write
from tests.net.stand_in import standing_in

COMMAND = Path(sys.executable).parent / "why400"
BODY = {"model": "claude-opus-5", "max_tokens": 9, "messages": [{"role": "user", "content": "hi"}]}


class Home:
    """A user's home: what is built there stays there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "data/why400/contract.json"

    def run(self, *arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        variables = {key: value for key, value in os.environ.items() if not key.startswith(("WHY400_", "XDG_", "ANTHROPIC_"))}
        variables |= {"HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder / "data"), **environment}
        done = subprocess.run(
            [str(COMMAND), *arguments], input=given, env=variables, cwd=self.folder, capture_output=True, timeout=60, check=False
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    def in_force(self, **environment: str) -> dict:
        return json.loads(self.run("contract", "show", **environment).stdout)["in_force"]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    write(tmp_path / "sdk")
    return Home(tmp_path)


def test_build_use_diff_and_go_back(home: Home) -> None:
    echo = json.dumps({**BODY, "echo": {"a": True}}).encode()
    assert home.in_force() == {"which": "packaged"}
    assert home.run("check", "-", given=echo).returncode == 1
    built = home.run("contract", "build", "--sdk", "sdk")
    assert (built.returncode, built.stderr) == (0, "")
    assert "differs from the packaged contract in: schemas, bodies, endpoints, models, betas" in built.stdout
    assert home.in_force()["which"] == "built"
    assert home.in_force()["sdk"] == "anthropic 3.0.0"
    assert home.run("check", "-", given=echo).returncode == 0
    assert home.in_force(WHY400_CONTRACT="packaged") == {"which": "packaged"}
    assert home.run("check", "-", given=echo, WHY400_CONTRACT="packaged").returncode == 1
    differing = home.run("contract", "diff")
    assert differing.returncode == 1
    assert differing.stdout.startswith("packaged (anthropic ")
    assert "  + POST /v1/things\n" in differing.stdout
    assert home.run("contract", "show", "models", "claude-opus-9").returncode == 0
    assert home.run("contract", "build", "--reset").returncode == 0
    assert not home.file.exists()
    assert home.in_force() == {"which": "packaged"}
    assert home.run("check", "-", given=echo).returncode == 1


def test_one_of_another_version_rests_and_says_so(home: Home) -> None:
    assert home.run("contract", "build", "--sdk", "sdk").returncode == 0
    data = json.loads(home.file.read_bytes())
    data["about"]["base"] = "00000000"
    home.file.write_text(json.dumps(data))
    assert home.in_force()["which"] == "packaged"
    assert home.in_force()["resting"]["sdk"] == "anthropic 3.0.0"
    assert "rests" in home.run("contract", "diff").stderr
    home.file.write_text("{")
    assert home.run("check", "-", given=json.dumps(BODY).encode()).returncode == 2
    assert home.run("contract", "build", "--reset").returncode == 0
    assert home.run("check", "-", given=json.dumps(BODY).encode()).returncode == 0


def test_two_files_compared_as_json(home: Home) -> None:
    write(home.folder / "newer", types__model_param=edited("types/model_param.py", ('"claude-opus-9"', '"claude-opus-10"')))
    assert home.run("contract", "build", "--sdk", "sdk", "--out", "old.json").returncode == 0
    assert home.run("contract", "build", "--sdk", "newer/anthropic", "--out", "new.json").returncode == 0
    assert not home.file.exists()  # --out puts nothing in force
    done = home.run("contract", "diff", "old.json", "new.json", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["changes"] == [
        {"area": "models", "kind": "added", "name": "claude-opus-10"},
        {"area": "models", "kind": "removed", "name": "claude-opus-9"},
    ]
    assert (report["summary"]["changes"], report["summary"]["models"]) == (2, 2)
    assert home.run("contract", "diff", "old.json", "old.json").returncode == 0


def test_models_from_standard_input(home: Home) -> None:
    answer = {"data": [{"id": "claude-opus-5", "max_tokens": 77, "type": "model"}], "has_more": False}
    done = home.run("contract", "build", "--models", "-", given=json.dumps(answer).encode())
    assert done.returncode == 0
    assert home.in_force()["changed"] == ["models"]
    assert json.loads(home.run("contract", "show", "models", "claude-opus-5").stdout)["models"][0]["max_output"] == 77
    found = home.run("check", "-", given=json.dumps({**BODY, "max_tokens": 78}).encode())
    assert "max-tokens-above-model-limit" in found.stdout
    assert home.run("check", "-", given=json.dumps({**BODY, "max_tokens": 77}).encode()).returncode == 0


def test_models_that_are_fetched(home: Home) -> None:
    with standing_in() as api:
        api.answer = lambda _: (200, {}, json.dumps({"data": [{"id": "claude-opus-5", "max_tokens": 77}], "has_more": False}).encode())
        done = home.run("contract", "build", "--fetch-models", ANTHROPIC_BASE_URL=api.url, ANTHROPIC_API_KEY="k-1", no_proxy="*")
        assert (done.returncode, done.stderr) == (0, "")
        assert f"models of {api.url}/v1/models" in done.stdout
        assert json.loads(home.run("contract", "show", "models", "claude-opus-5").stdout)["models"][0]["max_output"] == 77
        api.answer = lambda _: (401, {}, b'{"error": {"type": "authentication_error", "message": "invalid x-api-key"}}')
        refused = home.run("contract", "build", "--fetch-models", ANTHROPIC_BASE_URL=api.url, ANTHROPIC_API_KEY="k-1", no_proxy="*")
        assert refused.returncode == 2
        assert refused.stderr.startswith(
            f"why400: GET {api.url}/v1/models?limit=1000 answered 401: authentication_error: invalid x-api-key"
        )
    assert home.in_force()["which"] == "built"  # what was in force still is


def test_beside_another_python(home: Home) -> None:
    python = home.folder / "python"
    python.write_text(f"#!/bin/sh\necho '{home.folder}/sdk/anthropic/__init__.py'\n")
    python.chmod(0o755)
    assert home.run("contract", "build", "--python", "./python", "--out", "c.json").stdout.startswith("built from anthropic 3.0.0")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build",), "nothing to build from"),
        (("build", "--sdk", "nowhere"), "no package anthropic there"),
        (("build", "--python", "./nowhere"), "does not run"),
        (("build", "--openapi", "nowhere.json"), "no such file"),
        (("build", "--openapi", "text.txt"), "no JSON"),
        (("build", "--openapi", "latin.json"), "no JSON"),
        (("build", "--models", "latin.json"), "no JSON"),
        (("build", "--openapi", "list.json"), "no OpenAPI document"),
        (("build", "--models", "list.json"), "no list of models"),
        (("build", "--sdk", "sdk", "--out", "text.txt/x"), "cannot be written"),
        (("build", "--fetch-models"), "set ANTHROPIC_API_KEY"),
        (("build", "--fetch-models", "--models", "list.json"), "two sources of one list"),
        (("build", "--reset", "--fetch-models"), "--reset goes alone"),
        (("build", "--reset", "--sdk"), "--reset goes alone"),
        (("diff",), "no contract has been built yet"),
        (("diff", "packaged", "list.json"), "no contract that `why400 contract build` has written"),
    ],
)
def test_mistakes_are_one_line_and_exit_2(home: Home, arguments: tuple[str, ...], said: str) -> None:
    (home.folder / "text.txt").write_text("no json")
    (home.folder / "list.json").write_text("[]")
    (home.folder / "latin.json").write_bytes(b'{"data": [{"id": "\xe9"}]}')
    done = home.run("contract", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("why400: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert not home.file.exists()

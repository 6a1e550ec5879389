"""The GitHub Action: its form, and its steps as a runner runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
GOOD = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "requests/deep").mkdir(parents=True)
    (tmp_path / "requests/good.json").write_text(json.dumps(GOOD))
    (tmp_path / "requests/deep/a bad one.json").write_text(json.dumps({**GOOD, "max_tokens": "16"}, indent=1))
    return tmp_path


def run_step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs a step's script as a runner does, with the inputs filled in."""
    step = STEPS[name]
    given = {key: str(one.get("default", "")) for key, one in ACTION["inputs"].items()} | inputs
    filled = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda slot: given[slot[1]], value) for key, value in step["env"].items()}
    environment = {**os.environ, **filled, "WHY400_BIN": str(Path(sys.executable).parent), "RUNNER_TEMP": str(folder)}
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(script, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    return run_step("Check the requests", folder, **{name.replace("_", "-"): value for name, value in inputs.items()})


def test_form_of_a_composite_action() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "outputs", "runs"} <= set(ACTION)
    for one in ACTION["inputs"].values():
        assert one["description"]
        assert one["required"] is True or "default" in one
    for step in STEPS.values():
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input in a script could run as a command"
        for slot in re.findall(r"inputs\.([\w-]+)", json.dumps(step["env"])):
            assert slot in ACTION["inputs"]


def test_clean_files_pass_and_faults_fail_the_step(folder: Path) -> None:
    assert check(folder, files="requests/*.json").returncode == 0
    done = check(folder, files="requests/good.json\n  requests/**/*.json  \n\n")
    assert done.returncode == 1
    assert "::error " in done.stdout
    assert "file=requests/deep/a bad one.json" in done.stdout
    assert "max_tokens" in done.stdout


def test_options_and_the_sarif_report(folder: Path) -> None:
    done = check(folder, files="requests/deep/*.json", args="--exit-zero --ignore wrong-type", sarif_file="why400.sarif")
    assert done.returncode == 0
    assert "::error" not in done.stdout
    done = check(folder, files="requests/deep/*.json", sarif_file="why400.sarif")
    assert done.returncode == 1
    report = json.loads((folder / "why400.sarif").read_text())
    assert report["version"] == "2.1.0"
    assert [result["ruleId"] for result in report["runs"][0]["results"]] == ["wrong-type"]


@pytest.mark.parametrize(
    ("files", "said"), [("none/*.json", "no file matches none/*.json"), ("\n", "names none"), ("requests/gone.json", "no such file")]
)
def test_files_that_are_not_there_are_a_mistake(folder: Path, files: str, said: str) -> None:
    done = check(folder, files=files)
    assert done.returncode == 2
    assert said in done.stdout + done.stderr


def test_an_input_is_no_command(folder: Path) -> None:
    check(folder, files="$(touch files-ran)", args="$(touch args-ran) `touch args-ran`")
    assert not list(folder.glob("*-ran"))


def test_an_old_python_is_said(folder: Path) -> None:
    old = folder / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = run_step("Install why400", folder, python=str(old))
    assert done.returncode == 2
    assert done.stdout.startswith("::error::why400 needs Python 3.11 or newer")

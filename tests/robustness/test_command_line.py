"""The command never ends in an internal error, and its JSON is JSON, whatever the file holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.test_hostile import EVERYTHING, LONG_LINES

INPUTS = {
    name: EVERYTHING[name]
    for name in (
        "empty", "arrays in arrays", "objects in an input", "80,000 missing commas", "invalid UTF-8", "UTF-16", "nothing but NUL",
        "lone surrogate, escaped", "401 digits", "1e999", "a key many times", "a role of a megabyte", "unanswered calls",
    )
} | {"long line": LONG_LINES["words"], "braces": LONG_LINES["braces"]}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_no_command_crashes(name: str, tmp_path: Path) -> None:
    file = tmp_path / "input"
    file.write_bytes(INPUTS[name])
    for arguments in (["check"], ["check", "--format", "json"], ["explain"], ["explain", "--format", "json"], ["fix", "--unsafe"]):
        done = subprocess.run([sys.executable, "-m", "why400", *arguments, str(file)], capture_output=True, timeout=120, check=False)
        assert done.returncode in (0, 1, 2), (arguments, done.stderr[-500:])
        assert b"Traceback" not in done.stderr, (arguments, done.stderr[-500:])
        if "json" in arguments and done.returncode != 2:
            json.loads(done.stdout)
        if arguments[0] == "check" and done.returncode == 1 and "json" not in arguments:
            # one finding's screen stays one screen, however long the line it is in
            assert len(done.stdout) < 200_000, arguments


@pytest.mark.parametrize("name", INPUTS)
def test_standard_input_without_a_command(name: str) -> None:
    done = subprocess.run([sys.executable, "-m", "why400"], input=INPUTS[name], capture_output=True, timeout=120, check=False)
    assert done.returncode in (0, 1, 2), done.stderr[-500:]

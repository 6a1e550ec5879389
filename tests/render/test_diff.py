"""The diff is one that `patch` takes, and on a screen it shows what differs."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from why400.render.diff import diff_text, unified
from why400.render.style import Style

LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"{\n", b"x" * 300 + b"\n", "é\n".encode(), b"\n"]), max_size=30)


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs the program patch")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=LINES, after=LINES, end=st.sampled_from([b"", b"no line break"]))
def test_patch_makes_the_one_from_the_other(before: list[bytes], after: list[bytes], end: bytes, tmp_path: Path) -> None:
    old, new = b"".join(before), b"".join(after) + end
    path = tmp_path / "file"
    path.write_bytes(old)
    lines = unified(old, new, "file")
    assert bool(lines) == (old != new)
    if lines:
        subprocess.run(["patch", "-s", "-u", "file"], input=b"".join(lines), cwd=tmp_path, check=True)
    assert (path.read_bytes() if path.exists() else b"") == new


def test_long_lines_are_cut_to_what_differs() -> None:
    before, after = b"x" * 5000 + b"OLD" + b"y" * 5000, b"x" * 5000 + b"NEW" + b"y" * 5000
    shown = diff_text(before, after, "f", Style(width=80))
    assert "OLD" in shown
    assert "NEW" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_secrets_are_masked() -> None:
    key = "sk-ant-api03-" + "A" * 40
    assert key not in diff_text(f"{key} old\n".encode(), f"{key} new\n".encode(), "f", Style())

"""What `check` is given, and what a run over a directory says of the files in it."""

import io
import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from why400.cli import progress
from why400.cli.inputs import Input, Inputs, expand
from why400.cli.progress import Progress
from why400.errors import FormatError, UsageError

COMMAND = Path(sys.executable).parent / "why400"
GOOD = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
BAD = {**GOOD, "max_tokens": "16"}
OTHERS = {
    "package.json": json.dumps({"name": "demo", "version": "1.0.0", "scripts": {"build": "x"}}),
    "texts.json": json.dumps({"messages": {"hello": "Hello"}}),
    "config.json": json.dumps({"model": "claude-sonnet-5", "max_tokens": 16}),
    "rows.jsonl": json.dumps({"id": 1, "body": BAD}) + "\n" + json.dumps({"id": 2, "body": GOOD}) + "\n",
    "README.md": "# Demo\n\nSends {} to the API.\n",
    "answer.json": json.dumps({"id": "msg_1", "type": "message", "role": "assistant", "content": [], "stop_reason": "end_turn"}),
    "install.sh": "curl -fsSL https://example.com/install.sh | sh\n",
    "empty": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.json": json.dumps(GOOD),
        "a/bad.json": json.dumps(BAD, indent=2),
        "a/broken.json": '{"max_tokens": 16 "model": "claude-sonnet-5", "messages": [{"role": "user", "content": "Hi"}]}',
        "a/z/call.sh": "curl https://api.anthropic.com/v1/messages -H 'x-api-key: $KEY' -H 'anthropic-version: 2023-06-01' "
        f"-H 'content-type: application/json' -d '{json.dumps(GOOD)}'",
        ".git/config.json": json.dumps(BAD),
        "node_modules/x/bad.json": json.dumps(BAD),
        ".hidden.json": json.dumps(BAD),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(COMMAND), "check", *arguments], capture_output=True, cwd=cwd, check=False, timeout=60, text=True)


def names(given: list[str]) -> list[str]:
    return [one.name for one in expand(given)]


def test_what_was_named_stays_as_it_was_named(folder: Path) -> None:
    """Files, those that are not there, and standard input, which no name at all means too."""
    assert list(expand([])) == [Input("-")]
    given = [str(folder / "b.json"), "-", str(folder / "missing.json")]
    assert list(expand(given)) == [Input(name) for name in given]


def test_directories_are_walked_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder's files before its folders, each sorted; hidden ones and packages of others are left out."""
    monkeypatch.chdir(folder)
    walked = [os.path.join("a", name) for name in ("bad.json", "broken.json", os.path.join("z", "call.sh"))]  # noqa: PTH118
    assert names(["a"]) == walked
    assert names(["."]) == ["b.json", *walked]
    assert all(one.found for one in expand(["a"]))


def test_patterns_that_no_shell_expanded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also over folders; one without a match stays, to be complained of; a file of that very name is that file."""
    monkeypatch.chdir(folder)
    assert names(["a/*.json"]) == ["a/bad.json", "a/broken.json"]
    assert names(["**/*.sh"]) == ["a/z/call.sh"]
    assert names(["[az]"]) == names(["a"])
    assert list(expand(["*.xml"])) == [Input("*.xml")]
    (folder / "odd[1].json").write_text(json.dumps(GOOD))
    assert list(expand(["odd[1].json"])) == [Input("odd[1].json")]


def test_a_folder_with_a_link_to_itself_ends(folder: Path) -> None:
    """Links to folders are not followed."""
    (folder / "a" / "loop").symlink_to(folder / "a")
    assert len(names([str(folder / "a")])) == 3


def test_a_run_over_a_directory(folder: Path) -> None:
    """Requests are checked, whatever their format; the other files are counted, at the end."""
    for name, text in OTHERS.items():
        (folder / name).write_text(text)
    done = run(".", "--format", "json", cwd=folder)
    assert done.returncode == 1
    checked = {one["source"]: [finding["rule"] for finding in one["findings"]] for one in json.loads(done.stdout)["requests"]}
    assert checked == {"b.json": [], "a/bad.json": ["wrong-type"], "a/broken.json": ["missing-comma"], "a/z/call.sh": []}
    assert done.stderr == f"why400: {len(OTHERS)} files skipped: no requests in them\n"
    assert run("b.json", "a/z", cwd=folder).stderr == ""


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_a_file_that_was_named_is_never_skipped(folder: Path, name: str) -> None:
    """It is checked, or refused with exit code 2; what else curl is used for has nothing to fault."""
    (folder / name).write_text(OTHERS[name])
    done = run(name, cwd=folder)
    assert done.returncode == (
        0 if name == "install.sh" else 1 if name in ("package.json", "texts.json", "config.json", "rows.jsonl") else 2
    )
    assert "skipped" not in done.stderr


def test_nothing_to_check_is_no_success(folder: Path) -> None:
    """A directory without requests, one without files, a pattern without a match: exit code 2 and one line."""
    (folder / "none").mkdir()
    done = run("none", cwd=folder)
    assert (done.returncode, done.stderr, done.stdout) == (2, "why400: none: no files to check\n", "")
    (folder / "none" / "notes.txt").write_text("bread")
    done = run("none", cwd=folder)
    assert (done.returncode, done.stderr) == (2, "why400: none: no request in 1 file\n")
    done = run("none/*.json", cwd=folder)
    assert (done.returncode, done.stderr) == (2, "why400: no such file: none/*.json\n")


def test_what_cannot_be_read_is_not_skipped(folder: Path) -> None:
    """A file without a request is passed over; one that cannot be opened is not."""
    inputs = Inputs([str(folder / "a")])
    iterator = iter(inputs)
    next(iterator)
    assert inputs.skips_error(FormatError("no request"))
    assert not inputs.skips_error(UsageError("a/bad.json cannot be read: Permission denied"))
    named = Inputs([str(folder / "b.json")])
    next(iter(named))
    assert not named.skips_error(FormatError("no request"))


class Terminal(io.StringIO):
    """Standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before two seconds, ten times a second at most, and without what a name could do to a terminal."""
    now = [100.0]
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    shown = Progress()
    shown.show("early")
    now[0] += 1.9
    shown.show("early, too")
    shown.clear()
    assert terminal.getvalue() == ""
    now[0] += 0.2
    shown.show("12  a\x1b[2J\nb")
    shown.show("at once")
    now[0] += 0.2
    shown.show("x" * 200)
    shown.clear()
    shown.clear()
    width = progress._WIDTH
    lines = terminal.getvalue().split("\r")
    assert lines == ["", "12  a?[2J?b".ljust(width), "…" + "x" * (width - 1), " " * width, ""]


def test_progress_says_nothing_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piped, a run writes what it found and nothing else."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(progress, "_SILENT_S", 0.0)
    shown = Progress()
    shown.show("now")
    shown.clear()
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


@pytest.mark.skipif(not hasattr(pty, "openpty"), reason="only there is a terminal to be had")
def test_a_short_run_on_a_terminal_shows_none(folder: Path) -> None:
    """What is over before two seconds is not worth a line."""
    main, terminal = pty.openpty()
    done = subprocess.run([str(COMMAND), "check", "b.json"], cwd=folder, stdout=subprocess.PIPE, stderr=terminal, check=False, timeout=60)
    os.write(terminal, b".")
    assert os.read(main, 100) == b"."
    assert done.stdout.startswith(b"b.json: ok")
    os.close(main)
    os.close(terminal)

"""`why400 fix` on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import run

BAD = """{
  "model": "claude-opus-5",
  "max_tokens": "16",
  "messages": [{"role": "user", "content": "hi"}]
}
"""
CURL = f"curl https://api.anthropic.com/v1/messages -H 'x-api-key: $KEY' -H 'anthropic-version: 2023-06-01' -H 'content-type: application/json' -d '{BAD}'\n"
UNANSWERED = json.dumps(
    {
        "model": "claude-opus-5",
        "max_tokens": 16,
        "messages": [
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "f", "input": {}}]},
            {"role": "user", "content": "well?"},
        ],
        "tools": [{"name": "f", "input_schema": {"type": "object"}}],
    }
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.json").write_text(BAD)
    (tmp_path / "call.sh").write_text(CURL)
    (tmp_path / "calls.json").write_text(UNANSWERED)
    return tmp_path


def test_write_changes_the_file_and_nothing_else(folder: Path) -> None:
    for name in ("bad.json", "call.sh"):
        before = (folder / name).read_text()
        done = run("fix", "--write", name, cwd=folder)
        assert done.returncode == 0
        assert done.stdout == f"{name}: 1 mended, written\n"
        assert (folder / name).read_text() == before.replace('"16"', "16")
        assert run("check", name, cwd=folder).returncode == 0
        assert run("fix", "--write", name, cwd=folder).stdout == f"{name}: nothing to mend\n"
    assert sorted(path.name for path in folder.iterdir()) == ["bad.json", "call.sh", "calls.json"]


def test_without_write_the_file_stays(folder: Path) -> None:
    for options in ((), ("--diff",)):
        run("fix", *options, "bad.json", cwd=folder)
        assert (folder / "bad.json").read_text() == BAD


def test_diff_is_a_patch(folder: Path) -> None:
    done = run("fix", "--diff", "bad.json", cwd=folder)
    assert [line for line in done.stdout.splitlines() if line[:1] in "+-"][2:] == ['-  "max_tokens": "16",', '+  "max_tokens": 16,']


def test_unsafe_mends_say_why_they_are(folder: Path) -> None:
    left = run("fix", "calls.json", cwd=folder)
    assert left.returncode == 1
    assert "not mended tool-result-missing at messages.2" in left.stderr
    assert "unsafe: only you know what the tool would have answered" in left.stderr
    done = run("fix", "--unsafe", "calls.json", cwd=folder)
    assert done.returncode == 0
    assert json.loads(done.stdout)["messages"][2]["content"][0]["type"] == "tool_result"
    assert "(unsafe: only you know what the tool would have answered)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--write", "--diff", "bad.json"), "give one of them"),
        (("--write",), "--write needs the name of a file"),
        (("bad.json", "call.sh"), "several files"),
        (("--write", "nothing.json"), "no such file: nothing.json"),
    ],
)
def test_usage_mistakes_are_one_line(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("fix", *arguments, given=b"{}", cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_other_files_are_mended_where_one_is_unusable(folder: Path) -> None:
    done = run("fix", "--write", "nothing.json", "bad.json", cwd=folder)
    assert done.returncode == 2
    assert '"max_tokens": 16' in (folder / "bad.json").read_text()


def test_a_saved_conversation_is_freed_and_its_original_kept(folder: Path) -> None:
    sample = (Path(__file__).parents[1] / "formats/samples/conversation_claude_code.jsonl").read_bytes()
    path = folder / "session.jsonl"
    path.write_bytes(sample)
    assert run("check", "session.jsonl", cwd=folder).returncode == 1
    shown = run("fix", "--diff", "session.jsonl", cwd=folder)
    assert shown.returncode == 0
    assert path.read_bytes() == sample
    done = run("fix", "--write", "session.jsonl", cwd=folder)
    assert done.returncode == 0
    assert "given up: what the tool would have answered" in done.stderr
    assert (folder / "session.jsonl.orig").read_bytes() == sample
    assert run("check", "session.jsonl", cwd=folder).returncode == 0
    assert run("fix", "--write", "session.jsonl", cwd=folder).stdout == "session.jsonl: nothing to mend\n"
    path.write_bytes(sample.replace(b"parallel", b"other"))  # another conversation under the same name: its original is kept, too
    run("fix", "--write", "session.jsonl", cwd=folder)
    assert (folder / "session.jsonl.orig").read_bytes() == sample


def test_what_cannot_be_written_keeps_nothing_else_from_being_written(folder: Path) -> None:
    """A call of the SDK is code, and no body that could be put there."""
    code = "```python\nclient.messages.create(model='claude-opus-5', max_tokens='17', messages=[{'role': 'user', 'content': 'hi'}])\n```\n"
    hand = "the body does not stand in the text in a way that can be written to"
    (folder / "a.md").write_text(f"# A\n\n```sh\n{CURL}```\n\n{code}")
    done = run("fix", "--write", "a.md", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "a.md: 1 mended, written\n")
    assert done.stderr.splitlines()[-1] == f"why400: a.md line 13: {hand}: make its mends there by hand"
    assert (folder / "a.md").read_text() == f"# A\n\n```sh\n{CURL.replace(chr(34) + '16' + chr(34), '16')}```\n\n{code}"
    (folder / "b.md").write_text(code + code)
    done = run("fix", "b.md", cwd=folder)
    assert [line.partition(": ")[2] for line in done.stderr.splitlines() if hand in line] == [
        f"b.md line {line}: {hand}; here is the mended body by itself" for line in (2, 5)
    ]
    assert [json.loads(body)["max_tokens"] for body in done.stdout.splitlines()] == [17, 17]


@pytest.mark.parametrize(
    ("member", "asked"),
    [
        ('"max_tokens": "2k"', 'send an integer in digits, without quotes: "2k" spells none'),
        ('"max_tokens": 1, "temperature": "as warm as it can be in here"', "send a number in digits, without quotes: the text spells none"),
        ('"max_tokens": 1, "stream": "maybe"', 'send true or false, without quotes: "maybe" is neither'),
        ('"max_tokens": 1, "system": 5', "send an array"),
    ],
)
def test_what_is_not_mended_says_what_is_asked_for(folder: Path, member: str, asked: str) -> None:
    (folder / "a.json").write_text(f'{{"model": "claude-opus-5", {member}, "messages": [{{"role": "user", "content": "hi"}}]}}')
    done = run("fix", "--write", "a.json", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "a.json: nothing to mend\n")
    assert done.stderr.rstrip().endswith(f"and converts nothing (by hand: {asked})")

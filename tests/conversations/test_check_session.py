"""`why400 check` of a session file, as a user meets it."""

import sys
from pathlib import Path
from subprocess import run

from why400.conversations import freed

SAMPLE = Path(__file__).parents[1] / "formats/samples/conversation_claude_code.jsonl"
COMMAND = Path(sys.executable).parent / "why400"


def check(path: Path) -> tuple[int, str]:
    done = run([str(COMMAND), "check", path.name], cwd=path.parent, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout.decode()


def test_the_line_that_poisons_the_session_is_shown() -> None:
    code, said = check(SAMPLE)
    assert code == 1
    assert "error[tool-result-missing]  the API answers this first" in said
    assert "conversation_claude_code.jsonl:19:336  session up to line 22  messages.9.content.1" in said
    assert "toolu_01Call0031" in said


def test_the_freed_session_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "session.jsonl"
    done = freed(SAMPLE.read_bytes())
    path.write_bytes(done.data)
    assert [str(change) for change in done.changes] == [
        "line 19: answered the call of Bash with an error result (tool-result-missing); "
        "given up: what the tool would have answered: it is marked as cancelled"
    ]
    code, said = check(path)
    assert (code, said.startswith("session.jsonl: ok (POST /v1/messages, claude-opus-4-6")) == (0, True)
    before, after = SAMPLE.read_bytes().splitlines(), done.data.splitlines()
    assert len(after) == len(before) + 1
    assert len(set(before) - set(after)) == 1  # only the link of the line behind the new one

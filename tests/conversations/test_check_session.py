"""`why400 check` of a session file, as a user meets it."""

import sys
from pathlib import Path
from subprocess import run

from tests.conversations import langchain_messages
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


def test_the_entry_of_the_file_is_named() -> None:
    """The message of the request has another number than the one of the file."""
    code, said = check(SAMPLE.with_name("conversation_opencode_unusual.json"))
    assert code == 1
    assert "unusual.json:447:16  opencode session, 17 messages  messages.5.content.2.tool_use.id (assistant)  in messages[4]\n" in said


def test_an_entry_of_a_file_of_one_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    path.write_bytes(langchain_messages.POISONS["picture of another type, listed"]().data)
    code, said = check(path)
    assert (code, "messages.4.content.2.image.source.base64 (user)  in [5]\n" in said) == (1, True)


def test_a_chat_of_aider_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".aider.chat.history.md"
    path.write_text("\n# aider chat started at 2025-12-24 16:45:52\n\n#### Port it.\n")
    done = run([str(COMMAND), "check", path.name], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"why400: {path.name}: a chat of aider, as Markdown of what was shown: no messages to the API")

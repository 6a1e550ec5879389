"""`why400 check` of a session file, as a user meets it."""

import json
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
    assert (code, "messages.4.content.2.image.source.base64 (user)  in entry [5] of the list\n" in said) == (1, True)


def test_an_entry_is_not_named_where_the_path_says_it(tmp_path: Path) -> None:
    """A list of messages is numbered as the request is, as long as nothing in it is left out."""
    path = tmp_path / "list.json"
    messages = [
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Hello"},
        {"role": "user", "content": [{"type": "text", "text": ""}]},
    ]
    for file in (messages, {"sessionId": "1", "messages": messages}):
        path.write_text(json.dumps(file))
        assert "messages.2.content.0 (user)\n" in check(path)[1]
    path.write_text(json.dumps([*messages[:1], {"note": 1}, *messages[1:]]))
    assert "messages.2.content.0 (user)  in entry [3] of the list\n" in check(path)[1]
    path.write_text(json.dumps({"sessionId": "1", "messages": [*messages[:1], {"note": 1}, *messages[1:]]}))
    assert "messages.2.content.0 (user)  in messages[3]\n" in check(path)[1]


def test_a_chat_of_aider_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".aider.chat.history.md"
    path.write_text("\n# aider chat started at 2025-12-24 16:45:52\n\n#### Port it.\n")
    done = run([str(COMMAND), "check", path.name], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"why400: {path.name}: a chat of aider, as Markdown of what was shown: no messages to the API")


def test_the_mend_that_is_shown_is_the_one_that_fix_makes(tmp_path: Path) -> None:
    """The rule's own advice is to a person who has the request in hand; of a file the least is given up."""
    call = {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {}}
    result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "found"}
    poisons: dict[str, tuple[list[object], str]] = {
        "orphan": ([{"role": "user", "content": [result]}], "turn a tool's result whose call is gone into plain text; given up: that it is a tool's result"),
        "unanswered": ([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": [call]}], "answer the call of look with an error result; given up: what the"),
        "role": ([{"role": "user", "content": "Hi"}, {"role": "tool_output", "content": "x"}], "give the message the role user; given up: that its role was 'tool_output'"),
        "empty": ([{"role": "user", "content": [{"type": "text", "text": ""}, {"type": "text", "text": "x"}]}], "take a text block out)"),
    }  # fmt: skip
    for messages, words in poisons.values():
        path = tmp_path / "list.json"
        path.write_text(json.dumps([*messages, {"role": "user", "content": "And?"}]))
        said = " ".join(check(path)[1].split())
        assert f"mend why400 fix --write list.json ({words}" in said
        done = freed(path.read_bytes())
        assert len(done.changes) == 1
        assert not done.remaining


def test_no_command_is_shown_for_what_fix_leaves_alone(tmp_path: Path) -> None:
    """A warning is mended by the rule in a request; a conversation is freed of what it fails on."""
    path = tmp_path / "list.json"
    path.write_text(
        json.dumps([{"role": "user", "content": [{"type": "text", "text": "x", "cache_control": {"type": "ephemeral", "ttl": "2h"}}]}])
    )
    done = freed(path.read_bytes())
    assert ("fix --write" in check(path)[1]) == bool(done.changes)

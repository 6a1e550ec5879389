"""The command line as a user meets it."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "why400"
GOOD = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
BAD = {**GOOD, "max_tokens": "16"}


def run(*arguments: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(COMMAND), *arguments], input=given, capture_output=True, cwd=cwd, check=False, timeout=60)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    (tmp_path / "bad.json").write_text(json.dumps(BAD, indent=2))
    (tmp_path / "notes.txt").write_text("APIError: 400 overloaded, see log")
    return tmp_path


def test_clean_request_is_one_line_and_exit_0(folder: Path) -> None:
    done = run("check", "good.json", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("good.json: ok (POST /v1/messages, claude-sonnet-5, 2023-06-01; ")
    assert done.stdout.count("\n") == 1


def test_bad_request_points_into_the_source_and_exits_1(folder: Path) -> None:
    done = run("check", "bad.json", cwd=folder)
    assert done.returncode == 1
    assert "error[wrong-type]  the API answers this first" in done.stdout
    assert "bad.json:3:17  max_tokens" in done.stdout
    assert "^^^^" in done.stdout
    assert "max_tokens: Input should be a valid integer" in done.stdout


def test_what_is_left_once_the_first_is_mended_is_named() -> None:
    mixed = run("check", "--no-source", "-", given=b'{"model": "claude-opus-5", "colour": 1}').stdout
    assert "with this mended: 2 more errors (field-missing, field-unknown)" in mixed
    alike = run("check", "--no-source", "-", given=b'{"model": "claude-opus-5"}').stdout
    assert "with this mended: 1 more error\n" in alike  # the line above has named it
    alone = run("check", "--no-source", "-", given=b'{"model": "claude-opus-5", "max_tokens": 5}').stdout
    assert "nothing else that is known: with this mended the request is clean" in alone


def test_what_a_program_holds_besides_is_said(folder: Path) -> None:
    """A call whose parts are variables does not keep the others from being checked."""
    (folder / "app.py").write_text("client.messages.create(model='claude-sonnet-5', max_tokens='1')\nclient.messages.create(model=m)\n")
    done = run("check", "app.py", cwd=folder)
    assert done.returncode == 1
    assert "max_tokens: Input should be a valid integer" in done.stdout
    assert "app.py: line 2: `m` is a variable" in done.stderr
    assert done.stderr.startswith("why400: passed over: ")


def test_packed_inputs_are_unpacked(folder: Path) -> None:
    (folder / "bad.json.gz").write_bytes(gzip.compress((folder / "bad.json").read_bytes()))
    done = run("check", "bad.json.gz", cwd=folder)
    assert done.returncode == 1
    assert "bad.json.gz:3:17  max_tokens" in done.stdout
    assert "prompt is too long" in run("explain", given=gzip.compress(b"prompt is too long: 2 tokens > 1 maximum")).stdout
    (folder / "cut.gz").write_bytes(gzip.compress(b"{}" * 99)[:-9])
    assert "cut.gz cannot be unpacked" in run("check", "cut.gz", cwd=folder).stderr


def test_exit_zero_and_strict(folder: Path) -> None:
    assert run("check", "--exit-zero", "bad.json", cwd=folder).returncode == 0
    assert run("check", "--strict", "good.json", cwd=folder).returncode == 0


def test_no_source_shows_no_excerpt(folder: Path) -> None:
    assert "│" not in run("check", "--no-source", "bad.json", cwd=folder).stdout


def test_json_has_the_documented_shape(folder: Path) -> None:
    report = json.loads(run("check", "--format", "json", "bad.json", "good.json", cwd=folder).stdout)
    assert list(report) == ["tool", "version", "contract", "requests", "summary"]
    assert report["summary"] == {"requests": 2, "errors": 1, "warnings": 0}
    finding = report["requests"][0]["findings"][0]
    wanted = {
        "rule", "severity", "first", "evidence", "where", "name", "path", "pointer", "line", "column", "end_line", "end_column", "also", "api_error",
        "cause", "fix", "docs",
    }  # fmt: skip
    assert set(finding) == wanted
    assert finding["fix"]["edits"] == [{"op": "replace", "path": "/max_tokens", "value": 16}]
    assert finding["api_error"] == {
        "status": 400, "type": "invalid_request_error", "message": "max_tokens: Input should be a valid integer", "when": "request",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "goood.json"], "no such file: goood.json (did you mean good.json?)"),
        (["check", "notes.txt"], "looks like an error message: try `why400 explain notes.txt`"),
        (["chek", "good.json"], "did you mean check?"),
        (["check", "--platform", "bedrok", "good.json"], "did you mean bedrock?"),
        (["check", "--as-of", "yesterday", "good.json"], "'yesterday'"),
        (["check", "--select", "wrong-tipe", "good.json"], "did you mean wrong-type?"),
        (["rule", "wrong-typ"], "did you mean wrong-type"),
        (["check", "--frob"], "unrecognized arguments"),
    ],
)
def test_mistakes_get_one_clear_line_and_exit_2(folder: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("why400: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_other_inputs_are_still_reported(folder: Path) -> None:
    done = run("check", "missing.json", "good.json", cwd=folder)
    assert done.returncode == 2
    assert "good.json: ok" in done.stdout


CALLS = f"""curl https://api.anthropic.com/v1/messages -H 'anthropic-version: 2023-06-01' -H 'x-api-key: x' -d '{json.dumps(BAD)}'
curl https://api.anthropic.com/v1/messages -H 'anthropic-version: 2023-06-01' -H 'x-api-key: x' -d @-
"""
LOST = "calls.sh, command 2 (line 2): the body is not in the command but comes from standard input: check it by itself"


@pytest.mark.parametrize("named", [True, False])
def test_what_cannot_be_read_is_passed_over_in_a_clear_line(tmp_path: Path, named: bool) -> None:
    """The exit code is that of what could be read."""
    (tmp_path / "calls.sh").write_text(CALLS)
    name = "calls.sh" if named else "."
    done = run("check", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, f"why400: passed over: {LOST}\n")
    assert "error[wrong-type]" in done.stdout
    report = json.loads(run("check", "--format", "json", name, cwd=tmp_path).stdout)
    assert report["passed_over"] == [{"source": "calls.sh", "line": 2, "message": LOST}]
    (tmp_path / "calls.sh").write_text(CALLS.replace('"16"', "16"))
    assert run("check", name, cwd=tmp_path).returncode == 0
    (tmp_path / "calls.sh").write_text("\n".join(CALLS.splitlines()[1:]))
    done = run("check", "calls.sh", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("why400: calls.sh: the body is not in the command")


def test_fix_says_what_it_passes_over(tmp_path: Path) -> None:
    (tmp_path / "calls.sh").write_text(CALLS)
    done = run("fix", "--write", "calls.sh", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count(f"why400: passed over: {LOST}\n") == 1
    assert (tmp_path / "calls.sh").read_text() == CALLS.replace('"16"', "16")


def test_complaints_show_no_credential_and_command_no_terminal(tmp_path: Path) -> None:
    key = "sk-ant-" + "api03-" + "q" * 80 + "zzzz"
    for quoted in (key, "\x1b[31m"):
        (tmp_path / "call.sh").write_text(f'curl https://api.anthropic.com/v1/messages -d "$(printf {quoted})"')
        done = run("check", "call.sh", cwd=tmp_path)
        assert done.returncode == 2
        assert "what another command prints ($(printf" in done.stderr
        assert "q" * 12 not in done.stderr
        assert "\x1b" not in done.stderr


def test_fix_prints_the_mended_body_and_keeps_the_rest(folder: Path) -> None:
    done = run("fix", "bad.json", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.rstrip("\n") == (folder / "bad.json").read_text().replace('"16"', "16")
    assert "mended wrong-type at max_tokens" in done.stderr


def test_stdin_without_a_command_chooses() -> None:
    assert "ok (POST /v1/messages" in run(given=json.dumps(GOOD).encode()).stdout
    error = '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}'
    assert "field-missing" in run(given=error.encode()).stdout
    assert run().returncode == 2


def test_explain_says_whose_side_first() -> None:
    done = run("explain", given=b'400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}')
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "400 · field-missing · in your request · sending it again will fail again"


def test_explain_points_into_the_request(folder: Path) -> None:
    error = b"max_tokens: Input should be a valid integer"
    done = run("explain", "--request", "bad.json", given=error, cwd=folder)
    assert '"max_tokens": "16"' in done.stdout


def test_explain_json_has_the_documented_shape() -> None:
    report = json.loads(run("explain", "--format", "json", given=b"max_tokens: Field required").stdout)
    wanted = {
        "status", "type", "message", "request_id", "platform", "origin", "rule", "family", "match", "certain", "path", "side", "retry", "cause", "fix",
        "docs", "count", "first_line", "last_line",
    }  # fmt: skip
    assert wanted <= set(report["errors"][0])
    assert report["errors"][0]["retry"] == {"helps": False, "wait_s": None, "how": None}


def test_nothing_to_explain_exits_1() -> None:
    assert run("explain", given=b"all is well").returncode == 1


def test_keys_never_reach_the_screen() -> None:
    key = "sk-ant-" + "api03-" + "a" * 40 + "J9wA"
    raw = (
        f"POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\nx-api-key: {key}\r\ncontent-type: application/json\r\n\r\n"
        + json.dumps({**BAD, "metadata": {"user_id": key}})
    )
    for arguments in (["check"], ["check", "--format", "json"]):
        said = run(*arguments, given=raw.encode())
        assert key not in said.stdout + said.stderr
    assert key not in run("explain", given=f"x-api-key: {key} 400 max_tokens: Field required".encode()).stdout


def test_printed_commands_exist(folder: Path) -> None:
    screens = (
        run("check", "bad.json", cwd=folder).stdout + run("explain", given=b"max_tokens: Field required").stdout + run("--help").stdout
    )
    commands = set(re.findall(r"why400 ([a-z]+)", screens))
    assert {"fix", "rule", "check"} <= commands
    for command in commands:
        assert run(command, "--help").returncode == 0


def test_version_and_first_run() -> None:
    assert run("--version").stdout.startswith("why400 ")
    assert len(run("--help").stdout.splitlines()) <= 10


def test_rules_and_contract_are_listed() -> None:
    listed = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert {"slug", "family", "title", "severity", "side", "retry", "evidence", "docs"} == set(listed[0])
    assert "claude-sonnet-5" in run("contract", "show", "models", "claude-sonnet-5").stdout
    assert "What the API answers" in run("rule", "wrong-type").stdout

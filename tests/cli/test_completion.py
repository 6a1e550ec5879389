"""Completion: the candidates, and the scripts in the shells that are installed."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from why400.__main__ import COMMANDS
from why400.cli.completion import _arguments, complete
from why400.cli.completion_scripts import SCRIPTS
from why400.cli.console import Parser
from why400.rules.catalogue import catalogue

COMMAND = Path(sys.executable).parent / "why400"
ENVIRONMENT = {**os.environ, "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}
FAMILIES = {entry.family for entry in catalogue().values()}


def words(*before: str, current: str = "") -> list[str]:
    return [word for word, _ in complete(before, current)]


def test_commands_and_options() -> None:
    assert words() == list(COMMANDS)
    assert words(current="ch") == ["check"]
    assert words("check", current="--sel") == ["--select"]
    assert {"--select", "--ignore", "--format", "--help"} <= set(words("check", current="-"))
    assert words("nonsense", current="--") == []
    assert "--complete" not in words("completion", current="--")
    assert words("completion") == ["bash", "zsh", "fish", "powershell"]


def test_names_that_options_take() -> None:
    assert set(words("check", "--select")) == {*catalogue(), *FAMILIES}
    assert words("check", "--ignore", current="tools,wrong-typ") == ["tools,wrong-type"]
    assert words("rule", current="tool-result-m") == ["tool-result-missing"]
    assert set(words("rule")) == set(catalogue())
    assert set(words("rules", "--family")) == FAMILIES
    assert words("check", "--platform", current="b") == ["bedrock"]
    assert "2023-06-01" in words("check", "--api-version")
    assert {"text", "json"} <= set(words("check", "--format"))
    assert words("check", "--as-of", current="2026") == []
    assert all(word.startswith("claude-opus") for word in words("check", "--model", current="claude-opus"))
    assert words("check", "--model", current="claude-opus")
    assert "/v1/messages" in words("check", "--endpoint")
    assert words("check", "--betas", current="context-m")


def test_a_value_behind_an_equals_sign_whether_the_shell_takes_it_apart_or_not() -> None:
    assert words("check", current="--select=wrong-typ") == ["--select=wrong-type"]
    assert words("explain", current="--request=") == []
    assert words("check", "--select", "=", current="wrong-typ") == ["wrong-type"]
    assert set(words("check", "--select", current="=")) == {*catalogue(), *FAMILIES}


def test_files_where_a_file_fits() -> None:
    assert words("check") == [":files"]
    assert words("check", "--select", "tools", "a.json") == [":files"]
    assert words("explain", "--request") == [":files"]
    assert words("rule", "wrong-type") == []


def test_commands_of_commands() -> None:
    assert "show" in words("contract")
    assert words("contract", current="sho") == ["show"]
    assert "models" in words("contract", "show")
    assert words("contract", "nonsense") == []


def test_an_option_that_can_do_without_a_value() -> None:
    parser = Parser(prog="why400")
    parser.add_argument("--with", nargs="?", metavar="FILE")
    parser.add_argument("--last", action="store_true")
    assert [word for word, _ in _arguments(parser, "", ["--with"], "")] == [":files"]
    assert [word for word, _ in _arguments(parser, "", ["--with"], "--l")] == ["--last"]
    assert [word for word, _ in _arguments(parser, "", ["--with", "--last"], "--w")] == ["--with"]


def test_every_command_completes() -> None:
    for name in COMMANDS:
        assert "--help" in words(name, current="--"), name


def asked(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COMMAND, "completion", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_scripts_are_printed(shell: str) -> None:
    assert asked(shell).stdout.rstrip("\n") == SCRIPTS[shell].rstrip("\n")


def test_mistakes() -> None:
    assert asked().returncode == 2
    assert asked().stderr == "why400: which shell: one of bash, zsh, fish, powershell\n"
    assert "invalid choice" in asked("tcsh").stderr


def test_words_of_any_kind_reach_the_command() -> None:
    assert asked("--complete", ":check", ":--stric").stdout == "--strict\twarnings fail, too\n"
    for odd in (
        ["--"],
        ["check", "--complete", ""],
        ["--help", ""],
        [],
        [""],
        ["check", "--format", "--", ""],
        ["--debug", "-h", ":", "\n"],
    ):
        done = asked("--complete", *(f":{word}" for word in odd))
        assert (done.returncode, done.stderr) == (0, ""), odd


needs = {name: pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed") for name in ("bash", "zsh", "fish")}


@needs["bash"]
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (["check", "--sel"], ["--select"]),
        (["rule", "tool-result-m"], ["tool-result-missing"]),
        (["check", "--select", "=", "wrong-typ"], ["wrong-type"]),
        ([""], list(COMMANDS)),
        (["check", ""], []),
    ],
)
def test_bash(typed: list[str], wanted: list[str]) -> None:
    script = """source <(why400 completion bash)
        COMP_WORDS=(why400 "$@"); COMP_CWORD=$#; _why400 why400; printf '%s\\n' "${COMPREPLY[@]}"; complete -p why400"""
    done = subprocess.run(["bash", "-c", script, "bash", *typed], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    *found, registered = done.stdout.splitlines()
    assert [word for word in found if word] == wanted
    assert registered == "complete -o bashdefault -o default -F _why400 why400"


@needs["fish"]
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("check --sel", "--select\treport only these rules or families (comma-separated)"),
        ("rule tool-result-m", f"tool-result-missing\t{catalogue()['tool-result-missing'].title}"),
        ("check --select=wrong-typ", f"--select=wrong-type\t{catalogue()['wrong-type'].title}"),
        ("check requ", "request.json"),
    ],
)
def test_fish(typed: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "request.json").touch()
    script = f"why400 completion fish | source; complete -C 'why400 {typed}'"
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(["fish", "-N", "-c", script], env=ENVIRONMENT | home, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [wanted]


def keyed_in(arguments: list[str], start: str, typed: str, wanted: str, folder: Path) -> str:
    """What a shell on a terminal shows after `typed` and the tabulator, as soon as it shows `wanted`, at the latest after 20 s."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(arguments[0], arguments, {**ENVIRONMENT, "PS1": "> ", "HOME": str(folder)})

    def shown(until: str) -> str:
        text = ""
        end = time.monotonic() + 20
        while until not in text and time.monotonic() < end:
            if select.select([terminal], [], [], 0.1)[0]:
                text += os.read(terminal, 65536).decode("utf-8", "replace").replace("\a", "")
        return text

    try:
        os.write(terminal, f"{start}; echo rea''dy\n".encode())
        assert "ready" in shown("\nready")
        os.write(terminal, f"{typed}\t".encode())
        return shown(wanted)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


AT_THE_KEYBOARD = [
    ("why400 rule tool-result-m", "tool-result-missing"),
    ("why400 check --sel", "--select"),
    ("why400 check requ", "request.json"),
]


@needs["zsh"]
@pytest.mark.parametrize(("typed", "wanted"), AT_THE_KEYBOARD)
def test_zsh_at_the_keyboard(typed: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "request.json").touch()
    start = "autoload -Uz compinit; compinit -u -D; source <(why400 completion zsh)"
    assert wanted in keyed_in(["zsh", "-f", "-i"], start, typed, wanted, tmp_path)


@needs["bash"]
@pytest.mark.parametrize(("typed", "wanted"), AT_THE_KEYBOARD)
def test_bash_at_the_keyboard(typed: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "request.json").touch()
    assert wanted in keyed_in(["bash", "--norc", "--noprofile", "-i"], 'eval "$(why400 completion bash)"', typed, wanted, tmp_path)

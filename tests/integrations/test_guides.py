"""The guides: every command in them can be run, every configuration can be read, and what they show is what comes out."""

import json
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from why400.__main__ import COMMANDS
from why400.cli.console import Parser
from why400.integrations.mcp_server import OFFERS

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).parent / "why400"
GUIDES = [ROOT / "docs/guides" / f"{name}.md" for name in ("first-400", "reading-an-error", "ci", "pre-commit", "agents")]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())


def blocks(guide: Path, *kinds: str) -> list[str]:
    return [text for kind, _, text in FENCE.findall(guide.read_text()) if kind in kinds]


def commands_in(text: str) -> list[list[str]]:
    """The command lines of why400 in a text: behind a prompt, in a pipe, behind `--`, or between backticks."""
    lines = [line[2:] for line in text.splitlines() if line.startswith("$ ")] + re.findall(r"`(why400 [^`\n]+)`", text)
    found = []
    for line in lines:
        words = shlex.split(line, comments=True)
        if "why400" in words and "try-repo" not in words:
            rest = words[len(words) - words[::-1].index("why400") :]
            found.append(rest[: next((at for at, word in enumerate(rest) if word in (">", "|")), len(rest))])
    return found


EVERY = sorted({tuple(words) for guide in GUIDES for words in commands_in(guide.read_text())})


def test_the_guides_name_commands() -> None:
    assert {words[0] for words in EVERY} >= {"explain", "check", "fix", "rule", "mcp", "completion"}


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_command_takes_what_the_guide_gives_it(words: tuple[str, ...]) -> None:
    assert words[0] in COMMANDS
    parser = Parser(prog=f"why400 {words[0]}")
    import_module(f"why400.cli.{words[0]}").configure(parser)
    parser.parse_args(list(words[1:]))


@pytest.mark.parametrize("name", sorted({words[0] for words in EVERY}))
def test_a_command_has_help(name: str) -> None:
    assert subprocess.run([COMMAND, name, "--help"], capture_output=True, text=True, check=True).stdout.startswith(f"usage: why400 {name}")


@pytest.mark.parametrize("guide", [GUIDES[0], GUIDES[1]], ids=lambda path: path.stem)
def test_what_is_shown_is_what_comes_out(guide: Path, tmp_path: Path) -> None:
    """A line of the guide ends where `…` stands; lines in between may be left out."""
    (tmp_path / "request.json").write_text((blocks(GUIDES[0], "json"))[0])
    for block in blocks(guide, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            if not shown and "--write" not in line:
                continue  # a command on files that the reader has
            script = line.replace("why400 ", f"{shlex.quote(str(COMMAND))} ")
            done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
            rest = iter(done.stdout.splitlines())
            for wanted in shown.splitlines():
                start = wanted.removesuffix("…") if wanted.endswith(" …") else f"{wanted}\n"
                assert any(f"{given}\n".startswith(start) for given in rest), f"{wanted!r} is not in\n{done.stdout}"
    if guide == GUIDES[0]:
        assert json.loads((tmp_path / "request.json").read_text())["max_tokens"] == 1024


def test_configurations_of_agents_start_the_server() -> None:
    servers = [next(iter(json.loads(text).values()))["why400"] for text in blocks(ROOT / "docs/guides/agents.md", "json")]
    assert len(servers) == 2
    for server in servers:
        assert [server["command"], *server["args"]] == ["why400", "mcp"]


def test_the_guide_names_every_tool() -> None:
    text = (ROOT / "docs/guides/agents.md").read_text()
    assert all(f"`{name}`" in text for name in OFFERS)


def test_workflows_use_inputs_that_the_action_has() -> None:
    workflows = [yaml.safe_load(text) for text in blocks(ROOT / "docs/guides/ci.md", "yaml")]
    assert len(workflows) == 2
    for workflow in workflows:
        steps = workflow["jobs"]["why400"]["steps"]
        [given] = [step["with"] for step in steps if step["uses"].startswith("OWNER/why400@")]
        assert set(given) <= set(ACTION["inputs"])
        assert workflow[True]  # `on`, as YAML 1.1 reads it
    assert all(f"`{name}`" in (ROOT / "docs/guides/ci.md").read_text() for name in ACTION["inputs"])


def test_hooks_run_commands_that_exist_on_files_that_say_what_they_are() -> None:
    configured = [yaml.safe_load(text) for text in blocks(ROOT / "docs/guides/pre-commit.md", "yaml")]
    assert {hook["id"] for one in configured for repo in one["repos"] for hook in repo["hooks"]} <= {hook["id"] for hook in HOOKS}
    for hook in HOOKS:
        assert f"`{hook['id']}`" in (ROOT / "docs/guides/pre-commit.md").read_text()
        program, name, *options = shlex.split(hook["entry"])
        assert (program, hook["language"]) == ("why400", "python")
        parser = Parser(prog=name)
        import_module(f"why400.cli.{name}").configure(parser)
        parser.parse_args([*options, "a.json", "b.json"])
        for path in (
            "request.json",
            "a/request.json",
            "requests/a.json",
            "x/requests/y/z.jsonl",
            "request/a.http",
            "a.claude.json",
            "x/b.anthropic.curl",
        ):
            assert re.search(hook["files"], path), path
        for path in (
            "package.json",
            "requests.json",
            "src/requests/models.py",
            "myrequests/a.json",
            "claude.json",
            "requests/a.jsonc",
            "a.http",
        ):
            assert not re.search(hook["files"], path), path

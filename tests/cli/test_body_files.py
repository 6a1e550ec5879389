"""A body that a command only names: findings stand in the file it comes from, and mends are made there."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.test_cli import BAD, run

URL = "https://api.anthropic.com/v1/messages"
HEADERS = "-H 'anthropic-version: 2023-06-01' -H 'x-api-key: x' -H 'content-type: application/json'"
PRETTY = json.dumps(BAD, indent=2) + "\n"
WAYS = {
    "curl -d": f"curl {URL} {HEADERS} -d @body.json",
    "curl --data-binary": f"curl {URL} {HEADERS} --data-binary @body.json",
    "curl --json": f"curl {URL} {HEADERS} --json @body.json",
    "curl -T": f"curl -X POST {URL} {HEADERS} -T body.json",
    "curl, standard input": f"curl {URL} {HEADERS} -d @- < body.json",
    "curl, cat": f"cat body.json | curl {URL} {HEADERS} -d @-",
    "curl, $(cat)": f'curl {URL} {HEADERS} -d "$(cat body.json)"',
    "HTTPie": f"http POST {URL} anthropic-version:2023-06-01 x-api-key:x < body.json",
    "PowerShell": f"$h = @{{'anthropic-version' = '2023-06-01'; 'x-api-key' = 'x'; 'content-type' = 'application/json'}}\n"
    f"Invoke-RestMethod -Uri {URL} -Method Post -Headers $h -InFile body.json",
}


@pytest.fixture(params=WAYS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/call.sh").write_text(WAYS[request.param] + "\n")
    (tmp_path / "sub/body.json").write_text(PRETTY)
    return tmp_path


def test_a_finding_stands_in_the_file(folder: Path) -> None:
    done = run("check", "sub/call.sh", cwd=folder)
    assert done.returncode == 1
    assert "  sub/body.json:3:17  sent by sub/call.sh  max_tokens\n" in done.stdout
    assert '3 │   "max_tokens": "16",\n' in done.stdout
    found = json.loads(run("check", "--format", "json", "sub/call.sh", cwd=folder).stdout)["requests"][0]
    assert (found["source"], found["body_file"]) == ("sub/call.sh", "sub/body.json")
    assert [found["findings"][0][name] for name in ("line", "column", "end_line", "end_column")] == [3, 17, 3, 21]


def test_fix_writes_the_file_and_nothing_else(folder: Path) -> None:
    call = (folder / "sub/call.sh").read_text()
    assert '-  "max_tokens": "16",\n+  "max_tokens": 16,\n' in run("fix", "--diff", "sub/call.sh", cwd=folder).stdout
    assert run("fix", "sub/call.sh", cwd=folder).stdout == PRETTY.replace('"16"', "16")
    done = run("fix", "--write", "sub/call.sh", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "sub/call.sh: 1 mended, written to sub/body.json\n")
    assert (folder / "sub/body.json").read_text() == PRETTY.replace('"16"', "16")
    assert (folder / "sub/call.sh").read_text() == call
    assert run("fix", "--write", "sub/call.sh", cwd=folder).stdout == "sub/call.sh: nothing to mend\n"


def one_call(folder: Path, *bodies: str) -> None:
    """A command for each body, in a file of its own or in the command."""
    (folder / "body.json").write_text(PRETTY)
    (folder / "call.sh").write_text("".join(f"curl {URL} {HEADERS} -d {body}\n" for body in bodies))


def test_other_outputs_name_the_file(tmp_path: Path) -> None:
    one_call(tmp_path, "@body.json")
    (result,) = json.loads(run("check", "--format", "sarif", "call.sh", cwd=tmp_path).stdout)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("body.json", 3)
    assert run("check", "--format", "github", "call.sh", cwd=tmp_path).stdout.startswith("::error file=body.json,line=3,endLine=3,col=17,")
    root = ET.fromstring(run("check", "--format", "junit", "call.sh", cwd=tmp_path).stdout)
    assert "\nbody.json:3:17  max_tokens" in (root.findtext("testsuite/testcase/failure") or "")
    for name in ("markdown", "html"):
        text = run("check", "--format", name, "call.sh", cwd=tmp_path).stdout
        assert "line 3, column 17 of body.json" in text
        assert text.count("max_tokens") >= 3, "the line itself is shown"


def test_a_mend_that_sarif_offers_is_of_the_file(tmp_path: Path) -> None:
    """Where the file is the body byte for byte; of what curl drops line breaks there is none."""
    one_call(tmp_path, "@body.json")
    for option, fixes in (("-d", 0), ("--data-binary", 1)):
        (tmp_path / "call.sh").write_text(f"curl {URL} {HEADERS} {option} @body.json\n")
        (result,) = json.loads(run("check", "--format", "sarif", "call.sh", cwd=tmp_path).stdout)["runs"][0]["results"]
        assert len(result.get("fixes", [])) == fixes
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == "body.json"


def test_a_header_stands_in_the_command(tmp_path: Path) -> None:
    one_call(tmp_path, "@body.json")
    (tmp_path / "call.sh").write_text(f"curl {URL} -H 'x-api-key: x' -H 'content-type: application/json' -d @body.json")
    results = json.loads(run("check", "--format", "sarif", "call.sh", cwd=tmp_path).stdout)["runs"][0]["results"]
    places = {one["ruleId"]: one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert places["wrong-type"] == "body.json"
    assert places["version-header-missing"] == "call.sh"


def test_bodies_here_and_there(tmp_path: Path) -> None:
    """Each is shown, and mended, where it stands; two commands may send one file."""
    one_call(tmp_path, "@body.json", f"'{json.dumps(BAD)}'", "@body.json")
    done = run("check", "call.sh", cwd=tmp_path)
    assert "  body.json:3:17  sent by call.sh, command 1 (line 1)  max_tokens\n" in done.stdout
    assert "  call.sh:2:" in done.stdout
    markdown = run("check", "--format", "markdown", "call.sh", cwd=tmp_path).stdout
    assert markdown.count('"max_tokens": "16",\n') == 2, "the line of the file, for each command that sends it"
    both = run("fix", "call.sh", cwd=tmp_path)
    assert (both.stdout, "the mends are in call.sh and body.json: say --write" in both.stderr) == ("", True)
    written = run("fix", "--write", "call.sh", cwd=tmp_path)
    assert written.stdout == "call.sh: 2 mended, written to call.sh and body.json\n"
    assert run("check", "call.sh", cwd=tmp_path).returncode == 0


def test_fix_says_that_a_body_of_two_parts_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "head.json").write_text('{"model": "claude-sonnet-5", "max_tokens": "16",')
    (tmp_path / "call.sh").write_text(
        f'curl {URL} {HEADERS} --json @head.json --json \'"messages": [{{"role": "user", "content": "x"}}]}}\''
    )
    done = run("fix", "--write", "call.sh", cwd=tmp_path)
    assert done.returncode == 1
    assert "does not stand in the text in a way that can be written to" in done.stderr

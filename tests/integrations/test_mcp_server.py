"""The server as a client meets it: the official SDK's client, and the wire itself."""

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import anyio.abc
import pytest
from mcp import Client, MCPError, StdioServerParameters

from why400.rules.catalogue import catalogue

COMMAND = str(Path(sys.executable).parent / "why400")
BAD = '{"model": "claude-sonnet-5", "max_tokens": "16", "messages": [{"role": "user", "content": "Hello"}]}'
MODES = ("legacy", "2026-07-28")
"""With the handshake, as clients have spoken it so far, and without."""


def talk(what: Callable[[Client], Awaitable[None]], mode: str = "auto") -> None:
    """Runs `what` against a server that is started for it; fails where it does not end."""

    async def session() -> None:
        with anyio.fail_after(60):
            async with Client(StdioServerParameters(command=COMMAND, args=["mcp"]), mode=mode) as client:
                await what(client)

    anyio.run(session)


def said(result: Any) -> str:
    return str(result.content[0].text)


@pytest.mark.parametrize("mode", MODES)
def test_tools_are_offered_and_answer(mode: str) -> None:
    async def what(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"explain_error", "check_request", "fix_request", "read_rule", "list_rules"}
        for tool in tools.values():
            assert tool.annotations is not None
            assert (tool.annotations.read_only_hint, tool.annotations.open_world_hint) == (True, False)
            assert tool.input_schema["type"] == "object"
            assert tool.input_schema["additionalProperties"] is False
            assert all(one.get("description") for one in tool.input_schema["properties"].values())
        assert tools["check_request"].input_schema["required"] == ["request"]
        explained = await client.call_tool("explain_error", {"text": "messages.3: `tool_use` ids must be unique"})
        assert explained.structured_content["errors"][0]["rule"] == "tool-use-id-duplicate"
        checked = await client.call_tool("check_request", {"request": BAD})
        assert checked.structured_content["summary"] == {"requests": 1, "errors": 1, "warnings": 0}
        mended = await client.call_tool("fix_request", {"request": json.loads(BAD)})
        assert json.loads(mended.structured_content["body"])["max_tokens"] == 16
        assert (await client.call_tool("read_rule", {"name": "wrong-type"})).structured_content["family"] == "schema"
        assert len((await client.call_tool("list_rules", {})).structured_content["rules"]) == len(catalogue())

    talk(what, mode)


def test_structured_results_are_those_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "request").write_text(BAD)
    printed = subprocess.run([COMMAND, "check", "--format", "json", "request"], cwd=tmp_path, capture_output=True, check=False).stdout
    error = "messages.3: `tool_use` ids must be unique"
    explained = subprocess.run([COMMAND, "explain", "--format", "json"], input=error.encode(), capture_output=True, check=True).stdout
    listed = subprocess.run([COMMAND, "rules", "--family", "schema", "--format", "json"], capture_output=True, check=True).stdout
    rule = subprocess.run([COMMAND, "rule", "wrong-type", "--format", "json"], capture_output=True, check=True).stdout

    async def what(client: Client) -> None:
        assert (await client.call_tool("check_request", {"request": BAD})).structured_content == json.loads(printed)
        assert (await client.call_tool("explain_error", {"text": error})).structured_content == json.loads(explained)
        assert (await client.call_tool("list_rules", {"family": "schema"})).structured_content == json.loads(listed)
        assert (await client.call_tool("read_rule", {"name": "wrong-type"})).structured_content == json.loads(rule)

    talk(what)


def test_mistakes_are_tool_errors_of_one_line() -> None:
    async def what(client: Client) -> None:
        for name, arguments, wanted in (
            ("check_request", {}, "why400: argument 'request' is missing"),
            ("check_request", {"request": BAD, "platform": "bedrok"}, "did you mean bedrock"),
            ("check_request", {"request": "Hello there"}, "why400: request: not a request that I can read"),
            ("read_rule", {"name": "wrong-typ"}, "did you mean "),
        ):
            result = await client.call_tool(name, arguments)
            assert result.is_error
            assert wanted in said(result)
            assert said(result).count("\n") == 0
        with pytest.raises(MCPError, match="no tool 'chek': one of explain_error"):
            await client.call_tool("chek", {})

    talk(what)


def test_rules_are_resources() -> None:
    async def what(client: Client) -> None:
        assert [one.uri for one in (await client.list_resources()).resources] == ["why400://rules"]
        templates = (await client.list_resource_templates()).resource_templates
        assert [one.uri_template for one in templates] == ["why400://rules/{slug}"]
        page: Any = (await client.read_resource("why400://rules/wrong-type")).contents[0]
        assert page.text.startswith("wrong-type (schema): ")
        index: Any = (await client.read_resource("why400://rules")).contents[0]
        assert all(slug in index.text for slug in catalogue())
        for absent in ("why400://rules/nonsense", "why400://rules/../wrong-type", "file:///etc/hostname"):
            with pytest.raises(MCPError, match="no resource"):
                await client.read_resource(absent)

    talk(what)


def test_many_calls_at_once_get_their_own_answers() -> None:
    async def what(client: Client) -> None:
        answers: dict[int, int] = {}

        async def one(number: int) -> None:
            body = {**json.loads(BAD), "max_tokens": 16, "messages": [{"role": "user", "content": 5}] * number}
            answers[number] = (await client.call_tool("check_request", {"request": body})).structured_content["summary"]["errors"]

        async with anyio.create_task_group() as group:
            for number in range(1, 21):
                group.start_soon(one, number)
        assert answers == {number: number for number in range(1, 21)}

    talk(what)


def test_a_long_call_keeps_no_other_message_waiting_and_can_be_left() -> None:
    log = "\n".join(
        f'{{"type":"error","error":{{"type":"invalid_request_error","message":"messages.{n}: what is this"}}}}' for n in range(20_000)
    )

    async def what(client: Client) -> None:
        done: list[str] = []

        async def long(group: anyio.abc.TaskGroup) -> None:
            await client.call_tool("explain_error", {"text": log})
            done.append("long")
            group.cancel_scope.cancel()

        async with anyio.create_task_group() as group:
            group.start_soon(long, group)
            await anyio.sleep(0.2)
            await client.read_resource("why400://rules")
            done.append("short")
            group.cancel_scope.cancel()
        assert done == ["short"]
        assert (await client.call_tool("check_request", {"request": BAD})).structured_content["summary"]["errors"] == 1

    talk(what)


HANDSHAKE = [
    {
        "jsonrpc": "2.0",
        "id": 0,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}},
    },
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
]


def call(number: int, tool: str, arguments: dict[str, object]) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}


def test_only_the_protocol_is_printed_and_rubbish_does_not_stop_it() -> None:
    with subprocess.Popen([COMMAND, "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        for line in (
            *(json.dumps(one) for one in HANDSHAKE),
            "rubbish",
            '{"jsonrpc": "2.0"}',
            json.dumps(call(1, "check_request", {"request": BAD})),
        ):
            server.stdin.write(line.encode() + b"\n")
        server.stdin.flush()
        answers = [json.loads(server.stdout.readline()) for _ in range(2)]
        assert answers[0]["result"]["serverInfo"]["name"] == "why400"
        assert answers[1]["id"] == 1
        server.stdin.close()
        assert server.wait(20) == 0
        assert server.stdout.read() == b""
        assert b"Traceback" not in server.stderr.read()


def test_it_ends_when_the_client_goes_in_the_middle_of_a_call() -> None:
    log = "\n".join(
        f'{{"type":"error","error":{{"type":"invalid_request_error","message":"messages.{n}: what is this"}}}}' for n in range(20_000)
    )
    lines = "".join(json.dumps(one) + "\n" for one in (*HANDSHAKE, call(1, "explain_error", {"text": log})))
    done = subprocess.run([COMMAND, "mcp"], input=lines.encode(), capture_output=True, timeout=20, check=True)
    for line in done.stdout.splitlines():
        assert json.loads(line)["jsonrpc"] == "2.0"
    assert done.stderr == b""


def test_without_the_sdk_one_line_says_what_to_install() -> None:
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['why400', 'mcp']; from why400.__main__ import main; raise SystemExit(main())"
    done = subprocess.run([sys.executable, "-c", code], input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == 'why400: the MCP server needs the extra: pip install "why400[mcp]"\n'

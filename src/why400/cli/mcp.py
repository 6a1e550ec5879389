"""`why400 mcp`: the tools for coding agents, over MCP."""

import argparse

from why400.cli.console import invite
from why400.cli.source_lines import in_source
from why400.errors import UsageError

EXAMPLE = "claude mcp add why400 -- why400 mcp"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments: none, the client says all."""


def run(_: argparse.Namespace) -> int:
    """Serves on standard input and output until the input ends. Raises UsageError where the SDK is not installed."""
    try:
        from why400.integrations.mcp_server import serve
    except ImportError:  # absent, or a first version with another interface: the same command mends both
        raise UsageError('the MCP server needs the extra: pip install "why400[mcp]"') from None
    invite("an MCP client talks to this command: see docs/guides/agents.md")
    serve(in_source)
    return 0

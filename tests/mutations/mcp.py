"""MCP servers and the toolsets that name them."""

from __future__ import annotations

from .originals import HAIKU, on
from .places import tools
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, SAYS, pick, wrong

BETA = "mcp-client-2025-11-20"


def connected(body: Body, server: dict[str, object], *toolsets: dict[str, object]) -> tuple[Body, int] | None:
    """A plain body with this server and these toolsets behind its own tools, and the index of the first toolset."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    given = [place.value for place in tools(moved)]
    sets = [{"type": "mcp_toolset", **toolset} for toolset in toolsets]
    return {**moved, "mcp_servers": [server], "tools": [*given, *sets]}, len(given)


def server(draw: Draw) -> dict[str, object]:
    return {"type": "url", "url": "https://example.com/" + pick(draw, ("mcp", "sse", "")), "name": pick(draw, ("srv", "a-b"))}


@mutator(evidence=("rules-beyond:mcp-server-unreferenced",))
def server_without_toolset(body: Body, draw: Draw) -> Planted | None:
    given = connected(body, one := server(draw))
    if given is None:
        return None
    parts = (f"MCP server '{one['name']}' is defined but not referenced by any mcp_toolset in tools",)
    return Planted(given[0], ("/mcp_servers/0", "/mcp_servers/0/name"), parts=parts, betas=(BETA,))


@mutator(evidence=("rules-beyond:mcp-toolset-server-exists",))
def toolset_of_unknown_server(body: Body, draw: Draw) -> Planted | None:
    one = server(draw)
    given = connected(body, one, {"mcp_server_name": one["name"]}, {"mcp_server_name": "nowhere"})
    if given is None:
        return None
    spot = f"/tools/{given[1] + 1}"
    return Planted(given[0], (spot, f"{spot}/mcp_server_name"), betas=(BETA,))


@mutator(evidence=("rules-messages:tool-allowed-callers", "rules-messages:ptc-not-mcp"))
def toolset_with_callers(body: Body, draw: Draw) -> Planted | None:
    one = server(draw)
    given = connected(body, one, {"mcp_server_name": one["name"], "allowed_callers": ["direct"]})
    if given is None:
        return None
    says = f"tools.{given[1]}.mcp_toolset.allowed_callers: {EXTRA}"
    return Planted(given[0], (f"/tools/{given[1]}/allowed_callers",), says, betas=(BETA,))


@mutator(evidence=("openapi:BetaRequestMCPServerURLDefinition",))
def server_member_missing(body: Body, draw: Draw) -> Planted | None:
    one = server(draw)
    toolset = {"mcp_server_name": one["name"]}
    name = pick(draw, ("url", "name"))
    given = connected(body, {key: value for key, value in one.items() if key != name}, toolset)
    if given is None:
        return None
    parts = (f"mcp_servers.0.{name}: {REQUIRED}",)
    return Planted(given[0], ("/mcp_servers/0", f"/mcp_servers/0/{name}"), parts=parts, betas=(BETA,))


@mutator(evidence=("openapi:BetaRequestMCPServerURLDefinition",))
def server_member_of_another_type(body: Body, draw: Draw) -> Planted | None:
    name = pick(draw, ("url", "name"))
    one = server(draw)
    given = connected(body, {**one, name: wrong(draw, "string")}, {"mcp_server_name": one["name"]})
    if given is None:
        return None
    return Planted(given[0], (f"/mcp_servers/0/{name}",), parts=(f"mcp_servers.0.{name}: {SAYS['string']}",), betas=(BETA,))

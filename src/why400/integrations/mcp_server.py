"""The MCP server on standard input and output: it hands calls to the tools and says what they are for.

Checks run one at a time in a thread of their own, so that a large request keeps neither a ping nor a cancellation waiting; one that was
cancelled is left to run out beside the next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import anyio
import anyio.to_thread
import mcp_types as types
from mcp import MCPError
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from msgspec import Struct
from msgspec.json import schema_components

from why400 import __version__
from why400.errors import Why400Error
from why400.integrations import mcp_tools as tools
from why400.integrations.mcp_texts import titles_text
from why400.integrations.mcp_tools import Answer, Locate
from why400.rules.catalogue import catalogue
from why400.sanitize import mask

RULES = "why400://rules"
INSTRUCTIONS = (
    "Why does the Claude API (Anthropic Messages API) refuse a request, and how is it mended? When a call failed, give the error's text to "
    "explain_error. Before sending a request, or to find every fault in one that failed, use check_request, then fix_request. Everything is "
    "worked out on this machine: no key is needed and nothing is sent. For a request of more than about 100 KB, or a log, prefer the command "
    "line if you have a shell: `why400 check FILE`, `why400 explain FILE`."
)
_FINDINGS = {"type": "array", "items": {"type": "object", "required": ["rule", "severity", "where", "cause", "api_error"]}}
_LIST = {"type": "array", "items": {"type": "object"}}
_CHECKED = {"type": "array", "items": {"type": "object", "required": ["findings"], "properties": {"findings": _FINDINGS}}}
_REPORT: dict[str, Any] = {"tool": {}, "version": {}, "contract": {}, "requests": _CHECKED, "summary": {"type": "object"}}


class Offer(Struct, frozen=True):
    """One tool as it is offered."""

    arguments: type[Struct]
    call: Callable[[Any, Locate], Answer]
    title: str
    description: str
    answers: dict[str, Any]
    """The members of its structured result, as JSON Schema."""


OFFERS = {
    "explain_error": Offer(
        tools.ExplainError,
        tools.explain_error,
        "Explain an API error",
        "What an error of the Claude API means, from any text that has it (JSON body, SDK exception, traceback, log): whose side it is on, "
        "whether a retry can help, the cause, the mend.",
        {"errors": _LIST},
    ),
    "check_request": Offer(
        tools.CheckRequest,
        tools.check_request,
        "Check an API request",
        "Every reason for which the Claude API would refuse this request, without sending it: rule, place (JSON pointer, line and column), "
        "the API's own sentence, cause and mend, in the order in which the API reports them.",
        _REPORT,
    ),
    "fix_request": Offer(
        tools.FixRequest,
        tools.fix_request,
        "Mend an API request",
        "The request's body with the faults mended that can be mended without changing its meaning (`unsafe`: all that can), what was done, "
        "and what is left for you. Bytes that no mend touches stay as they are. It writes no file.",
        {"body": {"type": "string"}, "masked": {"type": "boolean"}, "applied": _FINDINGS, "remaining": _FINDINGS},
    ),
    "read_rule": Offer(
        tools.ReadRule,
        tools.read_rule,
        "Read a rule",
        "One way to be refused in full: what happens, why, a bad and a good example, the API's dated sentences, the evidence.",
        {"slug": {"type": "string"}, "page": {"type": "string"}, "says": _LIST},
    ),
    "list_rules": Offer(
        tools.ListRules,
        tools.list_rules,
        "List the rules",
        "The names of every way to be refused, by family; with `family`, the titles and facts of that one's.",
        {"rules": _LIST},
    ),
}


def serve(locate: Locate) -> None:
    """Serves until standard input ends. `locate` finds the lines of findings in the text that a request was read from."""
    anyio.run(_serve, locate)


async def _serve(locate: Locate) -> None:
    server = make_server(locate)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def make_server(locate: Locate) -> Server[Any]:
    """The server, connected to nothing yet."""
    turn = anyio.CapacityLimiter(1)

    async def call_tool(_: ServerRequestContext[Any], params: types.CallToolRequestParams) -> types.CallToolResult:
        offer = OFFERS.get(params.name)
        if offer is None:
            raise MCPError(types.INVALID_PARAMS, f"no tool {params.name[:80]!r}: one of {', '.join(OFFERS)}")
        work = partial(_called, offer, params.arguments, locate)
        return await anyio.to_thread.run_sync(work, limiter=turn, abandon_on_cancel=True)

    return Server(
        "why400",
        version=__version__,
        title="why400",
        description="Why did the Claude API answer 400?",
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call_tool,
        on_list_resources=_list_resources,
        on_list_resource_templates=_list_templates,
        on_read_resource=_read_resource,
        on_completion=_complete,
    )


def _called(offer: Offer, arguments: dict[str, Any] | None, locate: Locate) -> types.CallToolResult:
    try:
        answer = offer.call(tools.arguments_of(offer.arguments, arguments), locate)
    except Why400Error as exc:
        return _failed(str(exc))
    except Exception as exc:
        return _failed(f"internal error ({type(exc).__name__}: {exc}): please report it")
    return types.CallToolResult(content=[types.TextContent(type="text", text=tools.sound(answer.text))], structured_content=answer.data)


def _failed(line: str) -> types.CallToolResult:
    text = mask(" ".join(tools.sound(line).split()))
    return types.CallToolResult(content=[types.TextContent(type="text", text=f"why400: {text}")], is_error=True)


async def _list_tools(_: ServerRequestContext[Any], __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
    return types.ListToolsResult(tools=[_tool(name, offer) for name, offer in OFFERS.items()])


def _tool(name: str, offer: Offer) -> types.Tool:
    _, schemas = schema_components([offer.arguments], ref_template="#/$defs/{name}")
    accepts = schemas[offer.arguments.__name__]
    del accepts["title"], accepts["description"]
    return types.Tool(
        name=name,
        title=offer.title,
        description=offer.description,
        input_schema=accepts,
        output_schema={"type": "object", "properties": offer.answers, "required": list(offer.answers)},
        annotations=types.ToolAnnotations(
            title=offer.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


async def _list_resources(_: ServerRequestContext[Any], __: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
    index = types.Resource(
        uri=RULES, name="rules", title="Every rule", description="Every way to be refused, by family", mime_type="text/plain"
    )
    return types.ListResourcesResult(resources=[index])


async def _list_templates(_: ServerRequestContext[Any], __: types.PaginatedRequestParams | None) -> types.ListResourceTemplatesResult:
    template = types.ResourceTemplate(
        uri_template=f"{RULES}/{{slug}}", name="rule", title="A rule", description="One way to be refused, in full", mime_type="text/plain"
    )
    return types.ListResourceTemplatesResult(resource_templates=[template])


async def _read_resource(_: ServerRequestContext[Any], params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
    slug = params.uri.removeprefix(f"{RULES}/")
    if params.uri.rstrip("/") == RULES:
        text = titles_text(list(catalogue().values()))
    elif slug in catalogue():
        text = tools.read_rule(tools.ReadRule(slug), _nowhere).text
    else:
        raise MCPError(types.INVALID_PARAMS, f"no resource {params.uri[:120]!r}: {RULES} names the rules")
    return types.ReadResourceResult(contents=[types.TextResourceContents(uri=params.uri, mime_type="text/plain", text=text)])


async def _complete(_: ServerRequestContext[Any], params: types.CompleteRequestParams) -> types.CompleteResult:
    found = [slug for slug in catalogue() if slug.startswith(params.argument.value)] if params.argument.name == "slug" else []
    return types.CompleteResult(completion=types.Completion(values=found[:100], total=len(found), has_more=len(found) > 100))


def _nowhere(findings: Any, *_: object) -> Any:
    return findings

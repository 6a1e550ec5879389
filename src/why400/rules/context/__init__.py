"""What surrounds the conversation: context editing, compaction, containers, skills, MCP servers."""

from collections.abc import Iterator

from why400.contract.views.blocks import Compact20260112, CompactionBlock, ContainerParams
from why400.rules import Conversation

THRESHOLD_BETA = "compact-2026-01-12"
"""Compaction as a context edit: the blocks have no signature."""
REQUEST_BETA = "compact-2026-09-04"
"""Compaction by the parameter `compaction`: the blocks are signed."""


def compacts(talk: Conversation) -> bool:
    """Whether the request has the context edit that compacts."""
    config = talk.request.context_management
    return config is not None and any(isinstance(edit, Compact20260112) for edit in config.edits or [])


def summaries(talk: Conversation) -> Iterator[CompactionBlock]:
    """The compaction blocks that hold a summary; one whose content is null stands for a failed compaction and does nothing."""
    for block in talk.blocks(CompactionBlock):
        if isinstance(block.content, str) and block.content:
            yield block


def runs_code(talk: Conversation) -> bool:
    """Whether code execution is declared, or a tool that brings it along: a newer web tool, or one that code may call."""
    return any(_runs_code(str(getattr(tool, "type", None) or "")) or _called_by_code(tool) for tool in talk.tools)


def _called_by_code(tool: object) -> bool:
    return any(caller != "direct" for caller in getattr(tool, "allowed_callers", None) or ())


def _runs_code(kind: str) -> bool:
    if kind.startswith("code_execution_"):
        return True
    name, _, day = kind.rpartition("_")
    return name in ("web_search", "web_fetch") and day >= "20260209"


def container_id(talk: Conversation) -> str | None:
    """The id of the container that the request names; None where it names none."""
    container = getattr(talk.request, "container", None)  # a request for counting has none
    if isinstance(container, ContainerParams):
        return container.id
    return container if isinstance(container, str) else None

"""Tool calls and their results in the conversation."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from why400.contract.views.blocks import (
    CompactionBlock,
    ServerToolUseBlock,
    ThreadContinueParams,
    ToolChangeToolDefinition,
    ToolResultBlock,
)
from why400.rules import Conversation, Turn

PAIRS_CHECKED_SINCE = date(2024, 10, 1)
"""Results whose ids match no call were accepted until the middle of 2024."""


def tag_of(block: object) -> str:
    """The block's type; empty for plain text; "unsound" where the schema's violations say what is wrong with it."""
    return str(block.__struct_config__.tag) if isinstance(block, Struct) else ""


def all_sound(talk: Conversation) -> bool:
    """Whether every turn can be paired with its neighbours; the quick answer for most requests."""
    kinds = [kind.__struct_config__.tag for kind in talk.kinds]
    return "unsound" not in kinds and None not in [result.tool_use_id for result in talk.blocks(ToolResultBlock)]


def is_sound(turn: Turn) -> bool:
    """Whether the turn can be paired with its neighbours: no block of it breaks the schema."""
    return not any(
        tag_of(block) == "unsound" or (isinstance(block, ToolResultBlock) and not isinstance(block.tool_use_id, str))
        for block in turn.content
    )


def answering(turn: Turn) -> Turn:
    """The turn after this one that is no system turn; an empty one where there is none."""
    after = turn.next
    while after and after.role == "system":
        after = after.next
    return after


def asking(turn: Turn) -> Turn:
    """The turn before this one that is no system turn; an empty one where there is none."""
    before = turn.previous
    while before and before.role == "system":
        before = before.previous
    return before


def starts_elsewhere(talk: Conversation) -> bool:
    """Whether the conversation goes on from what the service keeps, so that calls may not be in the request."""
    return isinstance(getattr(talk.request, "thread", None), ThreadContinueParams)  # counting tokens has none


def is_summary(turn: Turn) -> bool:
    """Whether the turn holds a compaction, which stands for messages that are gone."""
    return bool(turn.blocks(CompactionBlock))


def server_calls(talk: Conversation) -> dict[str, ServerToolUseBlock]:
    """The calls of server tools in the whole conversation, by id."""
    return {block.id: block for block in talk.blocks(ServerToolUseBlock) if isinstance(block.id, str)}


def is_server_result(block: object) -> bool:
    """Whether the block is the result of a server tool."""
    tag = tag_of(block)
    return tag.endswith("_tool_result") and tag != "mcp_tool_result"


def open_server_calls(turn: Turn, answered: set[str]) -> Iterator[ServerToolUseBlock]:
    """The turn's calls of server tools that have no result anywhere."""
    for block in turn.content:
        if isinstance(block, ServerToolUseBlock) and isinstance(block.id, str) and block.id not in answered:
            yield block


def server_answers(talk: Conversation) -> set[str]:
    """The ids of server tool calls that have a result in the conversation."""
    return {str(getattr(block, "tool_use_id", "")) for turn in talk.all_turns for block in turn.content if is_server_result(block)}


def name_defined(tool: ToolChangeToolDefinition) -> object:
    """The name of a tool that is defined in the conversation."""
    definition: object = tool.definition
    return definition.get("name") if isinstance(definition, dict) else getattr(definition, "name", None)

"""The fast yes: one typed decode, one walk, the rules. It may say "don't know"; its yes is sound.

Whatever it is not sure of goes to the slow path, which alone decides and words. Gate in the tests: a fast yes is a slow yes.
"""

from functools import cache
from typing import cast

import msgspec

from why400.check.options import with_model
from why400.check.plan import GATES, Plan
from why400.contract.patterns import AllMatch, all_match
from why400.contract.views import blocks, marks
from why400.contract.views.messages import MessagesRequest, convert_messages, fill_schemas, read_messages
from why400.rules import Context, Conversation

_SIMPLE_NESTED = frozenset({blocks.TextBlock, blocks.ImageBlock, blocks.DocumentBlock, blocks.SearchResultBlock})
_GATED_BLOCKS = frozenset(getattr(blocks, name) for name in marks.BETA_VARIANTS if hasattr(blocks, name))
_GATED_TOOLS = frozenset(marks.BETA_VARIANTS)
_LOOK_INTO_SCHEMAS = frozenset(
    {"tools:unusual", "tools:served", "tools.strict", "tools.input_examples", "tools.allowed_callers", "output_config.format"}
)
"""Features whose rules read the schemas of tools."""


@cache
def _patterns() -> dict[type[msgspec.Struct], tuple[str, AllMatch]]:
    """By block or tool: the member that has a pattern, and the test of many of its values."""
    return {
        getattr(blocks, struct): (name, all_match(pattern)) for (struct, name), pattern in marks.PATTERNS.items() if hasattr(blocks, struct)
    }


def clean_view(body: "bytes | dict[str, object]", context: Context, rules: Plan) -> "tuple[MessagesRequest, Context] | None":
    """The typed request and its circumstances where it is certainly without any finding. None: don't know."""
    try:
        request = read_messages(body) if isinstance(body, bytes) else convert_messages(body)
    except msgspec.MsgspecError:
        return None
    if request.cache_control is not None and request.cache_control.scope is not None:
        return None
    thinking, output = request.thinking, request.output_config
    if (thinking is not None and _gated_thinking(thinking)) or (output is not None and output.task_budget is not None):
        return None
    context = with_model(context, request.model)
    talk = Conversation(request, context)
    if not _blocks_are_plain(talk) or not _tools_are_plain(talk):
        return None
    features = rules.features(talk)
    if not features.isdisjoint(GATES):
        return None
    if "cached" in features and any(node.cache_control.scope is not None for node in talk.marked):  # type: ignore[attr-defined]  # marked
        return None
    if not features.isdisjoint(_LOOK_INTO_SCHEMAS):
        fill_schemas(request.tools)
    if "tools:unusual" in features and not blocks.sound_schemas(request.tools):  # else the plain shape has said so
        return None
    for rule in rules.for_features(features):
        if rule.finds_any(talk):
            return None
    talk.release()
    return request, context


def _gated_thinking(thinking: object) -> bool:
    return getattr(thinking, "block_binding", None) is not None or getattr(thinking, "display", None) == "updates"


def _blocks_are_plain(talk: Conversation) -> bool:
    patterns = _patterns()
    for kinds in talk.kinds_of.values():
        if not _GATED_BLOCKS.isdisjoint(kinds):
            return False
        for kind in kinds:
            pattern = patterns.get(kind)
            if pattern is not None and not pattern[1](cast("list[str]", talk.column(kind, pattern[0]))):
                return False
    return talk.nested_nodes.keys() <= _SIMPLE_NESTED


def _tools_are_plain(talk: Conversation) -> bool:
    if not _patterns()[blocks.CustomTool][1](talk.custom_names):
        return False
    return len(talk.custom_tools) == len(talk.tools) or not any(type(tool).__name__ in _GATED_TOOLS for tool in talk.tools)

"""The fast yes: one typed decode, one walk, the rules. It may say "don't know"; its yes is sound.

Whatever it is not sure of goes to the slow path, which alone decides and words. Gate in the tests: a fast yes is a slow yes.
"""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from why400.check.options import with_model
from why400.check.plan import Plan
from why400.contract.views import blocks, marks
from why400.contract.views.messages import MessagesRequest, convert_messages, fill_schemas, read_messages
from why400.rules import Context, Conversation

_SIMPLE_NESTED = frozenset({blocks.TextBlock, blocks.ImageBlock, blocks.DocumentBlock, blocks.SearchResultBlock})
_GATED_BLOCKS = frozenset(getattr(blocks, name) for name in marks.BETA_VARIANTS if hasattr(blocks, name))
_GATED_TOOLS = frozenset(marks.BETA_VARIANTS)
_GATED_FIELDS = tuple(name for struct, name in (*marks.BETA_FIELDS, *marks.VERSION_FIELDS) if struct == "MessagesRequest")
_LOOK_INTO_SCHEMAS = frozenset(
    {"tools:unusual", "tools:served", "tools.strict", "tools.input_examples", "tools.allowed_callers", "output_config.format"}
)
"""Features whose rules read the schemas of tools."""
_CALLING = (blocks.ToolUseBlock, blocks.ServerToolUseBlock)


@cache
def _patterns() -> dict[type[msgspec.Struct], tuple[str, Callable[[str], object]]]:
    """By block: the member that has a pattern, and a matcher of many values joined by line breaks."""
    found: dict[type[msgspec.Struct], tuple[str, Callable[[str], object]]] = {}
    for (struct, name), pattern in marks.PATTERNS.items():
        if hasattr(blocks, struct):
            one = pattern.removeprefix("^").removesuffix("$")
            found[getattr(blocks, struct)] = (name, re.compile(rf"(?:{one}\n)*").fullmatch)
    return found


def clean_view(body: "bytes | dict[str, object]", context: Context, rules: Plan) -> "tuple[MessagesRequest, Context] | None":
    """The typed request and its circumstances where it is certainly without any finding. None: don't know."""
    try:
        request = read_messages(body) if isinstance(body, bytes) else convert_messages(body)
    except msgspec.MsgspecError:
        return None
    for name in _GATED_FIELDS:
        if getattr(request, name) is not None:
            return None
    if request.cache_control is not None and request.cache_control.scope is not None:
        return None
    thinking, output = request.thinking, request.output_config
    if (thinking is not None and _gated_thinking(thinking)) or (output is not None and output.task_budget is not None):
        return None
    for message in request.messages:
        if message.clear_at is not None or message.output_config is not None:
            return None
    context = with_model(context, request.model)
    talk = Conversation(request, context)
    if not _blocks_are_plain(talk) or not _tools_are_plain(talk):
        return None
    features = rules.features(talk)
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
    for kind, found in (one for kinds in talk.kinds_of.values() for one in kinds.items()):
        if kind in _GATED_BLOCKS:
            return False
        shape = patterns.get(kind)
        if shape is not None:
            name, matches = shape
            joined = "\n".join([getattr(block, name) for block in found])
            if joined.count("\n") != len(found) - 1 or not matches(joined + "\n"):
                return False
        if kind in _CALLING and any(block.caller is not None for block in found):  # type: ignore[attr-defined]  # those that call
            return False
    return talk.nested_kinds <= _SIMPLE_NESTED


def _tools_are_plain(talk: Conversation) -> bool:
    names = [tool.name for tool in talk.tools if isinstance(tool, blocks.CustomTool)]
    joined = "\n".join(names)
    if names and (joined.count("\n") != len(names) - 1 or not _tool_names()(joined + "\n")):
        return False
    return len(names) == len(talk.tools) or not any(type(tool).__name__ in _GATED_TOOLS for tool in talk.tools)


@cache
def _tool_names() -> Callable[[str], object]:
    one = marks.PATTERNS["CustomTool", "name"].removeprefix("^").removesuffix("$")
    return re.compile(rf"(?:{one}\n)*").fullmatch

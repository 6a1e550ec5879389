"""What a request has, in the words by which rules say what they look at (`needs`); a rule whose words are absent is not asked.

| word | means |
|---|---|
| `tool_use` | blocks of that kind directly in messages; a tool definition of that type (`custom`: without one) |
| `assistant:tool_use` | such blocks in messages of that role |
| `nested:image` | such blocks inside a tool result, search result or document |
| `temperature` | that top-level member |
| `tool_use.caller`, `output_config.format`, `message.clear_at`, `tools.strict` | that member, and not false or empty, in some block, top-level member, message, custom tool |
| `role:system`, `last:assistant` | a message of that role; the last one is |
| `cached` | some cache_control marker |
| `empty` | a message without content |
| `unpaired` | tool calls and results do not simply alternate, turn by turn |
| `tools:served`, `tools:unusual` | a tool that is no custom one; a custom one whose schema is not surely sound |
| `elsewhere`, `platform:bedrock` | not the Claude API itself; that platform |
| `batch-item`, `count-tokens` | an item of a batch; counting tokens |
| `before:2025-01-01`, `version:2026-10-21` | checked as of a day before that one; that API version or a later one |
| `model:unknown`, `model:ending`, `model:gated` | an id that the contract does not know; one with a date of deprecation or retirement; not for everybody |

Words of one `needs` are alternatives; `a+b` means both.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from why400.contract.schema_shape import PlainInput
from why400.contract.views.blocks import CustomTool, ToolResultBlock

if TYPE_CHECKING:
    from why400.rules.conversation import Conversation

_TAGS: dict[type[Struct], str] = {}


def tag_of(kind: type[Struct]) -> str:
    """The `type` of the nodes of that class; `custom` for a tool definition without one."""
    tag = _TAGS.get(kind)
    if tag is None:
        tag = _TAGS[kind] = str(kind.__struct_config__.tag or "custom")
    return tag


class Watch:
    """The words that some rule needs, sorted by how each is found out."""

    def __init__(self, needs: Iterable[str], top_level: Iterable[str]) -> None:
        words = frozenset(word for need in needs for word in need.split("+"))
        fields = frozenset(top_level)
        self.words = words
        self.fields = tuple(sorted(words & fields))
        self.members: dict[str, list[tuple[str, attrgetter[object]]]] = {}
        self.of_fields: list[tuple[str, str, str]] = []
        self.of_tools: list[tuple[str, attrgetter[object]]] = []
        self.of_messages: list[tuple[str, attrgetter[object]]] = []
        for word in sorted(words):
            holder, dot, member = word.partition(".")
            if not dot:
                continue
            if holder == "tools":
                self.of_tools.append((word, attrgetter(member)))
            elif holder == "message":
                self.of_messages.append((word, attrgetter(member)))
            elif holder in fields and holder != "thinking":
                self.of_fields.append((word, holder, member))
            else:
                self.members.setdefault(holder, []).append((word, attrgetter(member)))
        self.days = tuple((word, date.fromisoformat(word.partition(":")[2])) for word in words if word.startswith("before:"))
        self.versions = tuple((word, word.partition(":")[2]) for word in words if word.startswith("version:"))
        self.wants_pairs = "unpaired" in words
        self.wants_schemas = "tools:unusual" in words

    def features(self, talk: "Conversation") -> frozenset[str]:
        """Those of the words that the request has."""
        found: set[str] = set()
        request = talk.request
        for name in self.fields:
            if getattr(request, name) is not None:
                found.add(name)
        for word, holder, member in self.of_fields:
            if getattr(getattr(request, holder), member, None):
                found.add(word)
        self._blocks(talk, found)
        if talk.tools:
            self._tools(talk, found)
        messages = talk.messages
        for word, getter in self.of_messages:
            if any(map(getter, messages)):
                found.add(word)
        if talk.all_turns:
            found.add(f"last:{talk.all_turns[-1].role}")
        if talk.has_empty:
            found.add("empty")
        if talk.marked:
            found.add("cached")
        if self.wants_pairs and not is_paired(talk):
            found.add("unpaired")
        self._circumstances(talk, found)
        return self.words & found

    def _blocks(self, talk: "Conversation", found: set[str]) -> None:
        for role, kinds in talk.kinds_of.items():
            found.add(f"role:{role}")
            for kind, blocks in kinds.items():
                tag = tag_of(kind)
                found.add(tag)
                found.add(f"{role}:{tag}")
                for word, getter in self.members.get(tag, ()):
                    if any(map(getter, blocks)):
                        found.add(word)
        for kind in talk.nested_kinds:
            found.add(f"nested:{tag_of(kind)}")

    def _tools(self, talk: "Conversation", found: set[str]) -> None:
        custom = [tool for tool in talk.tools if isinstance(tool, CustomTool)]
        if custom:
            found.add("custom")
            for word, getter in self.of_tools:
                if any(map(getter, custom)):
                    found.add(word)
        if len(custom) < len(talk.tools):
            found.add("tools:served")
            for tool in talk.tools:
                found.add(tag_of(type(tool)))
                found.update(word for word, _ in self.of_tools if getattr(tool, word.partition(".")[2], None))
        if self.wants_schemas and custom and not surely_sound(custom):
            found.add("tools:unusual")

    def _circumstances(self, talk: "Conversation", found: set[str]) -> None:
        context = talk.context
        if context.platform != "anthropic":
            found.add("elsewhere")
            found.add(f"platform:{context.platform}")
        if context.batch_item:
            found.add("batch-item")
        if context.endpoint.endswith("/count_tokens"):
            found.add("count-tokens")
        for word, day in self.days:
            if context.on < day:
                found.add(word)
        for word, version in self.versions:
            if context.api_version >= version:
                found.add(word)
        model = context.model
        if model is None:
            found.add("model:unknown")
        else:
            if model.retired is not None or model.deprecated is not None:
                found.add("model:ending")
            if model.gated:
                found.add("model:gated")


def surely_sound(tools: Sequence[CustomTool]) -> bool:
    """Whether no rule on schemas of tools can find anything in these; False: don't know."""
    schemas: list[object] = [tool.input_schema for tool in tools]
    keys = [key for schema in schemas if type(schema) is PlainInput and schema.properties for key in schema.properties]
    joined = "\n".join(keys)
    if keys and (joined.count("\n") != len(keys) - 1 or not _KEYS(joined + "\n")):
        return False
    return all([type(schema) is PlainInput for schema in schemas])


_KEYS = re.compile(r"(?:[a-zA-Z0-9_.-]{1,64}\n)*").fullmatch


def is_paired(talk: "Conversation") -> bool:
    """Whether every turn of tool calls is followed by one that begins with exactly their results, and there are no other results."""
    asked: list[str] = []
    for turn in talk.all_turns:
        if turn.role == "assistant":
            asked = [block.id for block in turn.calls]
            if turn.results:
                return False
            continue
        if turn.results or asked:
            answered = [block.tool_use_id for block in turn.results]
            if answered != asked and (len(answered) != len(asked) or set(answered) != set(asked)):
                return False
            if turn.role != "user" or [type(block) for block in turn.content[: len(asked)]].count(ToolResultBlock) != len(asked):
                return False
            asked = []
        if turn.calls:
            return False
    return True

"""What a request has, in the words by which rules say what they look at (`needs`); a rule whose words are absent is not asked.

| word | means |
|---|---|
| `tool_use` | blocks of that kind directly in messages; a tool definition of that type (`custom`: without one) |
| `assistant:tool_use` | such blocks in messages of that role |
| `nested:image` | such blocks inside a tool result, search result or document |
| `temperature` | that top-level member |
| `thinking:enabled` | that top-level member, of that type |
| `tool_use.caller`, `output_config.format`, `message.clear_at`, `tools.strict` | that member, and not false or empty, in some block, top-level member, message, custom tool |
| `role:system`, `last:assistant` | a message of that role; the last one is, and is to be continued: a request with `compaction` continues none |
| `ends:thinking` | a message whose last block is of that kind |
| `cached` | some cache_control marker |
| `empty` | a message without content |
| `unpaired` | tool calls, at the end of their turn, and results do not simply alternate, turn by turn |
| `tools:served`, `tools:unusual` | a tool that is no custom one; a custom one whose schema is not surely sound |
| `elsewhere`, `platform:bedrock` | not the Claude API itself; that platform |
| `batch-item`, `count-tokens` | an item of a batch; counting tokens |
| `before:2025-01-01`, `version:2026-10-21` | checked as of a day before that one; that API version or a later one |
| `model:unknown`, `model:ending`, `model:gated` | an id that the contract does not know; one with a date of deprecation or retirement; not for everybody |

Words of one `needs` are alternatives; `a+b` means both.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from why400.contract.patterns import all_match
from why400.contract.schema_shape import PlainInput, plain_shape
from why400.contract.views.blocks import CustomTool, Message, ToolResultBlock, ToolUseBlock
from why400.rules.columns import bearers, given

if TYPE_CHECKING:
    from why400.rules.conversation import Conversation, Turn

Pick = Callable[[Sequence[Struct]], list[Struct]]

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
        self._given = given(self.fields)
        self.members: dict[str, list[tuple[str, str]]] = {}
        self._by_kind: dict[tuple[str, type[Struct]], tuple[tuple[str, ...], list[tuple[str, Pick]]]] = {}
        self._roles = {word.removeprefix("role:"): word for word in words if word.startswith("role:")}
        self.of_kinds = [(word, *word.split(":")) for word in sorted(words) if ":" in word and word.partition(":")[0] in fields - {"tools"}]
        self.of_fields: list[tuple[str, str, str]] = []
        self.of_tools: list[tuple[str, str]] = []
        self.of_messages: list[tuple[str, Pick]] = []
        for word in sorted(words):
            holder, dot, member = word.partition(".")
            if not dot:
                continue
            if holder == "tools":
                self.of_tools.append((word, member))
            elif holder == "message":
                self.of_messages.append((word, bearers(Message, member)))
            elif holder in fields and holder != "thinking":
                self.of_fields.append((word, holder, member))
            else:
                self.members.setdefault(holder, []).append((word, member))
        self.days = tuple((word, date.fromisoformat(word.partition(":")[2])) for word in words if word.startswith("before:"))
        self.versions = tuple((word, word.partition(":")[2]) for word in words if word.startswith("version:"))
        self.wants_pairs = "unpaired" in words
        self.wants_schemas = "tools:unusual" in words

    def features(self, talk: "Conversation") -> frozenset[str]:
        """Those of the words that the request has."""
        found: set[str] = set()
        request = talk.request
        found.update(self._given(request))
        for word, holder, member in self.of_fields:
            if getattr(getattr(request, holder), member, None):
                found.add(word)
        for word, name, tag in self.of_kinds:
            if name in found and tag_of(type(getattr(request, name))) == tag:
                found.add(word)
        self._blocks(talk, found)
        if talk.tools:
            self._tools(talk, found)
        messages = talk.messages
        for word, pick in self.of_messages:
            if pick(messages):
                found.add(word)
        if messages and getattr(talk.request, "compaction", None) is None:
            found.add(f"last:{messages[-1].role}")
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
            if role in self._roles:
                found.add(self._roles[role])
            for kind, blocks in kinds.items():
                words, members = self._by_kind.get((role, kind)) or self._of_kind(role, kind)
                found.update(words)
                for word, pick in members:
                    if pick(blocks):
                        found.add(word)
        for kind in talk.end_kinds:
            found.add(f"ends:{tag_of(kind)}")
        for kind in talk.nested_nodes:
            found.add(f"nested:{tag_of(kind)}")

    def _of_kind(self, role: str, kind: type[Struct]) -> tuple[tuple[str, ...], list[tuple[str, "Pick"]]]:
        """The words that blocks of that class in messages of that role have, and those that a member of theirs may add."""
        tag = tag_of(kind)
        words = tuple(self.words & {tag, f"{role}:{tag}"})
        made = (words, [(word, bearers(kind, member)) for word, member in self.members.get(tag, ())])
        self._by_kind[role, kind] = made
        return made

    def _tools(self, talk: "Conversation", found: set[str]) -> None:
        custom = talk.custom_tools
        if custom:
            found.add("custom")
            for kind in set(map(type, custom)):
                alike = [tool for tool in custom if type(tool) is kind]
                found.update([word for word, member in self.of_tools if bearers(kind, member)(alike)])
        if len(custom) < len(talk.tools):
            found.add("tools:served")
            for tool in talk.tools:
                found.add(tag_of(type(tool)))
                found.update(word for word, member in self.of_tools if getattr(tool, member, None))
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
    names: list[str] = []
    for tool in tools:
        schema: object = tool.input_schema
        if type(schema) is dict:  # the full check has them so
            schema = plain_shape(schema)
        if type(schema) is not PlainInput:
            return False
        required = schema.required
        if required and len(set(required)) != len(required):
            return False
        if schema.properties:
            names.extend(schema.properties)
    return _fit(names)


_fit = all_match("^[a-zA-Z0-9_.-]{1,64}$")
"""Names of properties that no rule finds fault with."""


def is_paired(talk: "Conversation") -> bool:
    """Whether every turn with tool calls ends with them and is followed by one that begins with exactly their results, and there are no other results."""
    results: list[Struct] = []
    for role, kinds in talk.kinds_of.items():
        if role != "assistant" and ToolUseBlock in kinds:
            return False
        if ToolResultBlock in kinds:
            if role != "user":
                return False
            results = kinds[ToolResultBlock]
    called, answered = talk.column(ToolUseBlock, "id"), talk.column(ToolResultBlock, "tool_use_id")
    if not called:
        return not results
    return _pairs_follow(talk.messages if talk.alternates else talk.all_turns, called, answered, results)


def _pairs_follow(turns: "Sequence[Message] | Sequence[Turn]", called: list[object], answered: list[object], results: list[Struct]) -> bool:
    """The same for turns, and the ids of all that is called and answered in them, in order."""
    alike = answered == called[: len(answered)]
    call = result = 0  # how many of them have been seen
    waiting = 0
    for turn in turns:
        content = turn.content or ()
        if waiting:
            end = result + waiting
            if end > len(results) or len(content) < waiting:
                return False
            if content[0] is not results[result] or content[waiting - 1] is not results[end - 1]:  # then all between are results too
                return False
            if not alike and set(called[call - waiting : call]) != set(answered[result:end]):
                return False
            result, waiting = end, 0
        elif type(content) is not str and call < len(called):
            for block in content:
                if type(block) is ToolUseBlock:
                    waiting += 1
                elif waiting:
                    return False  # something stands behind a call
            call += waiting
    return result == len(results)

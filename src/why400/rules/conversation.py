"""The request as the rules over it see it: typed nodes, gathered by one walk, in merged turns.

Neighbouring messages of one role are one turn, as the API counts them. A node is a Struct of `why400.contract.views`; in a request that breaks
the schema, members that are not sound are None, and nodes that are not sound at all are left out.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from msgspec import Struct

from why400.rules.context import Context

if TYPE_CHECKING:
    from why400.contract.views import blocks
    from why400.contract.views import messages as view

NodeT = TypeVar("NodeT", bound=Struct)
Place = tuple[object, ...]

_NO_BLOCKS: list[Struct] = []


class Turn:
    """Consecutive messages of one role, which the API reads as one."""

    __slots__ = ("content", "index", "messages", "next", "previous", "role")

    def __init__(self, role: str) -> None:
        self.role = role
        self.index = -1
        self.messages: list[blocks.Message] = []
        self.content: list[Struct | str] = []
        """Blocks, and strings where a message's content is a plain non-empty string."""
        self.next: Turn = EMPTY_TURN if role else self
        self.previous: Turn = EMPTY_TURN if role else self

    def __bool__(self) -> bool:
        return bool(self.messages)

    @overload
    def blocks(self, kind: type[NodeT]) -> list[NodeT]: ...
    @overload
    def blocks(self, kind: tuple[type[Struct], ...]) -> list[Struct]: ...
    def blocks(self, kind: type[Struct] | tuple[type[Struct], ...]) -> Sequence[Struct]:
        """The turn's blocks of that class (or those classes), in order."""
        return [block for block in self.content if isinstance(block, kind)]

    def leading(self, kind: type[NodeT]) -> list[NodeT]:
        """The blocks of that class at the front of the turn, up to the first that is something else."""
        front: list[NodeT] = []
        for block in self.content:
            if not isinstance(block, kind):
                break
            front.append(block)
        return front

    @property
    def front(self) -> Place:
        """The place in front of the turn's first block."""
        return (self.messages[0], "content", 0)

    @property
    def last(self) -> "Struct | str | None":
        """The last block of the turn, or None."""
        return self.content[-1] if self.content else None


EMPTY_TURN = Turn("")


class Conversation:
    """One Messages request: `talk.request` is the typed body, `talk.context` what else the answer depends on."""

    def __init__(self, request: "view.MessagesRequest", context: Context) -> None:
        self.request = request
        self.context = context
        self.messages: list[blocks.Message] = request.messages or []
        self.all_turns: list[Turn] = []
        self.kinds: dict[type[Struct], list[Struct]] = {}
        """Blocks directly in messages, by class."""
        self._walk()

    def _walk(self) -> None:
        kinds = self.kinds
        turn = EMPTY_TURN
        for message in self.messages:
            if message.role != turn.role or not turn.messages:
                fresh = Turn(message.role)
                fresh.index = len(self.all_turns)
                if turn.messages:
                    fresh.previous, turn.next = turn, fresh
                self.all_turns.append(fresh)
                turn = fresh
            turn.messages.append(message)
            content = message.content
            if isinstance(content, str):
                if content:
                    turn.content.append(content)
            elif content:
                turn.content.extend(content)
                for block in content:
                    kind = type(block)
                    if kind in kinds:
                        kinds[kind].append(block)
                    else:
                        kinds[kind] = [block]

    def turns(self, role: str = "") -> list[Turn]:
        """The turns of that role, or all."""
        return [turn for turn in self.all_turns if turn.role == role] if role else self.all_turns

    @overload
    def blocks(self, kind: type[NodeT]) -> list[NodeT]: ...
    @overload
    def blocks(self, kind: tuple[type[Struct], ...]) -> list[Struct]: ...
    def blocks(self, kind: type[Struct] | tuple[type[Struct], ...]) -> Sequence[Struct]:
        """The blocks of that class directly in messages, in order (classes: grouped by class)."""
        if isinstance(kind, tuple):
            return [block for one in kind for block in self.kinds.get(one, _NO_BLOCKS)]
        return self.kinds.get(kind, _NO_BLOCKS)

    def everywhere(self, kind: type[NodeT]) -> Iterator[NodeT]:
        """The blocks of that class in messages and inside tool results, in document order of each."""
        yield from self.blocks(kind)
        for holder, items in self.nested:
            for item in items:
                if isinstance(item, kind):
                    yield item
            del holder

    @cached_property
    def nested(self) -> list[tuple[Struct, list[Struct]]]:
        """Blocks that hold blocks (tool results, search results …), each with its list."""
        found: list[tuple[Struct, list[Struct]]] = []
        for kind, blocks in self.kinds.items():
            if "content" not in getattr(kind, "__struct_fields__", ()):
                continue
            for block in blocks:
                content = getattr(block, "content", None)
                if type(content) is list and content:
                    found.append((block, [item for item in content if isinstance(item, Struct)]))
        return found

    @property
    def tools(self) -> Sequence[Struct]:
        """The tool definitions; empty when there are none."""
        return self.request.tools or []

    @cached_property
    def cached(self) -> list[Struct]:
        """Every node with a cache_control marker, in the order in which the prompt is read: tools, system, messages."""
        found = [tool for tool in self.tools if getattr(tool, "cache_control", None) is not None]
        if isinstance(self.request.system, list):
            found.extend(block for block in self.request.system if block.cache_control is not None)
        for message in self.messages:
            if type(message.content) is not list:
                continue
            for block in message.content:
                if getattr(block, "cache_control", None) is not None:
                    found.append(block)
                content = getattr(block, "content", None)
                if type(content) is list:
                    found.extend(item for item in content if getattr(item, "cache_control", None) is not None)
        return found

    @cached_property
    def features(self) -> frozenset[str]:
        """What the request has: kinds of blocks, types of tools, names of top-level members, `role:system`."""
        found = {name for name in self.request.__struct_fields__ if getattr(self.request, name) is not None}
        found.update(str(kind.__struct_config__.tag) for kind in self.kinds if issubclass(kind, Struct))
        found.update(str(getattr(tool, "type", None) or "custom") for tool in self.tools)
        found.update(f"role:{turn.role}" for turn in self.all_turns)
        if self.all_turns:
            found.add(f"last:{self.all_turns[-1].role}")
        if self.cached_anything:
            found.add("cached")
        return frozenset(found)

    @cached_property
    def cached_anything(self) -> bool:
        """Whether any node has a cache_control marker."""
        return bool(self.cached)

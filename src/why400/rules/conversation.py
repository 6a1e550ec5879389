"""The request as the rules over it see it: typed nodes, gathered by one walk, in merged turns.

Neighbouring messages of one role are one turn, as the API counts them. A node is a Struct of `why400.contract.views`; in a request that breaks
the schema, members that are not sound are None, and nodes that are not sound at all are left out.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast, overload

from msgspec import Struct

from why400.contract.views.blocks import CustomTool, TextBlock, ToolResultBlock, ToolUseBlock
from why400.rules.circumstances import Context
from why400.rules.columns import bearers, reader

if TYPE_CHECKING:
    from why400.contract.views import blocks
    from why400.contract.views import messages as view
    from why400.contract.views.blocks import Base64ImageSource, Base64PDFSource
    from why400.media import MediaCache, MediaFacts

NodeT = TypeVar("NodeT", bound=Struct)
ResultT = TypeVar("ResultT")
Place = tuple[object, ...]

_NO_BLOCKS: list[Struct] = []


class Turn(Struct, eq=False):
    """Consecutive messages of one role, which the API reads as one."""

    role: str
    index: int
    messages: "list[blocks.Message]"
    content: "Sequence[Struct | str]"
    """Blocks, and strings where a message's content is a plain non-empty string."""
    previous: "Turn"
    next: "Turn"
    calls: "list[ToolUseBlock]"
    results: "list[ToolResultBlock]"

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


def _parts(message: "blocks.Message") -> "Sequence[Struct | str]":
    content = message.content or []
    return [content] if isinstance(content, str) else content


EMPTY_TURN = Turn("", -1, [], [], None, None, [], [])  # type: ignore[arg-type]  # closed to a ring in the next line
EMPTY_TURN.previous = EMPTY_TURN.next = EMPTY_TURN


class Conversation:
    """One Messages request: `talk.request` is the typed body, `talk.context` what else the answer depends on."""

    def __init__(self, request: "view.MessagesRequest", context: Context) -> None:
        self.request = request
        self.context = context
        self.messages: list[blocks.Message] = request.messages or []
        self.kinds_of: dict[str, dict[type[Struct], list[Struct]]] = {}
        """Blocks directly in messages, by role and class."""
        self._done: dict[object, object] = {}
        self._columns: dict[tuple[type[Struct], str], list[object]] = {}
        self.has_empty = False
        """Whether some message has no content."""
        self.end_kinds: set[type[Struct]] = set()
        """The classes of the last blocks of messages."""
        self.plain_texts: list[str] = []
        """Contents that are a plain string."""
        self.alternates = True
        """Whether no two neighbouring messages have the same role: then messages are turns."""
        self._walk()
        # what every check asks for is made at once: a property that remembers costs more than most of these
        self.custom_tools = [tool for tool in self.tools if isinstance(tool, CustomTool)]
        """Those of the tool definitions that are the caller's own."""
        self.custom_names = [tool.name for tool in self.custom_tools]
        self.nested_nodes = self._gather_nested()
        """The blocks that stand inside others, by class, in document order of each."""
        self.marked = self._gather_marked()
        """Every node with a cache_control marker, in no order."""

    def _walk(self) -> None:
        """The one pass over all blocks that every check pays for; it is kept to what nearly every rule needs."""
        role = "?"  # no message's: the first always begins a turn, also one whose role is missing
        kinds: dict[type[Struct], list[Struct]] = {}
        kinds_of = self.kinds_of
        for message in self.messages:
            if message.role != role:
                role = message.role
                if role in kinds_of:
                    kinds = kinds_of[role]
                else:
                    kinds = kinds_of[role] = {}
            else:
                self.alternates = False
            content = message.content
            if not content:
                self.has_empty = True
            elif isinstance(content, str):
                self.plain_texts.append(content)
            else:
                for block in content:
                    kind = type(block)
                    if kind in kinds:
                        kinds[kind].append(block)
                    else:
                        kinds[kind] = [block]
                self.end_kinds.add(kind)

    @cached_property
    def all_turns(self) -> list[Turn]:
        """The turns: neighbouring messages of one role are one."""
        turns: list[Turn] = []
        before = EMPTY_TURN
        for role, group in groupby(self.messages, attrgetter("role")):
            messages = list(group)
            content = _parts(messages[0]) if len(messages) == 1 else [part for message in messages for part in _parts(message)]
            calls = [part for part in content if type(part) is ToolUseBlock]
            results = [part for part in content if type(part) is ToolResultBlock]
            turn = Turn(role, len(turns), messages, content, before, EMPTY_TURN, calls, results)
            if before is not EMPTY_TURN:
                before.next = turn
            turns.append(turn)
            before = turn
        return turns

    def lists(self, kind: type[NodeT]) -> "list[list[NodeT]]":
        """The blocks of that class directly in messages, a list for each role that has some; for a look at all of them in any order."""
        return [kinds[kind] for kinds in self.kinds_of.values() if kind in kinds]  # type: ignore[misc]  # lists hold their class

    @cached_property
    def kinds(self) -> dict[type[Struct], list[Struct]]:
        """Blocks directly in messages, by class, in the order of the conversation."""
        merged: dict[type[Struct], list[Struct]] = {}
        shared: set[type[Struct]] = set()
        for kinds in self.kinds_of.values():
            shared.update(kinds.keys() & merged.keys())
            merged.update(kinds)
        if shared:
            merged.update((kind, []) for kind in shared)
            for message in self.messages:
                if type(message.content) is list:
                    for block in message.content:
                        if type(block) in shared:
                            merged[type(block)].append(block)
        return merged

    @cached_property
    def texts(self) -> list[str]:
        """The texts directly in messages, of blocks and of plain contents that are not empty, in no order."""
        column = cast("list[str]", self.column(TextBlock, "text"))
        return [*self.plain_texts, *(column if None not in column else [text for text in column if text is not None])]

    def column(self, kind: type[Struct], member: str) -> list[object]:
        """That member of all blocks of that class directly in messages, role by role; made once for all that ask."""
        found = self._columns.get((kind, member))
        if found is None:
            read = reader(kind, member)
            found = []
            for kinds in self.kinds_of.values():
                if kind in kinds:
                    found.extend(read(kinds[kind]))
            self._columns[kind, member] = found
        return found

    def bearing(self, kind: type[NodeT], member: str) -> list[NodeT]:
        """The blocks of that class directly in messages whose member is neither absent nor false nor empty, role by role."""
        pick = bearers(kind, member)
        return [block for kinds in self.kinds_of.values() if kind in kinds for block in pick(kinds[kind])]  # type: ignore[misc]  # lists hold their class

    def once(self, work: "Callable[[Conversation], ResultT]") -> "ResultT":
        """What the function says of this conversation, worked out once for all rules that ask."""
        found = self._done.get(work)
        if found is None:
            found = self._done[work] = work(self)
        return cast("ResultT", found)

    def release(self) -> None:
        """Unties the turns from each other, so that they are freed at once and not by the collector."""
        for turn in self.__dict__.get("all_turns", ()):
            turn.next = turn.previous = EMPTY_TURN

    def turns(self, role: str = "") -> list[Turn]:
        """The turns of that role, or all."""
        return [turn for turn in self.all_turns if turn.role == role] if role else self.all_turns

    def latest(self, role: str) -> "Sequence[Struct | str]":
        """The content of the latest turn of that role, without making all turns; empty when there is none."""
        own: list[blocks.Message] = []
        for message in reversed(self.messages):
            if message.role == role:
                own.append(message)
            elif own:
                break
        return _parts(own[0]) if len(own) == 1 else [part for message in reversed(own) for part in _parts(message)]

    @overload
    def blocks(self, kind: type[NodeT]) -> list[NodeT]: ...
    @overload
    def blocks(self, kind: tuple[type[Struct], ...]) -> list[Struct]: ...
    def blocks(self, kind: type[Struct] | tuple[type[Struct], ...]) -> Sequence[Struct]:
        """The blocks of that class directly in messages, in order (classes: grouped by class)."""
        if isinstance(kind, tuple):
            return [block for one in kind for block in self.kinds.get(one, _NO_BLOCKS)]
        having = [kinds for kinds in self.kinds_of.values() if kind in kinds]
        if len(having) < 2:  # no order to be made between roles
            return having[0][kind] if having else _NO_BLOCKS
        return self.kinds[kind]

    def everywhere(self, kind: type[NodeT]) -> Iterator[NodeT]:
        """The blocks of that class in messages and inside tool results, in document order of each."""
        yield from self.blocks(kind)
        if kind in self.nested_nodes:
            yield from self.nested_nodes[kind]  # type: ignore[misc]  # lists hold their class

    @cached_property
    def nested(self) -> list[tuple[Struct, list[Struct]]]:
        """Blocks that hold blocks (tool results, search results …), each with its list."""
        found: list[tuple[Struct, list[Struct]]] = []
        for kinds in self.kinds_of.values():
            for kind, blocks in kinds.items():
                if "content" in kind.__struct_fields__:
                    contents = reader(kind, "content")(blocks)
                    found.extend(
                        [(block, content) for block, content in zip(blocks, contents, strict=True) if content and type(content) is list]
                    )
        return found

    def _gather_nested(self) -> dict[type[Struct], list[Struct]]:
        found: dict[type[Struct], list[Struct]] = {}
        for kinds in self.kinds_of.values():
            for kind, blocks in kinds.items():
                if "content" in kind.__struct_fields__:
                    items: list[Struct] = [item for content in reader(kind, "content")(blocks) if type(content) is list for item in content]
                    for inner in set(map(type, items)):
                        found.setdefault(inner, []).extend([item for item in items if type(item) is inner])
        return found

    @property
    def tools(self) -> Sequence[Struct]:
        """The tool definitions; empty when there are none."""
        return self.request.tools or []

    def media(self, source: "Base64ImageSource | Base64PDFSource") -> "MediaFacts":
        """The facts of a base64 source's data, worked out once for all rules that ask."""
        return self._media.facts(source.data)

    @cached_property
    def _media(self) -> "MediaCache":
        from why400.media import MediaCache  # here: most requests hold no media

        return MediaCache()

    def _gather_marked(self) -> list[Struct]:
        found = [tool for tool in self.tools if tool.cache_control is not None]  # type: ignore[attr-defined]  # every tool has it
        if isinstance(self.request.system, list):
            found.extend([block for block in self.request.system if block.cache_control is not None])
        for kinds in self.kinds_of.values():
            for kind, blocks in kinds.items():
                if "cache_control" in kind.__struct_fields__:
                    found.extend(bearers(kind, "cache_control")(blocks))
        for kind, blocks in self.nested_nodes.items():
            if "cache_control" in kind.__struct_fields__:
                found.extend(bearers(kind, "cache_control")(blocks))
        return found

    @cached_property
    def cached(self) -> list[Struct]:
        """Every node with a cache_control marker, in the order in which the prompt is read: tools, system, messages."""
        if len(self.marked) < 2:
            return self.marked
        found = [tool for tool in self.tools if getattr(tool, "cache_control", None) is not None]
        if isinstance(self.request.system, list):
            found.extend(block for block in self.request.system if block.cache_control is not None)
        found.extend(self._marked_in_order())
        return found

    def _marked_in_order(self) -> Iterator[Struct]:
        for message in self.messages:
            if type(message.content) is not list:
                continue
            for block in message.content:
                if getattr(block, "cache_control", None) is not None:
                    yield block
                content = getattr(block, "content", None)
                if type(content) is list:
                    yield from (item for item in content if getattr(item, "cache_control", None) is not None)

"""The text of the generated views: one Struct a type, strict for the decoder, and a stub for type checkers."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass

from why400.contract.schema import (
    Anything,
    Array,
    Boolean,
    Choice,
    Enum,
    Field,
    Integer,
    Node,
    Number,
    Object,
    Ref,
    String,
    Tagged,
)

from .tables import Marks, struct_table
from .templates import (
    AFTER,
    CHECKED,
    ENDPOINT,
    ENDPOINT_STUB,
    HEADER,
    NO_SUCH,
    NO_SUCH_STUB,
    PLAIN_DECODER,
    READ_TOOLS,
    STUB_HEAD,
    TOOLS_DECODER,
    TOOLS_STUB,
    head,
)

_MIN, _MAX = -(2**63), 2**63 - 1
# a definition inside a block is a second untagged union: the strict view leaves it to the slow path
_SLOW_VARIANTS = {"ToolChangeToolDefinition"}


@dataclass(slots=True)
class Module:
    """One generated module and its stub."""

    name: str
    python: str
    stub: str


class Generator:
    """Turns the types of all schemas into Structs; knows in which module each stands."""

    def __init__(self, types: dict[str, Node]) -> None:
        self._types = types
        self._home: dict[str, str] = {}
        self._twins: dict[str, str] = {}
        """Types that are one Struct: the many alike configurations of tool members."""
        self._tags: dict[str, list[str]] = {}
        for node in types.values():
            self._note_tags(node)

    def _note_tags(self, node: Node) -> None:
        match node:
            case Tagged():
                for tag, variant in node.variants.items():
                    known = self._tags.setdefault(variant.to, [])
                    if variant.to != node.untagged and tag not in known:
                        known.append(tag)
                if node.untagged:
                    self._tags[node.variants[node.untagged].to] = []
            case Array():
                self._note_tags(node.items)
            case Choice():
                for option in node.options:
                    self._note_tags(option)
            case Object():
                for member in node.fields.values():
                    self._note_tags(member.node)
            case _:
                pass

    def _tag_of(self, name: str) -> list[str]:
        """The tags of a type's Struct, none for a plain one."""
        node = self._types[name]
        assert isinstance(node, Object)
        kind = node.fields.get("type")
        if name in self._tags:
            return self._tags[name]
        if kind and kind.required and isinstance(kind.node, Enum) and len(kind.node.values) == 1:
            return list(kind.node.values)
        return []

    # -- one module

    def module(self, name: str, names: list[str]) -> Module:
        """The Structs and union aliases of `names`, dependencies first."""
        ordered = self._ordered(names)
        python: list[str] = []
        stub: list[str] = []
        seen: dict[str, str] = {}
        for one in ordered:
            node = self._types[one]
            if isinstance(node, Tagged):
                self._home[one] = name
                python.append(f"{one} = {self._union(node, strict=True)}\n")
                stub.append(f"{one}: TypeAlias = {self._union(node, strict=False)}\n")
                continue
            assert isinstance(node, Object)
            if not node.closed:
                continue  # an open object is a dict
            body = self._fields(node, one, strict=True)
            if not self._tag_of(one) and body in seen:
                self._twins[one] = seen[body]
                continue
            if not self._tag_of(one):
                seen[body] = one
            self._home[one] = name
            python.append(self._struct(one, body, strict=True))
            stub.append(self._struct(one, self._fields(node, one, strict=False), strict=False))
        return Module(name, "\n".join(python), "\n".join(stub))

    def finish(self, module: Module) -> Module:
        """Puts header and imports in front of a module's Structs."""
        python = self._imports(module.name, module.python) + (NO_SUCH if module.name == "blocks" else "")
        private = [name for name in ("_NoSuch", "_read", "sound_schemas") if name in module.python and module.name != "blocks"]
        if private:
            python += f"from why400.contract.views.blocks import {', '.join(private)}\n"
        return Module(
            module.name,
            HEADER + head(module.python) + python + "\n\n" + module.python,
            HEADER
            + STUB_HEAD
            + self._imports(module.name, module.stub)
            + "\n\n"
            + (NO_SUCH_STUB if module.name == "blocks" else "")
            + module.stub,
        )

    def _imports(self, name: str, text: str) -> str:
        used: dict[str, list[str]] = {}
        for word in sorted(set(re.findall(r"\b[A-Z]\w+", text))):
            home = "tools" if word == "Tool" else self._home.get(word, name)
            if home != name:
                used.setdefault(home, []).append(word)
        return "".join(f"from why400.contract.views.{home} import {', '.join(words)}\n" for home, words in used.items())

    def _ordered(self, names: list[str]) -> list[str]:
        done: list[str] = []
        open_: set[str] = set()

        def visit(name: str) -> None:
            if name in done or name not in wanted:
                return
            if name in open_:
                raise ValueError(f"{name} contains itself")
            open_.add(name)
            for other in self._needs(self._types[name]):
                visit(other)
            done.append(name)

        wanted = set(names)
        for name in names:
            visit(name)
        return done

    def _needs(self, node: Node) -> list[str]:
        match node:
            case Ref():
                return [node.to]
            case Tagged():
                return [] if node.untagged else [variant.to for variant in node.variants.values()]
            case Array():
                return self._needs(node.items)
            case Choice():
                return [name for option in node.options for name in self._needs(option)]
            case Object():
                rest = self._needs(node.rest) if node.rest is not None else []
                return rest + [n for member in node.fields.values() for n in self._needs(member.node)]
            case _:
                return []

    # -- one Struct

    def _struct(self, name: str, body: str, *, strict: bool) -> str:
        tags = self._tag_of(name)
        options = ["forbid_unknown_fields=True", "kw_only=True", "gc=False"] if strict else ["kw_only=True"]
        node = self._types[name]
        assert isinstance(node, Object)
        renamed = {_identifier(key): key for key in node.fields if _identifier(key) != key}
        if renamed and strict:
            options.append(f"rename={renamed!r}")
        tagged = f', tag_field="type", tag="{tags[0]}"' if tags and strict else ""
        text = f"class {name}(Struct{tagged}, {', '.join(options)}):\n"
        if tags:
            text += f'    type: ClassVar[str] = "{tags[0]}"\n' if strict else "    type: ClassVar[str]\n"
        text += body or ("" if tags else "    pass\n")
        for number, tag in enumerate(tags[1:], 2):
            if strict:
                text += f'\n\nclass {name}_{number}({name}, tag="{tag}"):\n    type: ClassVar[str] = "{tag}"\n'
            else:
                text += f"\n\nclass {name}_{number}({name}):\n    type: ClassVar[str]\n"
        return text + "\n"

    def _fields(self, node: Object, name: str, *, strict: bool) -> str:
        lines = []
        for key, member in node.fields.items():
            if key == "type" and self._tag_of(name):
                continue
            lines.append(f"    {_identifier(key)}: {self._member(name, key, member, strict=strict)}\n")
        return "".join(lines)

    def _member(self, name: str, key: str, member: Field, *, strict: bool) -> str:
        if key == "tools" and name in ("MessagesRequest", "CountTokensRequest"):
            # read in a second step, see `tools`
            return "list[dict[str, Any]] = None" if strict else "list[Tool] | None = ..."
        expression = self.expression(member.node, strict=strict)
        nullable = self._nullable(member.node)
        if member.required:
            return f"{expression} | None" if nullable else expression
        if strict:
            return f"{expression} | None = None" if nullable else f"{expression} = None"
        return f"{expression} | None = ..."

    def _nullable(self, node: Node) -> bool:
        return node.nullable

    # -- one type expression

    def expression(self, node: Node, *, strict: bool) -> str:
        """The Python type of a node, null apart; `strict`: with limits, for the decoder."""
        match node:
            case String():
                return _limited("str", strict, min_length=node.min, max_length=node.max)
            case Integer():
                low = {} if node.gt is not None else {"ge": _MIN if node.ge is None else node.ge}
                high = {"lt": node.lt} if node.lt is not None else {"le": _MAX if node.le is None else node.le}
                return _limited("int", strict, gt=node.gt, **low, **high)
            case Number():
                return _limited("float", strict, ge=node.ge, le=node.le, gt=node.gt, lt=node.lt)
            case Boolean():
                return "bool"
            case Anything():
                return "Any" if strict else "object"
            case Enum():
                return f"Literal[{', '.join(_quoted(value) for value in node.values)}]"
            case Array():
                items = self.expression(node.items, strict=strict)
                items += " | None" if node.items.nullable else ""
                return _limited(f"list[{items}]", strict, min_length=node.min, max_length=node.max)
            case Object():
                rest = "Any" if strict else "object"
                if node.rest is not None and not isinstance(node.rest, Anything):
                    rest = self.expression(node.rest, strict=strict) + (" | None" if node.rest.nullable else "")
                return f"dict[str, {rest}]"
            case Tagged(untagged=None):
                return self._union(node, strict=strict)
            case Tagged():
                return "dict[str, Any]" if strict else "dict[str, object]"
            case Choice():
                # a dict-like option beside others needs no help: msgspec tells JSON types apart
                return " | ".join(self.expression(option, strict=strict) for option in node.options)
            case Ref():
                return self._reference(node.to, strict=strict)

    def _reference(self, name: str, *, strict: bool) -> str:
        target = self._types[name]
        if isinstance(target, Object) and not target.closed:
            return "dict[str, Any]" if strict else "dict[str, object]"
        struct = self._twins.get(name, name)
        if isinstance(target, Tagged):
            return struct
        tags = self._tag_of(name)
        if not tags or not strict:
            return struct
        # alone, a tagged Struct would accept an object without its tag
        several = "".join(f" | {struct}_{number}" for number in range(2, len(tags) + 1))
        return f"{struct}{several} | _NoSuch"

    def _union(self, node: Tagged, *, strict: bool) -> str:
        parts: list[str] = []
        for variant in node.variants.values():
            name = self._twins.get(variant.to, variant.to)
            if strict and name in _SLOW_VARIANTS:
                continue
            names = [name]
            if strict:
                names += [f"{name}_{number}" for number in range(2, len(self._tag_of(variant.to)) + 1)]
            parts.extend(one for one in names if one not in parts)
        if strict and len(parts) == 1:
            parts.append("_NoSuch")
        return " | ".join(parts)

    # -- the parts written by hand

    def tools(self, module: Module) -> Module:
        """Adds the reading of tool definitions, whose union has an untagged member."""
        messages = self._types["MessagesRequest"]
        assert isinstance(messages, Object)
        array = messages.fields["tools"].node
        assert isinstance(array, Array)
        assert isinstance(array.items, Tagged)
        union = self._union(array.items, strict=True).replace("CustomTool | ", "")
        alias = self._union(array.items, strict=False)
        return Module(
            module.name,
            module.python + READ_TOOLS.replace("UNION", union),
            module.stub + f"Tool: TypeAlias = {alias}\n\ndef read_tools(raw: list[dict[str, object]]) -> list[Tool]: ...\n",
        )

    def endpoint(self, module: Module, root: str) -> Module:
        """Adds the decoder of one endpoint's request."""
        names = {"root": root, "name": module.name, "after": AFTER[module.name], "checked": CHECKED[module.name]}
        names["decoder"] = (TOOLS_DECODER if module.name == "messages" else PLAIN_DECODER).format(**names)
        return Module(
            module.name,
            module.python + ENDPOINT.format(**names),
            module.stub + ENDPOINT_STUB.format(**names) + (TOOLS_STUB if module.name == "messages" else ""),
        )

    def marks(self) -> str:
        """The module that lists what the Structs do not check by themselves."""
        marks = Marks(self._twins)
        for name, node in self._types.items():
            marks.note(name, node)
        return marks.text()

    def structs(self) -> str:
        """The module that names the Struct of each type."""
        objects = [name for name, node in self._types.items() if isinstance(node, Object)]
        return struct_table(objects, self._twins, self._home, self._tags)


def _identifier(key: str) -> str:
    """The key, as the name of a Python attribute."""
    return f"{key}_" if keyword.iskeyword(key) else key


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _limited(base: str, strict: bool, **limits: float | None) -> str:
    given = {key: value for key, value in limits.items() if value is not None}
    if not given or not strict:
        return base
    return f"Annotated[{base}, Meta({', '.join(f'{key}={value}' for key, value in given.items())})]"

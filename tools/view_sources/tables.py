"""The tables beside the views: what Structs do not check by themselves, and Struct by type name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from why400.contract.schema import Array, Choice, Enum, Node, Object, String, Tagged

from .templates import HEADER, MARKS

Place = tuple[str, str]


@dataclass(slots=True)
class Marks:
    """The marks of all types, by Struct name and Python field name."""

    twins: dict[str, str]
    patterns: dict[Place, str] = field(default_factory=dict)
    fields: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    values: dict[Place, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)
    versions: dict[Place, Place] = field(default_factory=dict)

    def note(self, name: str, node: Node) -> None:
        """Notes the marks of one type."""
        if isinstance(node, Tagged):
            self._place((name, ""), node)
        if not isinstance(node, Object) or not node.closed:
            return
        for key, member in node.fields.items():
            place = (self.twins.get(name, name), key)
            if isinstance(member.node, String) and member.node.pattern:
                self.patterns[place] = member.node.pattern
            if member.betas:
                self.fields[place] = member.betas
            if member.until:
                self.versions[place] = ("until", member.until)
            elif member.from_version:
                self.versions[place] = ("from", member.from_version)
            self._place(place, member.node)

    def _place(self, place: Place, node: Node) -> None:
        match node:
            case Enum() if node.value_betas:
                self.values.setdefault(place, {}).update(node.value_betas)
            case Tagged():
                for variant in node.variants.values():
                    if variant.betas:
                        self.variants[self.twins.get(variant.to, variant.to)] = variant.betas
            case Array():
                self._place(place, node.items)
            case Choice():
                for option in node.options:
                    if option.betas:
                        names = option.values if isinstance(option, Enum) else (_json_type(option),)
                        self.values.setdefault(place, {}).update(dict.fromkeys(names, option.betas))
                    self._place(place, option)
            case _:
                pass

    def text(self) -> str:
        """The module `marks`."""
        betas = "tuple[str, ...]"
        return HEADER + MARKS + "".join((
            _table("PATTERNS", "dict[tuple[str, str], str]", "Strings that must match in full, by (Struct, field).",
                   self.patterns),
            _table("BETA_FIELDS", f"dict[tuple[str, str], {betas}]",
                   "Fields that any one of some betas opens, by (Struct, field).", self.fields),
            _table("BETA_VALUES", f"dict[tuple[str, str], dict[str, {betas}]]",
                   "Values that any one of some betas opens; `array`, `object`, `string`: one of that JSON type.",
                   self.values),
            _table("BETA_VARIANTS", f"dict[str, {betas}]", "Structs of a union that any one of some betas opens.",
                   self.variants),
            _table("VERSION_FIELDS", "dict[tuple[str, str], tuple[str, str]]",
                   "Fields of some API versions only: (`until` or `from`, version).", self.versions),
        ))  # fmt: skip


def _json_type(node: Node) -> str:
    return "array" if isinstance(node, Array) else "string" if isinstance(node, String) else "object"


def _table(name: str, kind: str, doc: str, table: Mapping[str, object] | Mapping[Place, object]) -> str:
    rows = "".join(f"    {key!r}: {value!r},\n" for key, value in table.items())
    return f'\n{name}: {kind} = {{\n{rows}}}\n"""{doc}"""\n'


def struct_table(objects: list[str], twins: dict[str, str], home: dict[str, str], tags: dict[str, list[str]]) -> str:
    """The module `structs`: Struct by type name, for code that builds views of broken requests."""
    rows, several = [], []
    for name in sorted(objects):
        struct = twins.get(name, name)
        if struct not in home:
            continue
        place = f"{home[struct]}.{struct}"
        rows.append(f'    "{name}": {place},\n')
        own = tags.get(name, [])
        if len(own) > 1:
            one_each = [f'"{own[0]}": {place}', *(f'"{tag}": {place}_{n}' for n, tag in enumerate(own[1:], 2))]
            several.append(f'    "{name}": {{{", ".join(one_each)}}},\n')
    return (
        f'{HEADER}"""Struct by the name of its type in the schema; imports all views."""\n\nimport msgspec\n\n'
        f"from why400.contract.views import {', '.join(sorted(set(home.values())))}\n\n"
        f"STRUCT_OF: dict[str, type[msgspec.Struct]] = {{\n{''.join(rows)}}}\n"
        '"""Types that are open objects (`InputSchema`) have none: they are dicts."""\n\n'
        f"TAGGED: dict[str, dict[str, type[msgspec.Struct]]] = {{\n{''.join(several)}}}\n"
        '"""Types that stand under several tags: one Struct a tag, the others subclasses of the first."""\n'
    )

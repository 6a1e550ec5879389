"""YAML as the recorders of HTTP exchanges write it: its values as JSON has them, and for each text where it stands.

Read from the parser's events, in no recursion and to a bounded depth; a language's own tags are seen through.
"""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from why400.errors import FormatError

if TYPE_CHECKING:
    from why400.formats.read_input import OffsetMap

_DEEPEST: Final = 200
_LARGEST: Final = 5_000_000
"""Values that a document may come to where aliases repeat parts of it."""
_NUMBER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]*(?:[eE][-+][0-9]+)?)?")
"""As YAML 1.1 has them: PyYAML leaves a text such as `1e5` without quotes."""
_WORDS: Final = {word: value for value, name in ((None, "null"), (True, "true"), (False, "false"))
                 for word in (name, name.title(), name.upper())} | {"": None, "~": None}  # fmt: skip


class Text(str):
    """A text that knows where it stands in the document: offsets in characters, quotes and indicators included."""

    __slots__ = ("end", "start", "style")
    start: int
    end: int
    style: str
    """`'`, `"`, `|`, `>`; empty for a plain one."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    value: dict[str, object] | list[object]
    anchor: str | None
    size: int = 1
    key: str | None = None
    keyed: bool = False
    """Whether `key` waits for its value."""


@dataclass(slots=True)
class _Builder:
    """The values of one document as far as it has been read."""

    anchors: dict[str, tuple[object, int]] = field(default_factory=dict)
    opened: list[_Open] = field(default_factory=list)
    root: object = None

    def wants_key(self) -> bool:
        """Whether what comes next is the key of a member, and so a text whatever it looks like."""
        top = self.opened[-1] if self.opened else None
        return top is not None and not top.keyed and isinstance(top.value, dict)

    def add(self, value: object, size: int, anchor: str | None) -> None:
        """Put a whole value into what is open."""
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.opened:
            self.root = value
            return
        top = self.opened[-1]
        top.size += size
        if isinstance(top.value, list):
            top.value.append(value)
        elif not top.keyed:
            top.key, top.keyed = value if isinstance(value, str) else str(value), True
        else:
            assert top.key is not None  # set with keyed
            top.value[top.key] = value
            top.keyed = False


def load(text: str, source: str) -> object:
    """The first document's value: dict, list, str (`Text`), bytes (of `!!binary`), int, float, bool, None.

    Raises FormatError where it is no YAML, or one that no recorder would write: too deep, or blown up by aliases.
    """
    import yaml  # type: ignore[import-untyped]  # has no types of its own; here: no other format needs it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    built = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.ScalarEvent):
                built.add(event.value if built.wants_key() else _scalar(event), 1, event.anchor)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                built.opened.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], event.anchor))
                if len(built.opened) > _DEEPEST:
                    raise FormatError(f"{source}: line {event.start_mark.line + 1}: nested deeper than {_DEEPEST} levels")
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                done = built.opened.pop()
                built.add(done.value, done.size, done.anchor)
            elif isinstance(event, yaml.AliasEvent):
                built.add(*built.anchors.get(event.anchor, (None, 1)), None)
                if built.opened and built.opened[-1].size > _LARGEST:
                    raise FormatError(f"{source}: line {event.start_mark.line + 1}: aliases blow the document up")
            elif isinstance(event, yaml.DocumentEndEvent):
                break
    except yaml.YAMLError as exc:
        raise FormatError(f"{source}: {_problem(exc)}") from None
    return built.root


def _scalar(event: Any) -> object:
    tag = event.tag or ""
    if tag.endswith(("binary", "!bytes", "python/bytes")):
        return _unpacked(event.value)
    if not event.style and event.implicit[0]:  # libyaml has no style here, or an empty one
        if event.value in _WORDS:
            return _WORDS[event.value]
        number = _NUMBER.fullmatch(event.value) if len(event.value) < 400 else None
        if number is not None:
            return float(event.value) if number[1] else int(event.value)
    text = Text(event.value)
    text.start, text.end, text.style = event.start_mark.index, event.end_mark.index, event.style or ""
    return text


def _unpacked(text: str) -> bytes:
    from base64 import b64decode

    try:
        return b64decode(text)
    except (ValueError, Base64Error):
        return text.encode("utf-8", "surrogatepass")


def _problem(exc: Exception) -> str:
    mark = getattr(exc, "problem_mark", None)
    problem = getattr(exc, "problem", None) or str(exc).partition("\n")[0]
    return f"line {mark.line + 1} is no sound YAML: {problem}" if mark is not None else f"no sound YAML: {problem}"


def places(text: Text, document: str) -> OffsetMap | None:
    """Where each byte of the text (in UTF-8) stands in the document (in UTF-8); None where the two cannot be brought together."""
    from why400.formats.yaml_places import places_of

    return places_of(document[text.start : text.end], text.style, str(text), len(document[: text.start].encode()))

"""Jupyter notebooks: the requests that the code cells send, read as text, never run."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
from msgspec.structs import replace

from why400.errors import FormatError
from why400.formats.curl import Load
from why400.formats.json_string import decoded
from why400.formats.json_text.positions import locate
from why400.formats.markdown import Block
from why400.formats.pieces import through
from why400.formats.read_input import OffsetMap, Outcome, PassedOver

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_LINE = re.compile(r"\bline (\d+)")
_SHELL: Final = re.compile(rb"\s*(?:%%(?:bash|sh|script[ \t]+(?:ba|z|da)?sh|cmd|powershell|pwsh)\b[^\n]*|!)")
_MAGIC: Final = re.compile(rb"(?m)^[ \t]*(?:[%!](?:[^\n\\]|\\(?:\r?\n|.))*|\?[^\n]*)")
_VISIBLE = re.compile(rb"[^\r\n]")


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] | None = None


class _Notebook(msgspec.Struct):
    nbformat: int
    cells: list[_Cell]


_DECODER: Final = msgspec.json.Decoder(_Notebook)


def recognises(data: bytes) -> bool:
    """Whether it is a JSON object with cells and the version of the format."""
    return b'"nbformat"' in data and b'"cells"' in data and _START.match(data) is not None and _decoded(data) is not None


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The requests of the code cells, each named by its cell and the line in it; what cannot be read of them is passed over.

    Variables hold what the last cell before gave them. Raises FormatError where it is no notebook, or no cell sends a request.
    """
    from why400.formats.blocks import read_blocks  # here: to recognise other texts needs none of it

    notebook = _decoded(data)
    if notebook is None:
        raise FormatError(f'{source}: no Jupyter notebook ({{"cells": […], "nbformat": 4}})')
    code = _code(data, notebook)
    nothing = FormatError(f"{source}: no code cell sends a request to the API (`messages.create(…)`, `!curl …`)")
    if not code.cells:
        raise nothing
    found = [code.outcome(one, data, source) for one in read_blocks(code.text, code.cells, source, load, says_none=False)]
    if not found:
        raise nothing
    return found


def _decoded(data: bytes) -> _Notebook | None:
    try:
        return _DECODER.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


@dataclass(slots=True)
class _Code:
    """The code cells as one text."""

    text: bytes
    places: OffsetMap
    """Where its bytes stand in the notebook."""
    cells: list[Block]
    numbers: list[int]
    """The cells' numbers among all, from 1."""

    def outcome(self, one: Outcome, data: bytes, source: str) -> Outcome:
        """What was read, with its places in the notebook."""
        if isinstance(one, PassedOver):
            return self._passed_over(one, data, source)
        label = self._renamed(one.label)
        if one.file is not None:
            return replace(one, label=label)
        inner = one.body_map or (OffsetMap((0,), (one.body_offset,)) if one.body_offset is not None else None)
        end = self.places.source(one.body_end) if one.body_end is not None else None
        return replace(
            one,
            label=label,
            body_offset=None,
            body_map=through(inner, len(one.request.body), self.places) if inner is not None else None,
            body_end=end,
            in_json_string=True,
        )

    def _passed_over(self, one: PassedOver, data: bytes, source: str) -> PassedOver:
        said = str(one.error)
        before, rest = (source, said[len(source) :]) if said.startswith(source) else ("", said)
        renamed = self._renamed(rest)
        if renamed == rest and one.line is not None:
            renamed = f"{rest} ({self._place(one.line)})"
        at = self.places.source(self._offset(one.line)) if one.line is not None else -1
        return PassedOver(type(one.error)(before + renamed), data.count(b"\n", 0, at) + 1 if at >= 0 else None)

    def _renamed(self, text: str) -> str:
        """The text with the line that it names as a line of a cell."""
        return _LINE.sub(lambda found: self._place(int(found[1])), text, count=1)

    def _place(self, line: int) -> str:
        """The cell, and the line in it, of a line of the whole."""
        index = max(0, bisect_right([cell.start for cell in self.cells], self._offset(line)) - 1)
        own = line - self.text.count(b"\n", 0, self.cells[index].start)
        return f"cell {self.numbers[index]}, line {own}"

    def _offset(self, line: int) -> int:
        at = 0
        for _ in range(line - 1):
            at = self.text.find(b"\n", at) + 1
        return at


def _code(data: bytes, notebook: _Notebook) -> _Code:
    wanted = [
        (number, pointer) for number, cell in enumerate(notebook.cells) if cell.cell_type == "code" for pointer in _pointers(number, cell)
    ]
    spans = locate(data, [pointer for _, pointer in wanted])
    text: list[bytes] = []
    starts: list[int] = []
    sources: list[int] = []
    cells: list[Block] = []
    numbers: list[int] = []
    at = 0
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        begin = at
        own: list[bytes] = []
        for pointer in _pointers(number, cell):
            part, places = decoded(data, spans[pointer].start, spans[pointer].end)
            starts += [at + start for start in places.starts]
            sources += places.sources
            own.append(part)
            at += len(part)
        language, runs = _without_magic(b"".join(own))
        cells.append(Block(begin, at, language))
        numbers.append(number + 1)
        text += (runs, b"\n\n")
        starts.append(at)
        sources.append(-1)
        at += 2
    return _Code(b"".join(text), OffsetMap(tuple(starts), tuple(sources)), cells, numbers)


def _pointers(number: int, cell: _Cell) -> Iterator[str]:
    if isinstance(cell.source, str):
        yield f"/cells/{number}/source"
    else:
        yield from (f"/cells/{number}/source/{index}" for index in range(len(cell.source or ())))


def _without_magic(cell: bytes) -> tuple[bytes, bytes]:
    """The language of the cell, and its text with blanks in the place of what is for the notebook alone."""
    shell = _SHELL.match(cell)
    if shell is not None:
        return b"sh", _blank(shell) + cell[shell.end() :]
    return b"python", _MAGIC.sub(_blank, cell)


def _blank(found: re.Match[bytes]) -> bytes:
    return _VISIBLE.sub(b" ", found[0])

"""The blocks of code in a text around them, each read as an input of its own; what one of Python says of variables holds for those behind it."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from why400.errors import FormatError, UsageError, Why400Error
from why400.formats import json_body, snippet, snippet_python_calls
from why400.formats.curl import Load
from why400.formats.for_claude import is_for_claude
from why400.formats.markdown import Block
from why400.formats.not_a_request import WORDS, is_explained
from why400.formats.read import kind_of, reader_of, what_of
from why400.formats.read_input import Kind, Outcome, PassedOver, ReadInput
from why400.formats.snippet_python_calls import Earlier

_REQUESTS_AT_MOST: Final = 100
"""Each is read in a text as long as the whole."""
_BLANKED: Final = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))
_NAMES_LINE = re.compile(r"\bline \d")
_PYTHON: Final = frozenset({b"python", b"py", b"python3", b"ipython", b"{python}"})


def kind_of_block(text: bytes) -> Kind | None:
    """The format of the request that the block is; None for what is none."""
    kind = kind_of(text, besides="markdown")
    if kind == "conversation" or (kind == "json" and not any(is_for_claude(one) for one in json_body.parse(text, ""))):
        return None
    return kind


def read_blocks(data: bytes, blocks: Sequence[Block], source: str, load: Load | None, *, says_none: bool = True) -> list[Outcome]:
    """The requests of the blocks, each named by its line, and what was passed over. Raises FormatError where there are no blocks.

    Of many requests those that are none for Claude are passed over. `says_none`: so are the blocks that are no request.
    """
    if not blocks:
        raise FormatError(f"{source}: no block of code between fences (```)")
    found: list[tuple[Block, Outcome]] = []
    earlier: Earlier = {}
    read = 0
    for block in blocks:
        kind = kind_of_block(data[block.start : block.end])
        read += kind is not None
        if read > _REQUESTS_AT_MOST:
            found.append(
                (block, _said(data, block, source, f"more than {_REQUESTS_AT_MOST} blocks that are requests: give the rest by itself"))
            )
            break
        if kind is not None:
            found += [(block, one) for one in _read(kind, data, block, source, load, earlier)]
            continue
        if block.language in _PYTHON:
            _look_through(data, block, source, earlier)
        if says_none:
            found.append((block, _none(data, block, source)))
    to_claude = any(isinstance(one, ReadInput) and is_for_claude(one) for _, one in found)
    return [
        _elsewhere(data, block, source) if to_claude and isinstance(one, ReadInput) and not is_for_claude(one) else one
        for block, one in found
    ]


def _read(kind: Kind, data: bytes, block: Block, source: str, load: Load | None, earlier: Earlier) -> Sequence[Outcome]:
    line = _line(data, block)
    outcomes: Sequence[Outcome]
    if kind == "json":
        outcomes = [_moved(one, data, block.start) for one in json_body.parse(data[block.start : block.end], source)]
    else:
        alone = _alone(data, block)
        try:
            outcomes = snippet.parse(alone, source, load, earlier) if kind == "snippet" else reader_of(kind).parse(alone, source, load)
        except (FormatError, UsageError) as exc:
            return [PassedOver(exc, line)]
    return [_named(one, line) for one in outcomes]


def _alone(data: bytes, block: Block) -> bytes:
    """The block with nothing but line breaks before it: what is said of lines and offsets in it holds for the whole."""
    return data[: block.start].translate(_BLANKED) + data[block.start : block.end]


def _moved(one: ReadInput, data: bytes, by: int) -> ReadInput:
    """The body of a block alone as it stands in the whole."""
    start = by + (one.body_offset or 0)
    line = data.count(b"\n", 0, start) + 1
    label = f"line {line}" if one.label else ""
    return replace(one, body_offset=start, body_end=start + len(one.request.body), label=label)


def _named(one: Outcome, line: int) -> Outcome:
    """The outcome with the line of its block, if it does not name a line of its own."""
    if isinstance(one, PassedOver):
        return one if one.line is not None else PassedOver(one.error, line)
    if _NAMES_LINE.search(one.label):
        return one
    return replace(one, label=f"line {line}, {one.label}" if one.label else f"line {line}")


def _look_through(data: bytes, block: Block, source: str, earlier: Earlier) -> None:
    """Notes the variables of Python that calls nothing."""
    try:
        snippet_python_calls.read(_alone(data, block), source, earlier)
    except Why400Error:
        return


def _none(data: bytes, block: Block, source: str) -> PassedOver:
    what = what_of(data[block.start : block.end])
    words = "it looks like an error message" if what == "error text" else WORDS[what]
    why = "" if what == "text" else f" ({words}{': try `why400 explain`' if is_explained(what) else ''})"
    return _said(data, block, source, f"no request in this block{why}")


def _elsewhere(data: bytes, block: Block, source: str) -> PassedOver:
    return _said(data, block, source, "a request to something else than the API of Claude")


def _said(data: bytes, block: Block, source: str, what: str) -> PassedOver:
    line = _line(data, block)
    return PassedOver(FormatError(f"{source}: line {line}: {what}"), line)


def _line(data: bytes, block: Block) -> int:
    """The line on which the block's code begins."""
    text = data[block.start : block.end]
    return data.count(b"\n", 0, block.start + len(text) - len(text.lstrip())) + 1

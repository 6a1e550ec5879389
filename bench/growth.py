"""Whether cost grows with size alone: CPU time at four times the size, over that at one. Linear: about 4; quadratic: 16."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

import why400
from bench.bodies import AS_OF
from bench.hostile import CHECKED, EXPLAINED
from bench.hostile_files import READ, json_string, read_and_go_back
from bench.hostile_json import REPAIRED
from bench.hostile_text import PIECES, text_of
from bench.row import Row
from why400.formats.json_string import decoded
from why400.formats.json_text.positions import locate
from why400.formats.json_text.repair import examine

_GOAL = 7.0
"""Above 4 for caches and the collector; far below 16."""

_REPAIRED = 5_000
_EXPLAINED = 50_000
_READ = 10_000
_HOPPED = 2_000_000


def rows() -> Iterator[Row]:
    """Every hostile input, through check and through explain; broken JSON through the repair; files through their readers."""
    for name, (make, size) in CHECKED.items():
        yield _row(f"check, {name}", make, size, lambda data: why400.check(data, as_of=AS_OF))
    for name, (make, size) in EXPLAINED.items():
        yield _row(f"explain, {name}", make, size, why400.explain)
    for name, make in REPAIRED.items():
        yield _row(f"repair, {name}", make, _REPAIRED, examine)
    for name, piece in PIECES.items():
        yield _row(f"explain, {name} over and over", partial(_said, piece), _EXPLAINED, why400.explain)
    for name, make in READ.items():
        yield _row(f"read, {name}", make, _READ, read_and_go_back)
    yield _row("read, a JSON string of escapes", json_string, 20 * _READ, _decoded)
    yield _row("locate, behind a string of base64", _with_image, _HOPPED, lambda data: locate(data, ["/z"]))


def _said(piece: str, length: int) -> bytes:
    return text_of(piece, length).encode()


def _with_image(size: int) -> bytes:
    return b'{"a":"' + b"iVBORw0KGgo=" * (size // 12) + b'","z":1}'


def _decoded(token: bytes) -> int:
    body, places = decoded(token, 0, len(token))
    return places.source(len(body))


def _row(name: str, make: Callable[[int], bytes], size: int, way: Callable[[bytes], object]) -> Row:
    way(make(10))
    one, four = _spent(way, make(size)), _spent(way, make(4 * size))
    return Row(name, four / one, goal=_GOAL, note=f"{one * 1000:.0f} ms, {four * 1000:.0f} ms for {len(make(4 * size)) / 1e6:.1f} MB")


def _spent(way: Callable[[bytes], object], data: bytes) -> float:
    found = []
    for _ in range(2):
        start = process_time()
        way(data)
        found.append(process_time() - start)
    return max(min(found), 0.001)  # below a millisecond the clock decides

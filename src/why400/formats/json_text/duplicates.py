"""Keys that an object holds twice: legal JSON, but parsers keep only the last one."""

import re
from dataclasses import dataclass, field

from why400.formats.json_text.positions import Span, escape_token, key_bytes
from why400.formats.json_text.tokens import BARE_END, COLON, string_end

_TEXT = rb'"[^"\\]{0,256}+"'
_FLAT_MEMBER = rb"[ \t\r\n]*+(" + _TEXT + rb")[ \t\r\n]*+:[ \t\r\n]*+(?:" + _TEXT + rb"|[^\",\[\]{}]++)[ \t\r\n]*+"
# Objects without containers, most of all objects: passed over in two calls when their keys differ.
_FLAT = re.compile(rb"\{(?:" + _FLAT_MEMBER.replace(b"(" + _TEXT + b")", _TEXT) + rb"(?:,|(?=\})))*+\}")
_FLAT_KEY = re.compile(_FLAT_MEMBER)
_BETWEEN = re.compile(rb"[ \t\n\r]*+")


@dataclass(slots=True)
class _Frame:
    is_object: bool
    index: int = 0
    key: bytes = b""
    key_span: tuple[int, int] = (0, 0)
    seen: dict[bytes, Span] = field(default_factory=dict)
    value_start: int = -1


def duplicate_keys(text: bytes, limit: int = 100) -> list[tuple[str, Span, Span]]:
    """Return (pointer, earlier member, later member) for repeated keys, in the order of the later ones.

    At most `limit` of them. Reads sound JSON; on broken text it returns what it found before the break.
    """
    found: list[tuple[str, Span, Span]] = []
    frames: list[_Frame] = []
    at, size = 3 if text.startswith(b"\xef\xbb\xbf") else 0, len(text)
    while True:
        match = _BETWEEN.match(text, at)
        at = match.end() if match else at
        if at >= size or len(found) >= limit:
            return found
        frame = frames[-1] if frames else None
        char = text[at : at + 1]
        if frame is not None and frame.is_object and frame.value_start < 0 and char == b'"':
            end = string_end(text, at)
            colon = COLON.match(text, end) if end > 0 else None
            raw = text[at:end]
            key = key_bytes(raw) if colon else None
            if colon is None or key is None:
                return found
            frame.key, frame.key_span = key, (at, end)
            at = frame.value_start = colon.end()
            continue
        if char == b"{":
            flat = _FLAT.match(text, at)
            keys = _FLAT_KEY.findall(flat[0]) if flat else []
            if flat and len(keys) == len(set(keys)):
                at = flat.end()
                if frames and frames[-1].is_object:
                    _close_member(frames, at, found)
                continue
        if char in (b"{", b"["):
            frames.append(_Frame(char == b"{"))
            at += 1
            continue
        if char == b",":
            if frame is not None:
                frame.index += 1
            at += 1
            continue
        if char in (b"}", b"]"):
            if not frames:
                return found
            frames.pop()
            at += 1
        elif char == b'"':
            at = string_end(text, at)
            if at < 0:
                return found
        else:
            bare = BARE_END.match(text, at)
            at = max(bare.end() if bare else at, at + 1)
        if frames and frames[-1].is_object and frames[-1].value_start >= 0:
            _close_member(frames, at, found)


def _close_member(frames: list[_Frame], end: int, found: list[tuple[str, Span, Span]]) -> None:
    frame = frames[-1]
    span = Span(frame.value_start, end, *frame.key_span)
    frame.value_start = -1
    earlier = frame.seen.get(frame.key)
    frame.seen[frame.key] = span
    if earlier is not None:
        found.append((_pointer(frames), earlier, span))


def _pointer(frames: list[_Frame]) -> str:
    return "".join("/" + (escape_token(frame.key.decode("utf-8", "replace")) if frame.is_object else str(frame.index)) for frame in frames)

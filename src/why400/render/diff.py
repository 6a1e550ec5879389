"""What a mend changes in a text, as a unified diff."""

from difflib import diff_bytes, unified_diff

from why400.render.style import Style
from why400.sanitize import mask

_AROUND = 3
"""Unchanged lines around a change."""


def unified(before: bytes, after: bytes, name: str) -> list[bytes]:
    """The lines of the exact unified diff, which `patch` takes; none where nothing changes."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    top = _common(old, new)
    end = _common(old[top:][::-1], new[top:][::-1])
    # what is alike at both ends is left out of the comparison, whose time grows with the square of the rest
    skip = max(0, top - _AROUND)
    kept_old, kept_new = old[skip : len(old) - max(0, end - _AROUND)], new[skip : len(new) - max(0, end - _AROUND)]
    lines = list(diff_bytes(unified_diff, kept_old, kept_new, name.encode(), name.encode(), n=_AROUND))
    moved = [_moved(line, skip) if line.startswith(b"@@ ") else line for line in lines]
    return [one for line in moved for one in ([line] if line.endswith(b"\n") else [line + b"\n", b"\\ No newline at end of file\n"])]


def diff_text(before: bytes, after: bytes, name: str, style: Style) -> str:
    """The diff for a screen: colours, and long lines cut to where they differ."""
    out: list[str] = []
    lines = [line.decode("utf-8", "replace").rstrip("\r\n") for line in unified(before, after, name)]
    for index, line in enumerate(lines):
        partner = _partner(lines, index)
        cut = _cut(line, partner, style.width) if len(line) > style.width else line
        colour = style.red if line.startswith("-") and index > 1 else style.cyan if line.startswith("+") and index > 1 else str
        out.append(colour(cut))
    return style.plain(mask("\n".join(out)))


def _common(one: list[bytes], other: list[bytes]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _moved(line: bytes, skip: int) -> bytes:
    """A hunk's head, with the lines counted from the beginning of the whole text."""
    parts = line.split(b" ")
    for at in (1, 2):
        start, comma, count = parts[at][1:].partition(b",")
        parts[at] = parts[at][:1] + str(int(start) + skip).encode() + comma + count
    return b" ".join(parts)


def _partner(lines: list[str], index: int) -> str:
    """The line that this one gives way to, or comes in place of: the nearest of the other sign."""
    sign = lines[index][:1]
    if sign == "-":
        return next((line for line in lines[index + 1 :] if line.startswith("+")), "")
    return next((line for line in reversed(lines[:index]) if line.startswith("-")), "") if sign == "+" else ""


def _cut(line: str, partner: str, width: int) -> str:
    """The line around the first character in which it differs from its partner."""
    at = next((i for i, (left, right) in enumerate(zip(line[1:], partner[1:], strict=False), 1) if left != right), 1)
    room = width - 4
    start = max(1, at - room // 3)
    piece = line[start : start + room]
    return f"{line[:1]}{'…' if start > 1 else ''}{piece}{'…' if start + room < len(line) else ''}"

"""What changes between two contracts, as lines of text: grouped by area and endpoint, one line a change."""

from collections.abc import Sequence
from itertools import groupby

from why400.contract.build.compare import Change
from why400.contract.build.plain import PlainContract
from why400.render.style import Style

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def changes_text(old: PlainContract, new: PlainContract, changes: Sequence[Change], style: Style) -> str:
    """The whole comparison, for the screen."""
    arrow = "->" if style.ascii else "→"
    lines = [f"{_called(old)} {arrow} {_called(new)}"]
    if not changes:
        return f"{lines[0]}: no change"
    for area, members in groupby(changes, key=lambda one: one.area):
        lines += ["", area]
        for endpoint, group in groupby(members, key=lambda one: one.endpoint):
            if endpoint is not None:
                lines.append(f"  {endpoint}")
            indent = "  " if endpoint is None else "    "
            lines += [f"{indent}{_SIGNS[one.kind]} {one.name}" + (f"   {_plain(one.what, style)}" if one.what else "") for one in group]
    count = len(changes)
    return "\n".join([*lines, "", f"{count} change{'' if count == 1 else 's'}"])


def _called(contract: PlainContract) -> str:
    return f"{contract.name} ({contract.sdk}, {contract.day})"


def _plain(words: str, style: Style) -> str:
    return words.replace("→", "->") if style.ascii else words

"""A computer toolset stands beside another tool of that name, or a toolset stands twice.

## What happens
`computer_toolset_20260801` is sent together with a tool named `computer`; or the same toolset is listed twice.

## Why the API refuses it
Both would serve the same name. Usual way there: the toolset added while the old computer tool was left in.

## Example
```json model=claude-opus-5 betas=computer-use-2025-11-24
{"tools": [{"type": "computer_toolset_20260801"},
           {"type": "computer_20251124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}]}
```

## Use instead
```json model=claude-opus-5
{"tools": [{"type": "computer_toolset_20260801"}]}
```

## Fix
Takes the other tool, or the second toolset, away. Unsafe: you may rather keep the old one.
"""

from msgspec import Struct

from why400.contract.views.tools import BrowserToolset20260801, ComputerToolset20260801
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=61,
    needs="computer_toolset_20260801 browser_toolset_20260801",
    source="rules-beyond computer-toolset-conflict",
    cause="this entry serves the same name as the toolset",
    mend="keep one of the two",
)
def toolset_conflict(talk: Conversation) -> Hits:
    for kind in (ComputerToolset20260801, BrowserToolset20260801):
        sets = [tool for tool in talk.tools if isinstance(tool, kind)]
        if not sets:
            continue
        others: list[Struct] = list(sets[1:])
        if kind is ComputerToolset20260801:
            others += [tool for tool in talk.tools if getattr(tool, "name", None) == "computer"]
        for other in others:
            yield Hit(other, label="beside the toolset", also=(Also(sets[0], "the toolset"),))


@toolset_conflict.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes the other entry."""
    return Edit.remove(hit.place)

"""A toolset's configs enable no member, or defer only some.

## What happens
`configs` of a computer or browser toolset switches every member off; or `defer_loading` differs between members that are on.

## Why the API refuses it
A toolset is loaded as a whole, and has to have something to load. Usual way there: settings written member by member.

## Example
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801", "configs": {"zoom": {"defer_loading": true}}}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801", "configs": {"zoom": {"enabled": false}}}]}
```

## Fix
None: which members are to be on is yours to say.
"""

from msgspec import Struct

from why400.contract.views.tools import BrowserToolset20260801, ComputerToolset20260801
from why400.rules import Conversation, Hit, Hits, rule

_OFF_BY_DEFAULT = frozenset({"javascript_exec", "file_upload", "read_console", "read_network"})


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=62,
    needs="computer_toolset_20260801 browser_toolset_20260801",
    source="rules-beyond toolset-configs browser-versions rules-messages tool-toolset-deferral",
    cause="a toolset has at least one member on, and defers all of them or none",
    mend="leave one member on; give all that are on the same defer_loading",
)
def toolset_config_invalid(talk: Conversation) -> Hits:
    for tool in talk.tools:
        if not isinstance(tool, ComputerToolset20260801 | BrowserToolset20260801) or not isinstance(tool.configs, Struct):
            continue
        own = {name: getattr(tool.configs, name) for name in tool.configs.__struct_fields__}
        deferred = set()
        for name, config in own.items():
            enabled, defer = getattr(config, "enabled", None), getattr(config, "defer_loading", None)
            if enabled if enabled is not None else name not in _OFF_BY_DEFAULT:
                deferred.add(bool(defer))
        if len(deferred) != 1:
            label = "defer_loading differs between members" if deferred else "no member is on"
            yield Hit((tool, "configs"), label=label)

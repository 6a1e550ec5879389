"""A tool may be called by code, and the request does not declare code execution.

## What happens
`allowed_callers` names code execution, and no entry of `tools` is a code execution tool.

## Why the API refuses it
The calls come out of code that runs in its container, and the documentation wants the tool declared. Such a request was accepted all the
same (2026-02: the model ran code), so this only warns. Usual way there: tools copied from a request without its code execution entry.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}, "allowed_callers": ["code_execution_20260120"]}]}
```

## Use instead
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
           {"name": "f", "input_schema": {"type": "object", "properties": {}}, "allowed_callers": ["code_execution_20260120"]}]}
```

## Fix
Adds the code execution tool that is named. Unsafe: it costs, and the model may run code of its own.
"""

from why400.contract.views.blocks import CustomTool, ToolAdditionBlock
from why400.contract.views.tools import (
    CodeExecutionTool20250522,
    CodeExecutionTool20250825,
    CodeExecutionTool20260120,
    CodeExecutionTool20260521,
)
from why400.rules import Conversation, Edit, Hit, Hits, rule

_CODE_EXECUTION = (CodeExecutionTool20250522, CodeExecutionTool20250825, CodeExecutionTool20260120, CodeExecutionTool20260521)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",  # a recording of the SDK's own tests (TestSyncRunTools, 2026-02-25) was answered 200 without the tool
    side="request",
    retry="never",
    phase="conversation",
    order=55,
    needs="tools.allowed_callers",
    source="rules-messages ptc-needs-code-execution rules-beyond ptc-code-exec-required",
    cause="the tool may be called by {name} only, which the request lacks",
    mend='add the code execution tool, or allow "direct"',
)
def programmatic_calling_needs_code_execution(talk: Conversation) -> Hits:
    there = [str(tool.__struct_config__.tag) for tool in talk.tools if isinstance(tool, _CODE_EXECUTION)]
    if talk.blocks(ToolAdditionBlock):
        return
    for tool in talk.tools:
        callers = [caller for caller in tool.allowed_callers or () if caller != "direct"] if isinstance(tool, CustomTool) else []
        if callers and not there:
            yield Hit((tool, "allowed_callers"), name=callers[0], keep=(talk.request, callers[0]), label="and there is no such tool")
            return
        if callers and min(callers) > max(there):
            yield Hit((tool, "allowed_callers"), name=callers[0], label=f"and {max(there)} is older")
            return


@programmatic_calling_needs_code_execution.mends(safe=False)
def add_it(hit: Hit) -> Edit | None:
    """Puts the code execution tool in front."""
    if hit.keep is None:
        return None
    request, kind = hit.keep
    return Edit.insert((request, "tools", 0), {"type": kind, "name": "code_execution"})

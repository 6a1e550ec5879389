"""A container is named without the code execution tool.

## What happens
A request has a `container` id, and no code execution tool in `tools`.

## Why the API refuses it
A container is where code runs; without the tool there is nothing to run in it. Usual ways there: a container id from an earlier turn sent
along after the tools were changed.

## Example
```json
{"container": "container_011CpGzSxTb2y4"}
```

## Use instead
```json
{"container": "container_011CpGzSxTb2y4", "tools": [{"type": "code_execution_20260120", "name": "code_execution"}]}
```

## Fix
Takes the container away. Unsafe: perhaps the tool was forgotten instead.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.context import container_id, runs_code


@rule(
    says=[
        Says(
            "container: Container identifier can only be provided when using the code execution tool",
            since="2026-08",
            source="measured xl-container corpus dev-718 dev-397",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="container",
    needs="container",
    source="measured order-phases",
    cause="a container is named, and no code execution tool is declared",
    mend="declare the tool, or leave out the container",
)
def container_without_code_execution(talk: Conversation) -> Hits:
    if container_id(talk) is not None and not runs_code(talk):
        yield Hit((talk.request, "container"), path="container", label="no code execution tool")


@container_without_code_execution.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the container."""
    return Edit.remove(hit.place)

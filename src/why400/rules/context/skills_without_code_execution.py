"""Skills are named without the code execution tool.

## What happens
`container.skills` lists skills, and no code execution tool stands in `tools`.

## Why the API refuses it
Skills are files and scripts that the model works with in a container. Usual ways there: skills switched on in a setting while the list of
tools stayed empty.

## Example
```json
{"container": {"skills": [{"type": "anthropic", "skill_id": "pptx", "version": "latest"}]}}
```

## Use instead
```json
{"container": {"skills": [{"type": "anthropic", "skill_id": "pptx", "version": "latest"}]},
 "tools": [{"type": "code_execution_20260120", "name": "code_execution"}]}
```

## Fix
None: declare the code execution tool.
"""

from why400.contract.views.blocks import ContainerParams
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.context import runs_code


@rule(
    says=[Says("container: skills can only be used when a code execution tool is enabled", source="corpus dev-399 dev-719")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="container",
    needs="container",
    order=51,
    source="rules-beyond container-skills-need-code-exec",
    cause="skills are named, and no code execution tool is declared",
    mend="declare the code execution tool",
)
def skills_without_code_execution(talk: Conversation) -> Hits:
    container = getattr(talk.request, "container", None)  # a request for counting has none
    if isinstance(container, ContainerParams) and container.skills and not runs_code(talk):
        yield Hit((container, "skills"), path="container", label="no code execution tool")

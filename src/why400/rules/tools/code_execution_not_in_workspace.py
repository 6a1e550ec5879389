"""Code execution is not available to this workspace.

## What happens
The request has a code execution tool; the workspace, or the deployment that stands for it, has none.

## Why the API refuses it
Seen on a Foundry deployment that Azure hosts. It depends on the account, so no check of a request can tell.

## Example
```text
code_execution not supported in your workspace.
```

## Fix
Use a deployment on Anthropic's own infrastructure, or run code with a tool of your own.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("code_execution not supported in your workspace.", since="2026-08", source="measured fo-code-execution corpus dev-393"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="after-fix",
    phase="answer",
    source="rules-beyond foundry-azure-hosted",
    cause="this workspace has no code execution",
    mend="use another deployment, or leave code execution out",
)
def code_execution_not_in_workspace() -> None:
    """Only answers show this."""

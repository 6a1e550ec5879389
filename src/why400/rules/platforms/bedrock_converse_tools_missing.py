"""Converse finds tool calls in the history, and no tools.

## What happens
The messages hold `toolUse` or `toolResult` blocks; the request has no `toolConfig`.

## Why the API refuses it
Converse takes such blocks only together with the tools that they are of, even where none is to be called. Usual ways there: a history that is
summed up or given a title without its tools; a last round from which an agent takes the tools to force an answer.

## Example
```text
ValidationException: The toolConfig field must be defined when using toolUse and toolResult content blocks.
```

## Fix
Send the tools of the history along, or write its calls and results as text.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The toolConfig field must be defined when using toolUse and toolResult content blocks.",
            since="2025-03",
            source="public langgenius/dify#16421 elastic/kibana#246943",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the messages hold tool calls or results, and no toolConfig names the tools",
    mend="send the tools of the history along, or write its calls and results as text",
)
def bedrock_converse_tools_missing() -> None: ...

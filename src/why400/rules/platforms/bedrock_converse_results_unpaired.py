"""Converse finds tool calls without results, or more results than calls.

## What happens
The turn behind a turn that calls tools does not hold one `toolResult` for each `toolUse`, with its id.

## Why the API refuses it
Converse checks the pairs itself, before the model is asked, and has words of its own for it. Usual ways there: the results of parallel calls
sent as messages of their own; a tool that crashed and appended nothing; history trimmed between call and result.

## Example
```text
litellm.BadRequestError: BedrockException - {"message":"Expected toolResult blocks at messages.2.content for the following Ids:
tooluse_oVKr1exeQlO6SE1Bd8eJng"}
```

## Fix
Answer all calls of a turn in the one user message behind it, each once, with status `error` where a tool gave nothing.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Expected toolResult blocks at {path} for the following Ids: {ids:ids}",
            since="2024-09",
            source="public HolmesGPT/holmesgpt#127 agno-agi/agno#6698",
            on="bedrock",
        ),
        Says(
            "The number of toolResult blocks at {path} exceeds the number of toolUse blocks of previous turn.",
            since="2024-11",
            source="public OpenHands/OpenHands#4912",
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
    cause="the tool results of {path} do not pair with the calls of the turn before",
    mend="answer all calls of a turn in the one message behind it, each once",
)
def bedrock_converse_results_unpaired() -> None: ...

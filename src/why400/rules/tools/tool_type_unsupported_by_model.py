"""The model does not take this dated tool.

## What happens
A tool's `type` is a version that this model refuses.

## Why the API refuses it
Versions of a tool go with generations of models. Usual way there: the model was changed and the tool's version stayed, or the other way
round.

## Example
```json model=claude-opus-5-5 betas=computer-use-2025-11-24
{"tools": [{"type": "computer_20251124", "name": "computer", "display_width_px": 1024, "display_height_px": 768}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801"}]}
```

## Fix
Writes the computer toolset for an old computer tool, where the model takes it. Unsafe: its calls look different.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("'{model:word}' does not support tool types: {types:ids}", since="2025-12", source="measured bt-computer-20251124-opus-5-5"),
        Says(
            "'{model:word}' does not support tool types: {types:ids}. Did you mean one of {others:rest}?",
            since="2025-12",
            source="corpus dev-153 dev-521",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=10,
    needs="tools:served",
    source="rules-messages computer-use-old-tool",
    cause="{model} does not take {types}",
    mend="use the version of the tool that goes with the model",
)
def tool_type_unsupported_by_model(talk: Conversation) -> Hits:
    model = talk.context.model
    if model is None or not model.tools:
        return
    refused = [
        tool for tool in talk.tools if (kind := getattr(tool, "type", None)) and model.takes_tool(kind, talk.context.platform) is False
    ]
    if refused:
        kinds = list(dict.fromkeys(str(getattr(tool, "type", "")) for tool in refused))
        yield Hit(
            (refused[0], "type"), model=model.printed_id, types=", ".join(kinds), keep=(refused[0], model), label="not taken by this model"
        )


@tool_type_unsupported_by_model.mends(safe=False)
def toolset(hit: Hit) -> Edit | None:
    """Writes the toolset that has taken the tool's place."""
    tool, model = hit.keep
    if not str(tool.type).startswith("computer_2") or not model.takes_tool("computer_toolset_20260801"):
        return None
    return Edit.replace(tool, {"type": "computer_toolset_20260801"})

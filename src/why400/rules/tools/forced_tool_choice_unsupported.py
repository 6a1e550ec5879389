"""The model cannot be forced to call a tool.

## What happens
`tool_choice` is `any` or `tool`, on a model that always thinks first.

## Why the API refuses it
Opus 5.5, Sonnet 5.5, Fable 5.1 and their like decide for themselves. Usual way there: structured output by means of a forced tool, kept
when the model was changed.

## Example
```json model=claude-opus-5-5
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}}], "tool_choice": {"type": "any"}}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}}], "tool_choice": {"type": "auto"}}
```

## Fix
Lets the model choose. Unsafe: it may answer without the tool; `output_config.format` is the sure way to structured output.
"""

from why400.contract.views.blocks import ToolChoiceAny, ToolChoiceTool
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            'tool_choice: type "tool" and "any" are not supported for this model.',
            since="2026-09",
            source="measured lt-forced-tool-fable-5-1 lt-forced-tool-sonnet-5-5 rl-forced-tool-opus-5-5 corpus dev-317",
            when="now",
        ),
        Says("tool_choice forces tool use is not compatible with this model", since="2026-06", source="corpus dev-316", when="early"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=15,
    needs="tool_choice",
    source="rules-messages forced-tool-unsupported-55 forced-tool-mythos-preview rules-beyond mythos-preview-forced-tool-choice",
    cause="this model takes only tool_choice auto and none",
    mend="use tool_choice auto; for structured output use output_config.format",
)
def forced_tool_choice_unsupported(talk: Conversation) -> Hits:
    model, choice = talk.context.model, talk.request.tool_choice
    if model is None or not isinstance(choice, ToolChoiceAny | ToolChoiceTool):
        return
    presumed = model.forced_tool_choice is None and model.presumed.get("forced_tool_choice") is False
    if model.forced_tool_choice is False or presumed:
        yield Hit(
            (talk.request, "tool_choice"),
            when="early" if model.id in ("claude-mythos-preview", "claude-mythos-5") else "now",
            severity="warning" if presumed else None,
            label="forces a tool",
            keep=choice,
        )


@forced_tool_choice_unsupported.mends(safe=False)
def let_it_choose(hit: Hit) -> Edit:
    """Sets tool_choice to auto."""
    parallel = hit.keep.disable_parallel_tool_use
    return Edit.replace(hit.place, {"type": "auto"} if parallel is None else {"type": "auto", "disable_parallel_tool_use": parallel})

"""A request for a summary says how an answer should be, and there will be none.

## What happens
Beside `compaction` stands `stop_sequences`, `output_config.format`, a forced `tool_choice`, or what is left of a task budget.

## Why the API refuses it
Such a request makes a summary and nothing else: no answer to shape, to stop or to force into a tool. What remains of a task budget is not
taken beside a signed compaction block either. Usual way there: the settings of the conversation copied into the request for its summary.

## Example
```json model=claude-opus-5 betas=compact-2026-09-04
{"compaction": {"type": "summarize"}, "stop_sequences": ["END"]}
```

```json model=claude-opus-5 betas=compact-2026-09-04,task-budgets-2026-03-13
{"compaction": {"type": "summarize"}, "output_config": {"task_budget": {"type": "tokens", "total": 64000, "remaining": 9000}}}
```

## Use instead
```json model=claude-opus-5 betas=compact-2026-09-04
{"compaction": {"type": "summarize"}}
```

## Fix
Takes the setting away.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import JsonOutputFormat, OutputConfig, ToolChoiceAny, ToolChoiceTool
from why400.rules import Conversation, Edit, Hit, Hits, rule
from why400.rules.context import summaries


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=84,
    source="https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand",
    cause="a request for a summary takes no {name}",
    mend="leave {name} out of this request",
)
def compaction_with_answer_settings(talk: Conversation) -> Hits:
    if talk.context.endpoint.endswith("/count_tokens"):
        return  # which ignores compaction
    request = talk.request
    if request.compaction is not None:
        for name, keys in _settings(talk):
            yield Hit((request, *keys), name=name, label="there is no answer to shape")
    budget = request.output_config.task_budget if isinstance(request.output_config, OutputConfig) else None
    signed = any(block.signature is not None for block in summaries(talk))
    if budget is not None and budget.remaining is not None and (request.compaction is not None or signed):
        yield Hit((request, "output_config", "task_budget", "remaining"), name="task_budget.remaining", label="not beside a compaction")


def _settings(talk: Conversation) -> Iterator[tuple[str, tuple[str, ...]]]:
    request = talk.request
    if request.stop_sequences:
        yield "stop_sequences", ("stop_sequences",)
    if isinstance(request.output_config, OutputConfig) and isinstance(request.output_config.format, JsonOutputFormat):
        yield "output_config.format", ("output_config", "format")
    if isinstance(request.tool_choice, ToolChoiceAny | ToolChoiceTool):
        yield "forced tool_choice", ("tool_choice",)


@compaction_with_answer_settings.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the setting."""
    return Edit.remove(hit.place)

"""A fallback credit token stands beside something that it excludes.

## What happens
The request redeems a credit for a refused first try and asks for server-side fallbacks as well; or it redeems it in the form that ends
with the begun answer, and asks for an output format, forces a tool, or leaves white space at the end of that answer.

## Why the API refuses it
A request may have one of the two, and a begun answer can be continued as plain text only. The token also wants the same body and betas as
the first try, the same workspace, and at most five minutes in between, which cannot be seen here.

## Example
```json betas=fallback-credit-2026-06-01,server-side-fallback-2026-06-01 model=claude-opus-5-5
{"fallback_credit_token": "token", "fallbacks": [{"model": "claude-opus-5"}]}
```

## Use instead
```json betas=fallback-credit-2026-06-01 model=claude-opus-5-5
{"fallback_credit_token": "token"}
```

## Fix
None: which one is meant is yours to say.
"""

from why400.contract.views.blocks import OutputConfig, TextBlock, ToolChoiceAny, ToolChoiceTool
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="fallback_credit_token",
    source="rules-messages fallback-credit-rules fallback-credit-appended-limits rules-beyond fallback-credit-match "
    "fallback-credit-with-fallbacks",
    cause="fallback_credit_token does not go with {what}",
    mend="send one of them",
)
def fallback_credit_invalid(talk: Conversation) -> Hits:
    request = talk.request
    if request.fallback_credit_token is None:
        return
    if request.fallbacks is not None:
        yield Hit((request, "fallback_credit_token"), what="fallbacks")
    last = talk.all_turns[-1] if talk.all_turns else None
    if last is None or last.role != "assistant" or not isinstance(last.last, str | TextBlock):
        return
    config = request.output_config
    if isinstance(request.tool_choice, ToolChoiceAny | ToolChoiceTool):
        yield Hit((request, "tool_choice"), what="a forced tool, where the answer is begun already", label="forces a tool")
    if request.output_format is not None:
        yield Hit((request, "output_format"), what="a format, where the answer is begun already")
    if isinstance(config, OutputConfig) and config.format is not None:
        yield Hit((config, "format"), what="a format, where the answer is begun already")
    end = last.last if isinstance(last.last, str) else last.last.text
    if end and end[-1].isspace():
        place = (last.messages[-1], "content") if isinstance(last.last, str) else (last.last, "text")
        yield Hit(place, what="white space at the end of the begun answer", label="ends in white space")

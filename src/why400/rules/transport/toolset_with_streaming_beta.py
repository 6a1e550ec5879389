"""A toolset is sent together with the old beta for fine-grained tool streaming.

## What happens
`tools` has a toolset entry, and `anthropic-beta` names `fine-grained-tool-streaming-2025-05-14`.

## Why the API refuses it
The old beta changes how tool inputs are streamed, which toolsets do not take. Usual ways there: a client that adds
the header to all its requests.

## Example
```json betas=fine-grained-tool-streaming-2025-05-14 model=claude-opus-5-5
{"tools": [{"type": "browser_toolset_20260801"}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "browser_toolset_20260801"}]}
```

## Fix
None: take the beta out of the header. `eager_input_streaming` on a tool of your own does the same.
"""

from why400.rules import Conversation, Header, Hit, rule

_BETA = "fine-grained-tool-streaming-2025-05-14"


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="browser_toolset_20260801 computer_toolset_20260801",
    source="rules-beyond toolset-legacy-streaming-beta",
    cause="a toolset does not go with the beta {beta}",
    mend="take {beta} out of anthropic-beta",
)
def toolset_with_streaming_beta(talk: Conversation) -> Hit | None:
    return Hit(Header("anthropic-beta"), beta=_BETA) if talk.context.has_beta(_BETA) else None

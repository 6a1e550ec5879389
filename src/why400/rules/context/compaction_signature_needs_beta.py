"""A signed compaction block comes back under the beta of the other kind only.

## What happens
A compaction block with a `signature` is in the history, and of the two betas of compaction only compact-2026-01-12 is sent.

## Why the API refuses it
Signed blocks are made under compact-2026-09-04, and every later request that carries one has to send that beta. Usual way there: a client
that goes over to compaction on demand, and adds the beta to the request for the summary only.

## Example
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"messages": [{"role": "assistant", "content": [{"type": "compaction", "content": "They said a.", "signature": "EpYB…"}]},
  {"role": "user", "content": "go on"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"messages": [{"role": "assistant", "content": [{"type": "compaction", "content": "They said a.", "signature": "EpYB…"}]},
  {"role": "user", "content": "go on"}]}
```

## Fix
None: send anthropic-beta: compact-2026-09-04 with it.
"""

from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.context import REQUEST_BETA, THRESHOLD_BETA, summaries


@rule(
    status=400,
    error="invalid_request_error",
    evidence="observed",  # of the sentence only the end is known: "`signature` requires anthropic-beta: compact-2026-09-04"
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=84,
    source="measured o55d-replay-signed-other-beta corpus dev-790",
    cause="a signed compaction block needs the beta {beta}",
    mend="send anthropic-beta: {beta} with every request that carries the block",
)
def compaction_signature_needs_beta(talk: Conversation) -> Hits:
    context = talk.context
    if context.has_beta(REQUEST_BETA) is not False or context.has_beta(THRESHOLD_BETA) is not True:
        return  # without either the block itself is unknown
    for block in summaries(talk):
        if block.signature is not None:
            yield Hit((block, "signature"), beta=REQUEST_BETA, label="not taken without its beta")
            return

"""A compaction block lacks its signature.

## What happens
Under the beta compact-2026-09-04, a compaction block with a summary comes back without the `signature` it was returned with.

## Why the API refuses it
The signature proves that the summary is the API's own. Usual ways there: a client that stores the text only, a block made under
compact-2026-01-12, which has none.

## Example
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"messages": [{"role": "assistant", "content": [{"type": "compaction", "content": "They said a."}]}, {"role": "user", "content": "go on"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"messages": [{"role": "assistant", "content": [{"type": "compaction", "content": "They said a.", "signature": "EpYB…"}]},
  {"role": "user", "content": "go on"}]}
```

## Fix
None: send the block as it was returned; for blocks of the older kind send the older beta and its edit.
"""

from why400.rules import Conversation, Hit, Hits, Says, plain_path, rule
from why400.rules.context import REQUEST_BETA, THRESHOLD_BETA, summaries


@rule(
    says=[
        Says(
            "{path}: a `compaction` block with `content` requires its `signature`: send the block exactly as it was returned",
            since="2026-10",
            source="corpus dev-473 measured o55d-replay-threshold-other-beta",
        ),
        Says("a `compaction` block with `content` requires its `signature`", since="2026-09", when="answer", source="corpus dev-371"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=85,
    cause="a compaction block with content needs its signature",
    mend="send the block exactly as it was returned",
)
def compaction_signature_missing(talk: Conversation) -> Hits:
    context = talk.context
    if context.has_beta(REQUEST_BETA) is not True or context.has_beta(THRESHOLD_BETA) is not False:
        return
    for block in summaries(talk):
        if block.signature is None:
            yield Hit(block, path=plain_path(block), label="has no signature")

"""A compaction block is not the first of the conversation, or not the only one.

## What happens
Under the beta compact-2026-09-04, a signed compaction block stands behind other content, in a system message, or beside a second one.

## Why the API refuses it
The summary stands for everything before it, so nothing may come before it, and only the newest counts. Usual ways there: appending the
block to the history without taking the history away.

## Example
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "compaction", "content": "They said a.",
  "signature": "EpYB…"}]},
  {"role": "user", "content": "go on"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"messages": [{"role": "assistant", "content": [{"type": "compaction", "content": "They said a.", "signature": "EpYB…"}]},
  {"role": "user", "content": "go on"}]}
```

## Fix
None: begin the conversation with the newest compaction block and leave out what came before it.
"""

from why400.rules import Also, Conversation, Hit, Hits, rule
from why400.rules.context import REQUEST_BETA, THRESHOLD_BETA, summaries


@rule(
    codes=("compaction_block_ambiguous", "compaction_block_misplaced"),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=86,
    source="rules-messages code-compaction-block-misplaced code-compaction-block-ambiguous "
    "rules-beyond errcode-compaction-block-misplaced errcode-compaction-block-ambiguous",
    cause="a compaction block has to be the first block of the conversation, and the only one",
    mend="begin with the newest one and leave out what came before",
)
def compaction_block_misplaced(talk: Conversation) -> Hits:
    context = talk.context
    if context.has_beta(REQUEST_BETA) is not True or context.has_beta(THRESHOLD_BETA) is not False:
        return
    signed = [block for block in summaries(talk) if block.signature is not None]
    if not signed:
        return
    first = talk.all_turns[0]
    if len(signed) > 1:
        yield Hit(signed[-1], label="the second one", also=(Also(signed[0], "the first one"),))
    elif not first.content or first.content[0] is not signed[0] or first.role == "system":
        yield Hit(signed[0], label="not the first block")

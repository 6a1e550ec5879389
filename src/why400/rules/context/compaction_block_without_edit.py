"""A compaction block comes back without the edit that made it.

## What happens
The history has a compaction block, made by `compact_20260112`, and the request does not have that edit any more.

## Why the API refuses it
Under the beta compact-2026-01-12 the edit says what the block means. Usual ways there: a conversation taken up by other code, edits sent
only from some length on.

## Example
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "compaction", "content": "They said a."}]},
  {"role": "user", "content": "go on"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112"}]},
 "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "compaction", "content": "They said a."}]},
  {"role": "user", "content": "go on"}]}
```

## Fix
Adds the edit. Unsafe: the history may be compacted again.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule
from why400.rules.context import REQUEST_BETA, THRESHOLD_BETA, compacts, summaries


@rule(
    says=[
        Says(
            "{path}: `compaction` blocks require a `compact_{day:n}` strategy in `context_management.edits`.",
            since="2026-09",
            source="measured co-compaction-no-edit o55d-replay-threshold-no-edit corpus dev-475",
        ),
        Says(
            "`compaction` blocks require a `compact_{day:n}` strategy in `context_management.edits`.",
            since="2026-09",
            when="answer",
            source="corpus dev-394",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=84,
    cause="a compaction block needs the edit compact_{day} in context_management.edits",
    mend="send the edit along as long as the block is in the history",
)
def compaction_block_without_edit(talk: Conversation) -> Hits:
    threshold = talk.context.has_beta(THRESHOLD_BETA)
    if threshold is False or compacts(talk):
        return
    # where the betas are not known, or both are sent, the API may miss the signature instead
    sure = threshold is True and talk.context.has_beta(REQUEST_BETA) is False
    for block in summaries(talk):
        if block.signature is None:
            yield Hit(
                block,
                path=plain_path(block),
                severity=None if sure else "warning",
                day="20260112",
                keep=talk.request,
                label="its edit is missing",
            )
            return


@compaction_block_without_edit.mends(safe=False)
def add_edit(hit: Hit) -> Iterator[Edit]:
    """Adds the edit."""
    edit = {"type": "compact_20260112"}
    config = hit.keep.context_management
    if config is None:
        yield Edit.add(hit.keep, "context_management", {"edits": [edit]})
    elif config.edits is None:
        yield Edit.add(config, "edits", [edit])
    else:
        yield Edit.insert((config, "edits", len(config.edits)), edit)

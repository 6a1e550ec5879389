"""A compaction block has an empty summary.

## What happens
The `content` of a compaction block is the empty string.

## Why the API refuses it
A summary says something, or is `null` where compaction failed; such a block is passed over. Usual ways there: code that writes "" for
null.

## Example
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112"}]},
 "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "compaction", "content": ""}]}, {"role": "user",
  "content": "b"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-01-12
{"context_management": {"edits": [{"type": "compact_20260112"}]},
 "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "compaction", "content": null}]},
  {"role": "user", "content": "b"}]}
```

## Fix
Writes null, which is what a failed compaction gives. Unsafe: the summary is lost for good.
"""

from why400.contract.views.blocks import CompactionBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule, tagged_path


@rule(
    says=[Says("{path}: content cannot be empty", since="2026-10", source="measured co-compaction-empty corpus dev-477")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="compaction",
    source="rules-messages compaction-content-empty rules-beyond compaction-block-empty",
    cause="the summary of a compaction block is empty",
    mend="write null, or send the block as it was returned",
)
def compaction_block_empty(talk: Conversation) -> Hits:
    for block in talk.blocks(CompactionBlock):
        if block.content == "":
            yield Hit((block, "content"), path=tagged_path(block, "content"), label="empty")


@compaction_block_empty.mends(safe=False)
def nothing(hit: Hit) -> Edit:
    """Writes null."""
    return Edit.replace(hit.place, None)

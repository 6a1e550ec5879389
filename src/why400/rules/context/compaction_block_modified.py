"""A compaction block is not as it was returned.

## What happens
A compaction block comes back with another content, signature or list of tool changes than the API gave.

## Why the API refuses it
The signature covers the summary and the tool changes recorded with it. Usual ways there: trimming or translating the summary, dropping
members that a client does not know, a block from another conversation.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "…", "details": {"error_code": "compaction_content_mismatch"}}}
```

## Fix
Store and send the block whole and unchanged. Where it is lost, leave it out and send the messages themselves.
"""

from why400.rules import rule


@rule(
    codes=("compaction_content_mismatch", "compaction_signature_invalid", "compaction_tool_changes_mismatch"),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="answer",
    source="rules-messages code-compaction-content-mismatch code-compaction-signature-invalid code-compaction-tool-changes-mismatch",
    cause="the compaction block differs from the one that the API returned",
    mend="send the block exactly as it was returned",
)
def compaction_block_modified() -> None: ...

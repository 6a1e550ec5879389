"""A thinking block is sent back after the history before it has changed.

## What happens
`system`, `tools` or an earlier message is no longer what it was when the block was made.

## Why the API refuses it
From Fable 5.1 and Opus 5.5 on thinking is bound to what led to it. Usual ways there: a date or a reminder written into the system prompt
anew each turn, history trimmed at the front, tools added or reordered.

## Example
```text
messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation.
Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". Content before this
block differs from when it was created, first at `messages.0.content.0`.
```

## Fix
Keep what stands before the block as it was; or take the thinking blocks of finished turns away; or let the API drop them:
`thinking.block_binding.prefix_mismatch_behavior: "drop_block"` with the beta `thinking-binding-controls-2026-08-01`.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{path}: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove "
            'the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". Content before this '
            "block differs from when it was created, first at `{where:word}`.",
            since="2026-09-26",
            source="measured o55c-binding-error-edited o55c-count-binding-error-edited corpus dev-481",
        ),
        Says(
            "{path}: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove "
            'the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". Content that '
            "preceded this block when it was created is missing from this request, starting at `{where:word}`.",
            since="2026-09-23",
            source="measured or-binding-error-cue-removed",
        ),
        Says(
            "{path}: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove "
            'the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". That setting '
            "requires the `{beta:word}` value in the `anthropic-beta` header. The `system` prompt differs from the "
            "one this block was created with.",
            since="2026-09",
            source="corpus dev-099",
        ),
        Says(
            "{path}: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove "
            'the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block". {why:rest}',
            source="rules-messages thinking-prefix-check",
        ),
        Says(
            "{path}: When providing `thinking` or `redacted_thinking` blocks, all preceding prompt sections (including system, tools, and "
            "thinking configuration) must match the parameters during the original request.",
            since="2025-03",
            when="answer",
            source="public danny-avila/LibreChat#6601",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the thinking block was made after another history than this request holds",
    mend="keep the history before the block unchanged, or drop the block",
)
def thinking_block_bound_elsewhere() -> None:
    """Only answers show this: what stood before the block is not in the request."""

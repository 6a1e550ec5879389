"""Fast mode is asked for where it does not exist.

## What happens
`speed: fast` is sent to a cloud platform, where only the Claude API has fast mode.

## Why the API refuses it
Bedrock, Google Cloud, Foundry and Claude Platform on AWS do not offer it; nor does it go with Priority Tier. No answer has been seen, so
this warns.

## Example
```json platform=foundry model=claude-opus-5-5 betas=fast-mode-2026-02-01
{"speed": "fast"}
```

## Use instead
```json platform=foundry model=claude-opus-5-5
{}
```

## Fix
None: leave it out there.
"""

from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="speed",
    source="rules-messages speed-no-batch rules-beyond fast-mode-exclusions",
    cause="{platform} has no fast mode",
    mend="take speed away",
)
def speed_with_batch_or_priority(talk: Conversation) -> Hit | None:
    platform = talk.context.platform
    if talk.request.speed != "fast" or platform == "anthropic":
        return None
    return Hit((talk.request, "speed"), platform=platform)

"""The system prompt holds Claude Code's reserved billing line.

## What happens
A text of `system` begins with `x-anthropic-billing-header`.

## Why the API refuses it
Claude Code puts this line into its own requests, where the service takes it out. From elsewhere it is refused. Usual way there: a proxy
that sends on what Claude Code sent, under another key.

## Example
```json
{"system": [{"type": "text", "text": "x-anthropic-billing-header: cc_version=2.1.0;"}, {"type": "text", "text": "Be brief."}]}
```

## Use instead
```json
{"system": [{"type": "text", "text": "Be brief."}]}
```

## Fix
Takes the block away. Unsafe: where the line is accepted it says who pays.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Says, rule

_LINE = "x-anthropic-billing-header"
_OWN_BETAS = ("claude-code-20250219", "oauth-2025-04-20")


@rule(
    says=[
        Says(
            "x-anthropic-billing-header is a reserved keyword and may not be used in the system prompt.",
            since="2026-01",
            source="corpus dev-356 dev-697",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="system",
    order=25,
    cause="the system prompt holds the reserved line x-anthropic-billing-header",
    mend="take the line out of system",
)
def billing_header_reserved(talk: Conversation) -> Hit | None:
    system, own = talk.request.system, talk.context.has_beta(*_OWN_BETAS)
    if own:
        return None  # a request of Claude Code itself
    if isinstance(system, str):
        return Hit((talk.request, "system"), label="reserved") if _reserved(system) else None
    lines = [block for block in system or [] if isinstance(block.text, str) and _reserved(block.text)]
    if not lines or system is None:
        return None
    perhaps_own = own is None and talk.context.platform == "anthropic" and len(system) > len(lines)
    return Hit(lines[0], severity="warning" if perhaps_own else None, keep=(lines, len(system)), label="reserved")


def _reserved(text: str) -> bool:
    start = text[: len(_LINE)].lower()
    return start == _LINE or (start[:1].isspace() and text.lstrip()[: len(_LINE)].lower() == _LINE)


@billing_header_reserved.mends(safe=False)
def take_away(hit: Hit) -> Iterator[Edit]:
    """Removes the blocks, where others are left."""
    lines, count = hit.keep or ([], 0)
    if len(lines) < count:
        for block in lines:
            yield Edit.remove(block)

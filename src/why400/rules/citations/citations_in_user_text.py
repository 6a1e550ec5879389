"""A text of the user carries citations.

## What happens
Under API version 2026-10-21, a text block in a user message (or in a search result there) has a list of `citations` that is not empty.

## Why the API refuses it
Citations are what the model's answers have; in input they never meant anything, and this version refuses them. Usual ways there: an answer
put back into the conversation as a message of the user.

## Example
```json api_version=2026-10-21
{"messages": [{"role": "user", "content": [{"type": "text", "text": "The sky is blue.", "citations": [{"type": "char_location",
  "cited_text": "blue", "document_index": 0, "document_title": null, "start_char_index": 0, "end_char_index": 4}]}]}]}
```

## Use instead
```json api_version=2026-10-21
{"messages": [{"role": "user", "content": [{"type": "text", "text": "The sky is blue."}]}]}
```

## Fix
Takes the citations away. Unsafe: they were part of what was sent, even if unread.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import SearchResultBlock, TextBlock
from why400.rules import Conversation, Edit, Hit, Hits, rule

_REFUSED_FROM = "2026-10-21"


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=59,
    needs="version:2026-10-21",
    source="rules-messages v20261021-no-citations-in-user-text rules-beyond v2026-citations-in-user-text",
    cause="a text of the user has citations, which API version {version} refuses",
    mend="take citations away there",
)
def citations_in_user_text(talk: Conversation) -> Hits:
    if talk.context.api_version < _REFUSED_FROM:
        return
    for text in _user_texts(talk):
        if text.citations:
            yield Hit((text, "citations"), version=talk.context.api_version, label="not in a message of the user")


def _user_texts(talk: Conversation) -> Iterator[TextBlock]:
    for turn in talk.turns("user"):
        yield from turn.blocks(TextBlock)
    for result in talk.everywhere(SearchResultBlock):
        yield from (text for text in result.content or [] if isinstance(text, TextBlock))


@citations_in_user_text.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the citations."""
    return Edit.remove(hit.place)

"""A citation that is sent back ends where it begins, or before.

## What happens
`end_block_index` (`end_char_index`, `end_page_number`) of a citation is not greater than its start.

## Why the API refuses it
The end is the first place that is not cited any more. Usual ways there: citations written by hand, an end that was read as inclusive.

## Example
```json
{"messages": [
  {"role": "user", "content": [{"type": "document", "citations": {"enabled": true},
    "source": {"type": "content", "content": [{"type": "text", "text": "Grass is green."}]}}, {"type": "text", "text": "Grass?"}]},
  {"role": "assistant", "content": [{"type": "text", "text": "Green.", "citations": [{"type": "content_block_location",
    "cited_text": "Grass is green.", "document_index": 0, "document_title": null, "start_block_index": 0, "end_block_index": 0}]}]},
  {"role": "user", "content": "Thanks."}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": [{"type": "document", "citations": {"enabled": true},
    "source": {"type": "content", "content": [{"type": "text", "text": "Grass is green."}]}}, {"type": "text", "text": "Grass?"}]},
  {"role": "assistant", "content": [{"type": "text", "text": "Green.", "citations": [{"type": "content_block_location",
    "cited_text": "Grass is green.", "document_index": 0, "document_title": null, "start_block_index": 0, "end_block_index": 1}]}]},
  {"role": "user", "content": "Thanks."}]}
```

## Fix
None: send the citation as it was returned.
"""

from why400.contract.views.blocks import (
    CharLocationCitation,
    ContentBlockLocationCitation,
    PageLocationCitation,
    SearchResultLocationCitation,
    TextBlock,
)
from why400.rules import Conversation, Hit, Hits, rule

_RANGES: dict[type, tuple[str, str]] = {
    CharLocationCitation: ("start_char_index", "end_char_index"),
    ContentBlockLocationCitation: ("start_block_index", "end_block_index"),
    PageLocationCitation: ("start_page_number", "end_page_number"),
    SearchResultLocationCitation: ("start_block_index", "end_block_index"),
}


@rule(
    status=400,
    error="invalid_request_error",
    evidence="inferred",
    side="request",
    retry="never",
    phase="conversation",
    severity="warning",
    needs="text.citations",
    order=65,
    source="rules-messages citation-param-indices",
    cause="the citation begins at {start} and ends at {end}",
    mend="send the citation as it was returned; the end is exclusive",
)
def citation_range_empty(talk: Conversation) -> Hits:
    for block in talk.blocks(TextBlock):
        for citation in block.citations or ():
            first, last = _RANGES.get(type(citation), ("", ""))
            start, end = getattr(citation, first, None), getattr(citation, last, None)
            if not isinstance(start, int) or not isinstance(end, int):
                continue
            # the documentation prints an answer whose citation of a search result begins and ends at 0 (search-results, 2026-01)
            if end < start or (end == start and not isinstance(citation, SearchResultLocationCitation)):
                yield Hit((citation, last), start=start, end=end, label="not behind the start")

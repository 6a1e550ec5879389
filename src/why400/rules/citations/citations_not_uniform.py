"""Only some of the documents may be cited.

## What happens
Citations are enabled on one document of the request and not on another.

## Why the API refuses it
They are on for all documents of a request or for none; without `citations` they are off. Usual ways there: a second document added without
the setting, an old document in the history.

## Example
```json
{"messages": [{"role": "user", "content": [
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "One"}, "citations": {"enabled": true}},
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Two"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "One"}, "citations": {"enabled": true}},
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Two"}, "citations": {"enabled": true}}]}]}
```

## Fix
Enables them on the others too. Unsafe: answers will cite those as well.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import DocumentBlock
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule
from why400.rules.citations import enable, enabled


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="document",
    order=60,
    source="rules-messages citations-all-or-none rules-beyond document-citations-all-or-none",
    cause="citations are enabled on {on} of {all} documents; it has to be all or none",
    mend="enable citations on all documents, or on none",
)
def citations_not_uniform(talk: Conversation) -> Hits:
    documents = talk.blocks(DocumentBlock)
    off = [one for one in documents if not enabled(one)]
    if off and len(off) < len(documents):
        first_on = next(one for one in documents if enabled(one))
        yield Hit(
            off[0],
            on=len(documents) - len(off),
            all=len(documents),
            keep=off,
            label="citations are off here",
            also=(Also(first_on, "and on here"),),
        )


@citations_not_uniform.mends(safe=False)
def enable_all(hit: Hit) -> Iterator[Edit]:
    """Enables citations on the documents without."""
    for block in hit.keep:
        yield enable(block)

"""The PDF is damaged, or no PDF at all.

## What happens
A document says that it is a PDF, and its bytes are something else.

## Why the API refuses it
A PDF has to begin as one and to open. Usual ways there: a text or an office file renamed to .pdf, a login page that was downloaded in its
place, a file cut in two.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
  "data": "UGxlYXNlIGxvZyBpbiB0byBkb3dubG9hZCB0aGlzIGZpbGUu"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "text", "media_type": "text/plain",
  "data": "Please log in to download this file."}}]}]}
```

## Fix
None: send the real file; send plain text as a text source, an image as an image.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_pdfs, pdf_path


@rule(
    says=[
        Says("{path}: The PDF specified was not valid.", since="2026-01", source="corpus dev-211 dev-094"),
        Says("The PDF specified was not valid", since="2026-01", when="answer", source="corpus dev-278"),
        Says("Could not process PDF", since="2025-08", source="corpus dev-035"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="document nested:document",
    order=73,
    source="rules-beyond pdf-unprocessable",
    cause="the bytes are no PDF but {actual} || the bytes cannot be read as a PDF",
    mend="send the real file, or its text as a text source",
)
def pdf_unprocessable(talk: Conversation) -> Hits:
    for document, source, facts in embedded_pdfs(talk):
        empty = facts.fault is not None and facts.fault.kind == "empty"
        if empty or (facts.fault is None and facts.media_type != "application/pdf"):
            actual = "nothing at all" if empty else facts.media_type or "something else"
            yield Hit((source, "data"), path=pdf_path(document), actual=actual, label=f"no PDF but {actual}")

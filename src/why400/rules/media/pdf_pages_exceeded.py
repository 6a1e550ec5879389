"""A PDF has more pages than the model takes.

## What happens
The PDFs of a request have more than 100 pages, or 600 on models with a context of a million tokens.

## Why the API refuses it
Each page is read as text and as a picture. A PDF in the history counts in each later turn again, so that the conversation stays refused.

## Example
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
  "data": "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvUGFnZXMvQ291bnQgMTAxL0tpZHNbXT4+ZW5kb2JqCnRyYWlsZXI8PC9Sb290IDEgMCBSPj4KJSVFT0YK"}}]}]}
```

## Use instead
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
  "data": "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvUGFnZXMvQ291bnQgMS9LaWRzW10+PmVuZG9iagp0cmFpbGVyPDwvUm9vdCAxIDAgUj4+CiUlRU9GCg=="}}]}]}
```

## Fix
None: split the file, send the pages that matter, or its text.
"""

from why400.contract import limits
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_pdfs, images_allowed, pdf_path


@rule(
    says=[
        Says(
            "{path}: A maximum of {limit:n} PDF pages may be provided.",
            since="2025-08",
            when="one",
            source="corpus dev-209 rules-beyond pdf-max-pages-100",
        ),
        Says("A maximum of {limit:n} PDF pages may be provided.", since="2025-08", when="all", source="corpus dev-004"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="document nested:document",
    order=75,
    source="rules-beyond pdf-max-pages-600",
    cause="{pages} pages of PDF; {limit} are the most",
    mend="split the file, or send only the pages that matter",
)
def pdf_pages_exceeded(talk: Conversation) -> Hits:
    wide = limits.find("pdf_pages", talk.context.platform, on=talk.context.on)
    if wide is None:
        return
    limit = min(wide.value, images_allowed(talk) or wide.value)
    sum_of_pages = 0
    reported = False
    last = None
    for document, source, facts in embedded_pdfs(talk):
        pages = facts.pdf.pages if facts.fault is None and facts.pdf is not None else None
        if pages is None:
            continue
        last = document
        sum_of_pages += pages
        if pages > limit:
            reported = True
            on_bedrock = talk.context.platform == "bedrock" and pages <= wide.value
            yield Hit(
                (source, "data"),
                path=pdf_path(document),
                when="one",
                severity="warning" if on_bedrock else None,
                pages=pages,
                limit=limit,
                label=f"{pages} pages",
            )
    if last is not None and sum_of_pages > limit and not reported:
        yield Hit(last, when="all", pages=sum_of_pages, limit=limit, label=f"with this one {sum_of_pages} pages")

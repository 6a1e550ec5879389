"""The PDF is protected by a password.

## What happens
A document is a PDF with encryption.

## Why the API refuses it
It has no password to open it with. The check warns only: a file that anybody can open, and that merely forbids printing or copying, is
encrypted too and may pass.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
  "data": "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvUGFnZXM+PmVuZG9iagp0cmFpbGVyPDwvRW5jcnlwdCAyIDAgUj4+CiUlRU9GCg=="}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "base64", "media_type": "application/pdf",
  "data": "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvUGFnZXMvQ291bnQgMS9LaWRzW10+PmVuZG9iagp0cmFpbGVyPDwvUm9vdCAxIDAgUj4+CiUlRU9GCg=="}}]}]}
```

## Fix
None: take the protection away (for instance by printing it to a new PDF) and send that.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_pdfs, pdf_path


@rule(
    says=[
        Says("{path}: The PDF specified is password protected", since="2026-01", source="corpus dev-210"),
        Says("{path}: The PDF specified is password protected{tail:rest}", since="2026-01", when="answer", source="corpus dev-210"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="document nested:document",
    order=77,
    source="rules-beyond pdf-no-encryption",
    severity="warning",
    cause="the PDF is encrypted, and may want a password",
    mend="send a copy without protection",
)
def pdf_encrypted(talk: Conversation) -> Hits:
    for document, source, facts in embedded_pdfs(talk):
        if facts.fault is None and facts.pdf is not None and facts.pdf.encrypted:
            yield Hit((source, "data"), path=pdf_path(document), label="encrypted")

"""The API cannot fetch the URL.

## What happens
An image or document is given by URL, and the API gets nothing from there.

## Why the API refuses it
The service fetches the URL itself, from outside and without your cookies. Usual ways there: localhost or an address of an inner network,
a signed URL that has expired, a host that wants a login or refuses robots. In a request the check sees only hosts that nobody outside can
reach.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "url", "url": "http://localhost:3000/cat.png"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: send the bytes as base64, upload the file, or put it where anybody can fetch it.
"""

from why400.contract.views.blocks import URLImageSource, URLPDFSource
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import images_and_documents, unreachable_host


@rule(
    says=[
        Says(
            "Unable to download the file. Please verify the URL and try again.",
            since="2026-09",
            source="measured ba-item-image-url-unreachable xl-image-url-unreachable corpus dev-683 dev-684 dev-685 dev-814",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="after-fix",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=80,
    source="rules-beyond image-count-tokens-no-fetch",
    cause="the API cannot fetch the URL: nobody outside reaches {host}",
    mend="send the bytes as base64",
)
def media_url_unreachable(talk: Conversation) -> Hits:
    if talk.context.endpoint.endswith("/count_tokens"):
        return  # nothing is fetched for counting
    for block in images_and_documents(talk):
        source = block.source
        if isinstance(source, URLImageSource | URLPDFSource) and isinstance(source.url, str):
            host = unreachable_host(source.url)
            if host is not None:
                yield Hit((source, "url"), host=host, label=f"nobody outside reaches {host}")

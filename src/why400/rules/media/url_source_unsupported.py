"""The platform takes no image or document by URL or file id.

## What happens
A `source` of type `url` or `file` is sent to Amazon Bedrock or Google Cloud.

## Why the API refuses it
These platforms fetch nothing and have no Files API. Usual ways there: code written for the Claude API and moved, a gateway that passes
sources on as they are.

## Example
```json platform=bedrock endpoint=/model/anthropic.claude-sonnet-4-6/invoke
{"anthropic_version": "bedrock-2023-05-31", "$delete": ["model"],
 "messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "url", "url": "https://www.anthropic.com/a.png"}}]}]}
```

## Use instead
```json platform=bedrock endpoint=/model/anthropic.claude-sonnet-4-6/invoke
{"anthropic_version": "bedrock-2023-05-31", "$delete": ["model"],
 "messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: fetch the file yourself and send its bytes as base64.
"""

from why400.contract import platforms
from why400.contract.views.blocks import DocumentBlock, ImageBlock
from why400.rules import ApiPath, Conversation, Hit, Hits, Says, rule
from why400.rules.media import images_and_documents


@rule(
    says=[
        Says("{path}: URL sources are not supported", since="2025-12", when="url", source="rules-beyond image-url-not-supported-partner"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=65,
    source="rules-beyond bedrock-unsupported vertex-unsupported files-platforms",
    cause="{platform} takes no source of type {kind} || there is no fetching of URLs there: a source has to bring its bytes",
    mend="send the bytes as base64",
)
def url_source_unsupported(talk: Conversation) -> Hits:
    served = platforms.find(talk.context.platform)
    if served is None or not served.refuses_sources:
        return
    for block in images_and_documents(talk):
        kind = str(block.source.__struct_config__.tag) if block.source is not None else ""
        if kind in served.refuses_sources:
            yield Hit(block.source, path=_path(block), when=kind, platform=served.title, kind=kind, label=f"not on {served.title}")


def _path(block: ImageBlock | DocumentBlock) -> ApiPath:
    return ApiPath(block, ("source",), "tagged", ".base64.data")

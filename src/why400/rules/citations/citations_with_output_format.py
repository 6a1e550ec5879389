"""Citations are wanted together with a fixed output format.

## What happens
A document or search result has citations enabled, and the request has `output_config.format` (or the old `output_format`).

## Why the API refuses it
Citations are put between stretches of text; an answer in a JSON format has no room for them.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}},
 "messages": [{"role": "user", "content": [
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "One"}, "citations": {"enabled": true}}]}]}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}},
 "messages": [{"role": "user", "content": [
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "One"}}]}]}
```

## Fix
None: choose one of the two; where both are needed, ask twice.
"""

from why400.rules import Also, Conversation, Hit, Hits, rule
from why400.rules.citations import citable, enabled


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="output_config output_format",
    order=62,
    source="rules-messages format-vs-citations rules-beyond citations-vs-structured-output",
    cause="citations and a fixed output format exclude each other",
    mend="leave out one of the two",
)
def citations_with_output_format(talk: Conversation) -> Hits:
    request = talk.request
    config = request.output_config
    if config is not None and config.format is not None:
        place: tuple[object, ...] = (config, "format")
    elif request.output_format is not None:
        place = (request, "output_format")
    else:
        return
    cited = next((block for block in citable(talk) if enabled(block)), None)
    if cited is not None:
        yield Hit((cited, "citations"), label="citations are on here", also=(Also(place, "and the format is fixed here"),))

"""Converse refuses a block or member for that model.

## What happens
A Converse request to a Claude model has a `video` block, or an image that is named by its place in S3.

## Why the API refuses it
Converse is one form for many models; it knows the block, the model behind it does not. Usual ways there: a framework that hands every
attachment on in the same way, a history that was begun with another model.

## Example
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [
  {"text": "What is in it?"}, {"video": {"format": "mp4", "source": {"bytes": "AAAA"}}}]}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [
  {"text": "What is in it?"}, {"image": {"format": "png", "source": {"bytes": "AAAA"}}}]}]}
```

## Fix
None: send frames of a video as images; read the object from S3 and send its `bytes`.
"""

from why400.rules import Call, Hit, Hits, Pointer, Says, rule
from why400.rules.platforms.converse import is_claude, pieces


@rule(
    says=[
        Says(
            "This model doesn't support the {name:word} content block that you provided. Update the content block and try again.",
            source="cassette pydantic-ai",
            on="bedrock",
            when="block",
        ),
        Says(
            "This model doesn't support the {name:word} field. Remove {name} and try again.",
            source="cassette pydantic-ai",
            on="bedrock",
            when="member",
        ),
        Says(
            "This model doesn't support {name} in streaming mode.",
            since="2026-04",
            source="public earendil-works/pi#3739",
            on="bedrock",
            when="answer",
        ),
        Says("This model doesn{mark}t support {name} content block {tail}", source="cassette pydantic-ai", on="bedrock", when="answer"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    origin="platform",
    cause="the model does not take {name}",
    mend="take it out, or use a model that knows it",
)
def bedrock_converse_block_unsupported(call: Call) -> Hits:
    sure = None if is_claude(call) else "warning"
    for piece in pieces(call):
        if piece.kind == "video":
            yield Hit(Pointer(piece.keys), name="video", when="block", severity=sure, label="a video")
        elif piece.kind == "image" and isinstance(piece.source.get("s3Location"), dict):
            place = Pointer((*piece.keys, "source", "s3Location"))
            yield Hit(place, name="s3Uri", when="member", severity=sure, label="send the bytes instead")

"""The model cannot count tokens on Bedrock.

## What happens
CountTokens was asked for with an inference profile (`us.anthropic.…`, `global.anthropic.…`, an ARN of one), or with a model that does
not offer it.

## Why the API refuses it
Counting is offered by foundation models, under their own ids, and by some of them only; profiles do not carry it. Usual way there: the id
that the messages go to, taken for counting too.

## Example
```http
POST /model/us.anthropic.claude-sonnet-4-20250514-v1%3A0/count-tokens HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"input": {"converse": {"messages": [{"role": "user", "content": [{"text": "Hello"}]}]}}}
```

## Use instead
```http
POST /model/anthropic.claude-sonnet-4-20250514-v1%3A0/count-tokens HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"input": {"converse": {"messages": [{"role": "user", "content": [{"text": "Hello"}]}]}}}
```

## Fix
None: use the id without `us.`, `eu.`, `global.`. Models that are reached through profiles only are counted at the Messages endpoint of
bedrock-mantle, or on the Claude API.
"""

import re

from why400.contract import models
from why400.rules import Call, Hit, Says, UrlPath, rule
from why400.rules.platforms.converse import addressed

_PROFILE = re.compile(r"(?:[a-z]{2,6}(?:-[a-z]{2,4})?\.anthropic\.claude|arn:aws[a-z-]*:bedrock:[^/]*:inference-profile/)")
_NOT_COUNTED = ("claude-opus-4-7", "claude-opus-4-8", "claude-sonnet-5", "claude-opus-5", "claude-fable-5")  # tried in August 2026


@rule(
    says=[
        Says("The provided model doesn't support counting tokens.", source="cassette pydantic-ai", on="bedrock"),
        Says("The provided model doesn{mark}t support counting tokens{tail}", source="cassette pydantic-ai", on="bedrock", when="answer"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="url",
    origin="platform",
    source="public 57500835865 60321644579",
    cause="Bedrock does not count tokens for this model id",
    mend="use the foundation model's own id instead of an inference profile",
)
def bedrock_count_tokens_unsupported(call: Call) -> Hit | None:
    name, operation = addressed(call)
    if operation != "count-tokens":
        return None
    if _PROFILE.match(name):
        return Hit(UrlPath(), label="an inference profile")
    model = models.find(name, "bedrock")
    if model is not None and model.id in _NOT_COUNTED:
        return Hit(UrlPath(), severity="warning", label="a model that has been seen not to count")
    return None

"""The model needs an inference profile's id.

## What happens
A model is called by its base id, and Bedrock serves it through inference profiles only.

## Why the API refuses it
Since Claude 3.7 models run in several regions at once; a profile (`us.`, `eu.`, `apac.`, `global.` …) says which. Usual ways there: the
id copied from the model card, an old configuration with a new model.

## Example
```http
POST /model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: only you know in which regions your data may go. The profile's id is the base id with `us.`, `eu.`, `apac.` or `global.` in front,
or its ARN.
"""

import re

from why400.rules import Conversation, Hit, Hits, Says, UrlPath, rule

# Base ids with a date, from 3.7 on; generations before it are served on demand in some regions, ids without a date are too new to be sure.
_BASE_ID = re.compile(r"anthropic\.claude-(?:3-7-[a-z]+|[a-z]+-[4-9](?:-\d)?)-\d{8}-v\d+(?::\d+)?")
_GOVERNMENT = "us-gov"


@rule(
    says=[
        Says(
            "Invocation of model ID {model} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an "
            "inference profile that contains this model.",
            since="2024-12",
            source="corpus dev-068 dev-069 dev-070 dev-447 dev-448",
        ),
        Says(
            "Invocation of model ID {model} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an "
            "inference profile that contains this model.",
            source="rules-beyond bedrock-on-demand",
            when="answer",
        ),
        Says("Invocation of model ID {model} with on-demand throughput {tail}", source="corpus dev-448", when="answer"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="url",
    needs="platform:bedrock",
    origin="platform",
    cause="Bedrock serves {model} through inference profiles only",
    mend="call it by the profile's id: the same with us., eu., apac. or global. in front, or its ARN",
)
def bedrock_inference_profile_required(talk: Conversation) -> Hits:
    context = talk.context
    model = context.model_id or ""
    if context.platform != "bedrock" or not _BASE_ID.fullmatch(model) or _GOVERNMENT in context.endpoint:
        return
    in_body = talk.request.model is not None
    yield Hit((talk.request, "model") if in_body else UrlPath(), model=model)

"""The publisher model, version or publisher does not exist.

## What happens
Vertex AI finds no model under that path, or the project may not see it.

## Why the API refuses it
Usual ways there: publishers/google instead of publishers/anthropic; a Claude API id (`claude-…-20250929`) instead of
`claude-…@20250929`; a region without the model; not enabled in Model Garden.

## Example
```text
{"error": {"code": 404, "message": "Publisher Model
`projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-6@20260114` was not found or your project does not have
access to it. Please ensure you are using a valid model version. For more information, see:
https://cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions", "status": "NOT_FOUND"}}
```

## Fix
Compare publisher, name, version and region with Model Garden; try the location global.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Publisher Model {name} was not found or your project does not have access to it. Please ensure you are "
            "using a valid model version. For more information, see: {url}",
            since="2026-02",
            source="corpus dev-224 dev-225 dev-573",
            on="vertex",
        ),
        Says("Publisher Model {name} was not found{tail}", since="2026-02", source="corpus dev-225", on="vertex"),
        Says("Publisher Model {name} not found{tail}", since="2026-02", source="corpus dev-225", on="vertex"),
    ],
    status=404,
    error="NOT_FOUND",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="Vertex AI has no model {name} for this project in this region",
    mend="check publisher, name, version and region against Model Garden",
)
def vertex_model_not_found() -> None: ...

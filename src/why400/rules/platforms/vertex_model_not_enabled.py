"""The model is not enabled in Model Garden.

## What happens
The project may not use this publisher model yet.

## Why the API refuses it
Each Claude model is enabled project by project in Model Garden. Usual ways there: another project than the one where
it was enabled; a region that lacks the model.

## Example
```text
{"error": {"code": 400, "message": "Project `my-project` is not allowed to use Publisher Model
`projects/my-project/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-6`", "status": "FAILED_PRECONDITION"}}
```

## Fix
Google Cloud console, Vertex AI, Model Garden: enable the model in that project.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Project `{id}` is not allowed to use Publisher Model `{name}`", since="2024-11", source="corpus dev-214 dev-566", on="vertex"
        ),
        Says(
            "Project {id} is not allowed to use Publisher Model {name} {rest:rest}",
            since="2024-11",
            source="corpus dev-214",
            on="vertex",
            when="answer",
        ),
    ],
    status=400,
    error="FAILED_PRECONDITION",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the project has not enabled this model in Model Garden",
    mend="enable it there, in the project that the message names",
)
def vertex_model_not_enabled() -> None: ...

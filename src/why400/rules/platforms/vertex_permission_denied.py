"""The Google Cloud identity lacks the permission.

## What happens
Google knows who calls, and that identity may not use the endpoint.

## Why the API refuses it
Usual ways there: a service account without the role Vertex AI User; the API not enabled in the project; credentials
of another project.

## Example
```text
{"error": {"code": 403, "message": "Permission 'aiplatform.endpoints.predict' denied on resource
'//aiplatform.googleapis.com/projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-6' (or it may not exist).",
"status": "PERMISSION_DENIED"}}
```

## Fix
Give the identity roles/aiplatform.user in that project; check which identity calls (`gcloud auth list`).
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Permission 'aiplatform.{name}' denied on resource '{path}' (or it may not exist).",
            since="2024-03",
            source="corpus dev-778",
            on="vertex",
        ),
        Says("Permission 'aiplatform.{name}' denied on resource{tail}", since="2024-03", source="corpus dev-778", on="vertex"),
        Says("Permission denied on resource{tail}", since="2024-03", source="corpus dev-778", on="vertex"),
        Says("The caller does not have permission", since="2026-02", source="corpus dev-618", on="vertex"),
    ],
    status=403,
    error="PERMISSION_DENIED",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the Google Cloud identity that calls may not use Vertex AI in this project",
    mend="give it the role Vertex AI User, or call as another identity",
)
def vertex_permission_denied() -> None: ...

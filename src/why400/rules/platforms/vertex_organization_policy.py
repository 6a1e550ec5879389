"""A Google Cloud organization policy forbids the model or feature.

## What happens
The organization that owns the project has a policy that lists what may be used; the message names the constraint.

## Why the API refuses it
constraints/vertexai.allowedModels lists models, allowedPartnerModelFeatures lists features (web_search,
structured_outputs …) of partner models.

## Example
```text
{"error": {"code": 400, "message": "Organization Policy constraint constraints/vertexai.allowedPartnerModelFeatures violated for
`projects/123456789012` attempting to use a disallowed feature web_search for Partner model claude-opus-4-8.", "status":
"FAILED_PRECONDITION"}}
```

## Fix
Whoever owns the organization policy adds the model or feature; until then leave it out.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Organization Policy constraint constraints/vertexai.{name} violated for `projects/{id}` attempting to "
            "use a disallowed feature {feature} for Partner model {model}. Please contact your organization "
            "administrator to fix this violation by adding {rest:rest}",
            since="2026-06",
            source="measured vx-org-policy-structured-outputs corpus dev-760 dev-761",
            on="vertex",
        ),
        Says(
            "Organization Policy constraint constraints/vertexai.{name} violated {rest:rest}", source="corpus dev-544 dev-759", on="vertex"
        ),
        Says("Organization Policy constraint {name} violated {rest:rest}", source="corpus dev-544", on="vertex"),
    ],
    status=400,
    error="FAILED_PRECONDITION",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="a policy of the Google Cloud organization forbids this model or feature",
    mend="ask its administrator to allow it, or leave it out",
)
def vertex_organization_policy() -> None: ...

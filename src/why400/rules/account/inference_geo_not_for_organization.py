"""inference_geo with a kind of organization that lacks it.

## What happens
The request names a place for inference, and the organization has no such choice.

## Why the API refuses it
Data residency belongs to certain kinds of organizations; a workspace may allow some places only.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"inference_geo is not supported for this organization type."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Leave `inference_geo` out, or set the allowed places in the workspace's settings.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("inference_geo is not supported for this organization type.", source="corpus dev-728"),
    ],
    source="rules-messages inference-geo-workspace",
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="this kind of organization cannot choose where inference runs",
    mend="leave inference_geo out",
)
def inference_geo_not_for_organization() -> None: ...

"""Usage grows faster than the ramp allows.

## What happens
Usage rose too steeply; the API asks for a slower ramp. Known by error_code ramp_limit_exceeded; the wording is not
known yet.

## Why the API refuses it
Sudden load hurts everybody, so growth itself is limited, below the ceilings of the tier.

## Example
```text
HTTP/1.1 429
{"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"ramp_limit_exceeded"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Wait for the seconds in retry-after; raise the load step by step.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-ramp-limit-exceeded",
    codes=("ramp_limit_exceeded",),
    status=429,
    error="rate_limit_error",
    evidence="documented",
    side="limits",
    retry="wait",
    phase="answer",
    cause="usage rose faster than the ramp allows",
    mend="wait as retry-after says, and raise the load step by step",
)
def rate_limit_growth() -> None: ...

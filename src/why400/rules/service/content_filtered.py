"""The reply was blocked by the output filter.

## What happens
The model had begun to write, and a filter on the output stopped it. It can come in the middle of a stream, without a
status.

## Why the API refuses it
Most often the filter saw text that repeats protected works (song lyrics, licence texts, long quotations) or forbidden
matter.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Ask for something else: a summary rather than the text, smaller parts, no word-for-word copies. Repeating the same
request rarely helps.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Output blocked by content filtering policy", since="2024-07", source="corpus dev-181 dev-182 dev-183 dev-184 dev-185"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="service",
    retry="never",
    phase="answer",
    cause="the filter on the output stopped the reply",
    mend="ask for it in another way; the same request again rarely passes",
)
def content_filtered() -> None: ...

"""The API could not read the body as JSON.

## What happens
The answer names the parser's remark and the place where it gave up: line, column and character, all of the body that was sent.

## Why the API refuses it
The parser stops at the first thing that cannot stand there, which is often behind the actual slip (say, a quote missing further up).
Count the characters in the bytes that were sent, not in a pretty-printed copy. `why400 check` on the body names the slip itself.

## Example
```text
400 invalid_request_error: The request body is not valid JSON: unexpected character: line 1 column 2 (char 1)
```

## Fix
Build the body with a JSON serializer; never by gluing strings.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The request body is not valid JSON: {remark}: line {line:n} column {column:n} (char {char:n})",
            since="2025-08",
            source="measured ba-body-not-json corpus dev-279 dev-280 dev-282",
        ),
        Says("The request body is not valid JSON: {remark:rest}", since="2026-09-02", source="measured ba-body-not-json"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the body is not valid JSON: {remark}",
    mend="run why400 check on the body as it was sent: it names the slip; build bodies with a JSON serializer",
)
def body_not_json() -> None:
    """Only the answer shows it; a body that is at hand is examined by the rules beside this one."""

"""The customer's encryption key is disabled or out of reach.

## What happens
The workspace encrypts with a key of its own, and the API cannot use it. Known by error_code: cmek_key_disabled,
cmek_key_network_blocked (400), cmek_key_unreachable, cmek_context_unavailable (503).

## Why the API refuses it
Without the key nothing of the workspace can be read. Usual ways there: the key was disabled or rotated away, a
network rule of the key service, an outage there. The wording is not known yet.

## Example
```text
HTTP/1.1 400
{"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"cmek_key_disabled"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Enable the key and open the key service to Anthropic; the two 503 codes may pass by themselves.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-cmek-key-disabled rules-messages code-cmek-key-network-blocked rules-messages "
    "code-cmek-key-unreachable rules-messages code-cmek-context-unavailable code-skill-read-blocked-undecryptable",
    codes=(
        "cmek_context_unavailable",
        "cmek_key_disabled",
        "cmek_key_network_blocked",
        "cmek_key_unreachable",
        "skill_read_blocked_undecryptable",
    ),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="never",
    phase="answer",
    cause="the encryption key that the workspace brought along cannot be used",
    mend="enable the key and let Anthropic reach the key service",
)
def encryption_key_unusable() -> None: ...

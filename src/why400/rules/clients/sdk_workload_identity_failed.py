"""The SDK could not exchange its identity for a token.

## What happens
The identity token is missing or unusable, or the token endpoint did not give an access token; the request was not sent.

## Why the API refuses it
Not an answer of the Messages API. Usual ways there: a token volume that is not mounted, a federation rule that does not
fit the token, a proxy in front of the token endpoint.

## Example
```text
anthropic.IdentityTokenFileError: Identity token file not found at /var/run/secrets/anthropic/token.
```

## Fix
Look at the token file or variable where the process runs; then at the federation rule and the organization's id.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Identity token file not found at {path_}.", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Identity token file at {path_} is not readable by this process: {reason:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says("Identity token file at {path_} is empty. {tail:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "Identity token file at {path_} could not be read: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"
        ),
        Says(
            "Identity token path {path_} is a directory, not a file. Point at the projected token file itself.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "No identity token file path given. Pass {argument} or set the {variable} environment variable.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Environment variable {variable} is not set. Set it or pass an explicit {argument} provider to the client.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "{variable:word} is not set; the workload-identity chain selected this provider at construction time but the env var is no longer present.",
            since="2026-11",
            source="sdk lib/credentials/_chain.py",
        ),
        Says(
            "config file with authentication.type {kind} must include {list}: {path_}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "config dict with authentication.type {kind} must include {list:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "identity_token source {source} is not supported; only {list} is implemented",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "identity_token source 'file' requires a non-empty path; profile {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "user_oauth refresh failed to reach token endpoint: {reason:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"
        ),
        Says("user_oauth refresh failed {tail:rest}", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "user_oauth refresh returned a non-JSON response (status {status:n}).",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "user_oauth refresh returned a JSON {kind} (status {status:n}); expected an object.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says("user_oauth refresh response missing 'access_token'", since="2026-11", source="sdk lib/credentials/_providers.py"),
        Says(
            "user_oauth refresh response has invalid 'expires_in' {value}; expected an integer number of seconds.",
            since="2026-11",
            source="sdk lib/credentials/_providers.py",
        ),
        Says(
            "Identity token assertion is {size:n} bytes, which exceeds the {limit:n}-byte limit. {tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says(
            "Token endpoint response body exceeds {limit:n} bytes (got {size:n}); refusing to parse.",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says(
            "Token endpoint returned unsupported token_type {kind} (expected 'Bearer').",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says(
            "Token endpoint returned non-JSON response (status {status:n}){tail:rest}",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says(
            "Token endpoint returned non-JSON response (status {status:n})",
            since="2026-11",
            source="sdk-typescript lib/credentials/types.js",
        ),
        Says(
            "Token endpoint returned a JSON {kind} (status {status:n}); expected an object.",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says(
            "Token endpoint response missing required fields (access_token / expires_in).",
            since="2026-11",
            source="sdk lib/credentials/_workload.py",
        ),
        Says("Failed to reach token endpoint {url}: {reason:rest}", since="2026-11", source="sdk lib/credentials/_workload.py"),
        Says(
            "{field:word} must use https (got {url}); the token-exchange endpoint carries secret material and cannot be used over cleartext HTTP.",
            since="2026-11",
            source="sdk lib/credentials/_constants.py",
        ),
        Says("Token exchange failed {tail:rest}", since="2026-11", source="sdk lib/credentials/_workload.py"),
        Says(
            "User OAuth refresh failed (HTTP {status:n}): {tail:rest}",
            since="2026-11",
            source="sdk-typescript lib/credentials/user-oauth.js",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    origin="client",
    cause="the SDK could not exchange its identity for a token; the request was not sent",
    mend="look at the identity token where the process runs, then at the federation rule",
)
def sdk_workload_identity_failed() -> None: ...

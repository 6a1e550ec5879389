"""The SDK has no credential to send.

## What happens
Neither argument nor environment gave the SDK a key, a token or cloud credentials; nothing was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: ANTHROPIC_API_KEY set in another shell, in a .env that nobody loads, or
not passed into the container; an empty string.

## Example
```text
TypeError: "Could not resolve authentication method. Expected one of api_key, auth_token, or credentials to be set. Or for the
`Authorization` header to be explicitly omitted"
```

## Fix
Set the variable where the process runs (`env | grep ANTHROPIC` there), or pass the key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Could not resolve authentication method{tail}", since="2026-11", source="sdk _client.py"),
        Says('"Could not resolve authentication method{tail}', since="2026-11", source="sdk _client.py"),
        Says("Could not resolve API token from the environment", since="2026-11", source="sdk lib/vertex/_client.py"),
        Says("Could not resolve project_id", since="2026-11", source="sdk lib/vertex/_auth.py"),
        Says(
            "No region was given. The client should be instantiated with the {name} argument or the {variable} "
            "environment variable should be set.",
            since="2026-11",
            source="sdk lib/vertex/_client.py",
        ),
        Says(
            "Anthropic API key is missing. Pass it using the '{name:word}' parameter or the {variable:word} environment variable.",
            since="2025-11",
            source="public anomalyco/opencode#4474",
        ),
        Says("No AWS region was provided{tail}", since="2026-11", source="sdk lib/aws/_client.py"),
        Says(
            "No workspace ID found. Set the {name} argument or the {variable} environment variable.",
            since="2026-11",
            source="sdk lib/aws/_client.py",
        ),
        Says(
            "No AWS region or base URL found. Set {name} in the constructor, {tail:rest}",
            since="2026-11",
            source="sdk lib/bedrock/_mantle.py",
        ),
        Says(
            "No project_id was given and it could not be resolved from credentials. {tail:rest}",
            since="2026-11",
            source="sdk lib/vertex/_client.py",
        ),
        Says(
            "No `project` was provided. Pass `project`, set the {variable} environment variable, or provide `base_url` directly.",
            since="2026-11",
            source="sdk lib/google_cloud/_client.py",
        ),
        Says("Could not resolve AWS credentials from session", since="2026-11", source="sdk lib/aws/_auth.py"),
        Says(
            "Could not resolve a GCP access token from the configured Google credentials",
            since="2026-11",
            source="sdk lib/google_cloud/_client.py",
        ),
        Says(
            "AnthropicAWS does not support a `credentials` provider (it authenticates with AWS SigV4).",
            since="2026-11",
            source="sdk lib/aws/_client.py",
        ),
        Says("Unable to handle auth", since="2026-11", source="sdk lib/foundry.py"),
        Says("region not set", since="2026-11", source="sdk lib/vertex/_client.py"),
        Says("Missing credentials. Please pass one of {list}", since="2026-11", source="sdk lib/foundry.py"),
        Says(
            "Must provide one of the {list} arguments, or the {variable} environment variable", since="2026-11", source="sdk lib/foundry.py"
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    origin="client",
    cause="the SDK was given no credential, or not all that the platform needs; nothing was sent",
    mend="set the variable where the process runs, or pass the value to the client",
)
def sdk_credentials_missing() -> None: ...

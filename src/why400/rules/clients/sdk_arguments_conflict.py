"""The SDK was given arguments that exclude each other.

## What happens
Two arguments of the client or the call say the same thing twice, or one needs another; nothing was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a wrapper that adds its own value beside yours, a variable of the environment
beside an argument.

## Example
```text
ValueError: Cannot specify both `api_key` and AWS credentials (`aws_access_key`, `aws_secret_key`, `aws_session_token`, `aws_profile`)
```

## Fix
Give one of the arguments that the message names.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Pass at most one of {list}, or {name}. Received {given}.", since="2026-11", source="sdk _client.py"),
        Says("The {name} and {other} arguments are mutually exclusive", since="2026-11", source="sdk _client.py"),
        Says("Passing both {name:word} and {other:word} is not supported", since="2026-11", source="sdk _base_client.py"),
        Says("Cannot specify both {name} and AWS credentials ({list})", since="2026-11", source="sdk lib/bedrock/_client.py"),
        Says(
            "{name:word} was provided without {other}. Both must be provided together, or neither (to use the default credential chain).",
            since="2026-11",
            source="sdk lib/aws/_credentials.py",
        ),
        Says("base_url and resource are mutually exclusive", since="2026-11", source="sdk lib/foundry.py"),
        Says(
            "{name:word} is mutually exclusive with {list}; {again} disables authentication entirely.",
            since="2026-11",
            source="sdk lib/google_cloud/_client.py",
        ),
        Says(
            "run_tools_eagerly=True and stream=False are mutually exclusive",
            since="2026-11",
            source="sdk resources/beta/messages/messages.py",
        ),
        Says(
            "Sending the `fallbacks:` request param is not supported when using the {name}. {tail:rest}",
            since="2026-11",
            source="sdk lib/middleware/_fallbacks.py",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="arguments given to the SDK exclude each other; nothing was sent",
    mend="give one of the arguments that the message names",
)
def sdk_arguments_conflict() -> None: ...

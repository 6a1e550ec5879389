"""output_format and output_config.format both given to the SDK.

## What happens
The SDK was given the same thing twice, under the old name and the new one; nothing was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a wrapper that still sets the old one.

## Example
```text
Both output_format and output_config.format were provided. Please use only output_config.format (output_format is deprecated).
```

## Fix
Give output_config.format only.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Both output_format and output_config.format were provided. Please use only output_config.format "
            "(output_format is deprecated).",
            since="2026-11",
            source="rules-messages sdk-output-format-conflict",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the output format was given to the SDK twice; nothing was sent",
    mend="give output_config.format only",
)
def sdk_output_format_conflict() -> None: ...

"""A client says that it failed, nothing more.

## What happens
The text is a client's own and hides the error it had.

## Why the API refuses it
Not an answer of the API; what the API said, if anything, stands in a log of that client.

## Example
```text
Claude Code process exited with code 1
```

## Fix
Look for the error before this one: the log file, `--verbose` or `--debug`, the output of the process.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Claude Code process exited with code {n:n}", since="2025-12", source="corpus dev-389"),
        Says("Claude execution failed: result is_error:true", since="2026-08", source="corpus dev-390"),
        Says("Claude Code returned an error result: {result}", since="2026-07", source="public anthropics/claude-agent-sdk-python#1146"),
        Says(
            "Command failed with exit code {n:n} (exit code: {code:n})",
            since="2026-04",
            source="public anthropics/claude-agent-sdk-python#798",
        ),
        Says("Error in agent stream", since="2025-10", source="corpus dev-407"),
        Says("Sorry, your request failed. Please try again.{tail}", since="2025-12", source="corpus dev-592"),
        Says("Unable to reach the model provider", source="corpus dev-686"),
        Says("Unable to reach the model provider{tail}", source="corpus dev-686"),
        Says(
            "Failed to get response from the AI model; retried {n:n} times; Last error: Unknown error",
            since="2026-02",
            source="corpus dev-722",
        ),
        Says("Failed to get response from the AI {what} Last error: Unknown error", since="2026-02", source="corpus dev-722"),
        Says(
            "Couldnt connect with these settings - The resource you are requesting could not be found",
            since="2026-03",
            source="public n8n-io/n8n#27392",
        ),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="a client failed and does not say why",
    mend="look for the error before this one, in its log or with --verbose",
)
def cause_lost() -> None: ...

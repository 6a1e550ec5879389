"""The Claude Code key belongs to somebody who has left.

## What happens
The API refuses a workspace key of Claude Code with the code `claude_code_key_creator_not_member`; the wording is not known yet.

## Why the API refuses it
Such a key acts for the person who made it, and that person is no longer a member of the organization or of the workspace. Usual ways
there: a key shared in a team, a build server set up by a colleague.

## Example
```text
HTTP/1.1 400
{"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"claude_code_key_creator_not_member"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Log in with an account that is a member, or use a key of the Console.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-claude-code-key-creator-not-member rules-beyond errcode-claude-code-key-creator-not-member",
    codes=("claude_code_key_creator_not_member",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    cause="whoever made this key has left the organization or its workspace",
    mend="make a key with an account that is a member",
)
def claude_code_key_creator_gone() -> None: ...

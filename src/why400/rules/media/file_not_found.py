"""The file id is not known in this workspace.

## What happens
A request or a call names a file by id; the API finds no such file.

## Why the API refuses it
Files belong to the workspace of the key that uploaded them. Usual ways there: a key of another workspace, a file that has been deleted,
an id kept from another organization.

## Example
```text
{"type": "error", "error": {"type": "not_found_error", "message": "File `file_011CNha8iCJcU1wXNR6q4V8w` not found."}}
```

## Fix
Upload the file with a key of the workspace that uses it, and take the new id.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "File `{id:word}` not found.",
            source="rules-messages file-type-mismatch",
        ),
    ],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="after-fix",
    phase="answer",
    source="rules-beyond file-not-found",
    cause="this workspace has no file {id}",
    mend="upload it with a key of this workspace and send the new id",
)
def file_not_found() -> None: ...

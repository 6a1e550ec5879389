"""A page's cursor is not valid: expired, of another list, or the filters changed meanwhile.

## What happens
A list is continued with `page`, `after_id` or `before_id`, and the value there is not one of this list as it is asked for now.

## Why the API refuses it
A cursor belongs to the endpoint, the filters and the order with which it was made, and some end after 24 hours. Usual ways there: a date
or a filter changed between two pages, a cursor kept in a database overnight, an id of another list.

## Example
```text
Error code: 400 - {"type": "error", "error": {"type": "invalid_request_error",
"message": "The page parameter is not a valid cursor for this request."}}
```

## Fix
None: start again without the cursor, and keep all other parameters as they are until the last page.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("The page parameter is not a valid cursor for this request.", source="rules-beyond compliance-local-sessions-cursor"),
        Says(
            "The page cursor has expired. Restart the walk without a page parameter; {tail:rest}",
            source="rules-beyond compliance-local-messages-cursor-expired compliance-cursor",
        ),
        Says('Invalid `{name}`. No activity found for `{name}` "{id}"', source="rules-beyond compliance-cursor"),
        Says("cursor does not match current query parameters", source="rules-beyond spend-cursor-bound"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="answer",
    source="rules-beyond analytics-cursor-bound session-cursor-order deployment-run-cursor sessions-page-cursor-order "
    "compliance-cursor-order-bound",
    cause="the cursor is not one of this list as it is asked for",
    mend="start again without the cursor, with all other parameters kept",
)
def page_cursor_invalid() -> None:
    """Only the answer shows it."""

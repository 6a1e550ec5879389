"""metadata.user_id is an email address.

## What happens
`metadata.user_id` looks like an email address.

## Why the API refuses it
The id is to say which user, not who: personal data is refused. Usual way there: a gateway that passes its login on as the user.

## Example
```json
{"metadata": {"user_id": "ada@example.com"}}
```

## Use instead
```json
{"metadata": {"user_id": "0f8c2a"}}
```

## Fix
None: send a hash or an id of your own that cannot be traced back.
"""

import re

from why400.rules import Conversation, Hit, Says, rule

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_LONGEST = 1024


@rule(
    says=[
        Says(
            "metadata.user_id: user_id appears to contain an email address. Please send a uuid or hash value in…",
            since="2025-04",
            when="cut",
            source="corpus dev-148 rules-messages metadata-user-id",
        ),
        Says(
            "metadata.user_id: user_id appears to contain an email address. Please send a uuid or hash value in {rest:rest}",
            since="2025-04",
            when="answer",
            source="corpus dev-148",
        ),
        Says(
            "metadata.user_id: user_id appears to contain an email address. Please send a uuid or hash value in",
            since="2025-04",
            when="answer",
            source="corpus dev-148",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="metadata",
    source="rules-messages metadata-user-id",
    cause="metadata.user_id looks like an email address",
    mend="send a hash or a random id in its place",
)
def user_id_is_email(talk: Conversation) -> Hit | None:
    metadata = talk.request.metadata
    user = metadata.user_id if metadata is not None else None
    if not isinstance(user, str) or "@" not in user:
        return None
    if _EMAIL.fullmatch(user.strip()[:_LONGEST]):
        return Hit((metadata, "user_id"), when="cut", label="an email address")
    near = any(_EMAIL.fullmatch(word) for word in re.split(r"[\s,;:<>()\"'/|]+", user[:_LONGEST]))
    return Hit((metadata, "user_id"), when="cut", severity="warning", label="holds an email address") if near else None

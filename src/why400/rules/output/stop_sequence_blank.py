"""A stop sequence is empty or only white space.

## What happens
An entry of `stop_sequences` has no visible character.

## Why the API refuses it
It would stop nearly every answer at its first blank. Usual ways there: `"\\n"` carried over from another API, an empty setting split at
commas.

## Example
```json
{"stop_sequences": ["END", "\\n\\n"]}
```

## Use instead
```json
{"stop_sequences": ["END"]}
```

## Fix
Takes the blank entries away. Unsafe: answers may go on where they used to end.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("stop_sequences: each stop sequence must contain non-whitespace", source="rules-messages stop-seq-nonempty"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="stop_sequences",
    cause="a stop sequence is blank",
    mend="leave blank stop sequences out",
)
def stop_sequence_blank(talk: Conversation) -> Hits:
    for index, text in enumerate(talk.request.stop_sequences or ()):
        if isinstance(text, str) and not text.strip():
            yield Hit((talk.request, "stop_sequences", index), path="stop_sequences", label="no visible character")


@stop_sequence_blank.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes the entry."""
    return Edit.remove(hit.place)

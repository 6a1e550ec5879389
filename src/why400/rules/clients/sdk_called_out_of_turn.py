"""The SDK was asked for what is not there.

## What happens
The program asked a client's object for something that it does not have: the next page after the last, the text of a reply
without one, the results of a batch that is not done.

## Why the API refuses it
Not an answer of the API. Usual ways there: a missing check before the call.

## Example
```text
anthropic.AnthropicError: No `results_url` for the given batch; Has it finished processing? in_progress
```

## Fix
Check first, as the message says.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            ".get_final_text() can only be called when the API returns a `text` content block. {tail:rest}",
            since="2026-11",
            source="sdk lib/streaming/_messages.py",
        ),
        Says("No next page expected; please check {check} before calling {call}.", since="2026-11", source="sdk _base_client.py"),
        Says(
            "No `results_url` for the given batch; Has it finished processing? {status}",
            since="2026-11",
            source="sdk resources/beta/messages/batches.py",
        ),
        Says(
            "Message threads are not available on this client; use {call} with the full `messages` instead",
            since="2026-11",
            source="sdk lib/threads/_beta_threads.py",
        ),
        Says(
            "Another `send()`, `parse()` or `stream()` is already in progress on this thread",
            since="2026-11",
            source="sdk lib/threads/_thread_state.py",
        ),
        Says(
            "No `send()`, `parse()` or `stream()` is in progress on this thread", since="2026-11", source="sdk lib/threads/_thread_state.py"
        ),
        Says("You need to install {package} to use this method", since="2026-11", source="sdk resources/beta/webhooks.py"),
        Says(
            "Cannot verify a webhook without a key on either the client's webhook_key or passed in as an argument",
            since="2026-11",
            source="sdk resources/beta/webhooks.py",
        ),
        Says(
            "To use the aiohttp client you must have installed the package with the `aiohttp` extra",
            since="2026-11",
            source="sdk _base_client.py",
        ),
        Says(
            "This `TokenCache` wraps an async provider; call {call} instead of {given}.",
            since="2026-11",
            source="sdk lib/credentials/_cache.py",
        ),
        Says(
            "Cannot iterate over a consumed stream, use `.tee()` to split the stream.",
            since="2026-11",
            source="sdk-typescript core/streaming.js",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the program asked the SDK for what is not there",
    mend="check first, as the message says",
)
def sdk_called_out_of_turn() -> None: ...

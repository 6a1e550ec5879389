"""The SDK was given an argument of the wrong kind.

## What happens
A value is of a type that the SDK cannot send; nothing was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a client of httpx where this SDK wants httpx2, a path as a string where bytes
are wanted, a dict where a type is.

## Example
```text
TypeError: Invalid `http_client` argument; Expected an instance of `httpx2.Client` but got <class 'httpx.Client'>
```

## Fix
Give what the message asks for.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Invalid `http_client` argument; Expected an instance of {wanted} but got {given}",
            since="2026-11",
            source="sdk _base_client.py",
        ),
        Says(
            "Invalid {name} argument; {given} is from the `httpx` package, but this SDK uses `httpx2`. Use {wanted} instead.",
            since="2026-11",
            source="sdk _base_client.py",
        ),
        Says(
            "max_retries cannot be None. If you want to disable retries, pass `0`; {tail:rest}",
            since="2026-11",
            source="sdk _base_client.py",
        ),
        Says("Passing raw bytes as `body` is not supported, pass them as `content` instead", since="2026-11", source="sdk _base_client.py"),
        Says("Unexpected JSON data type, {kind}, cannot merge with `extra_body`", since="2026-11", source="sdk _base_client.py"),
        Says(
            "Expected query input to be a dictionary for multipart requests but got {kind} instead.",
            since="2026-11",
            source="sdk _base_client.py",
        ),
        Says("Expected file types input to be a FileContent type or to be a tuple", since="2026-11", source="sdk _files.py"),
        Says(
            "Expected entry at {name} to be bytes, an io.IOBase instance, PathLike or a tuple but received {kind} instead. See {url}",
            since="2026-11",
            source="sdk _files.py",
        ),
        Says(
            "Expected file input {value} to be bytes, an io.IOBase instance, PathLike or a tuple but received {kind} instead. See {url}",
            since="2026-11",
            source="sdk _files.py",
        ),
        Says("Unexpected file type input {kind}, expected mapping or sequence", since="2026-11", source="sdk _files.py"),
        Says("Cannot read {kind}; only pathlib.Path and file objects are read", since="2026-11", source="sdk _utils/_prepare.py"),
        Says("Could not read bytes from {file}; Received {kind}", since="2026-11", source="sdk _utils/_prepare.py"),
        Says("Exceeds the maximum nesting depth", since="2026-11", source="sdk _utils/_prepare.py"),
        Says("Constructed path {path_} contains dot-segment {segment} which is not allowed", since="2026-11", source="sdk _utils/_path.py"),
        Says(
            "Constructed path {path_} contains segment {segment} starting with ';' which is not allowed",
            since="2026-11",
            source="sdk _utils/_path.py",
        ),
        Says("a value for placeholder {name} was not provided", since="2026-11", source="sdk _utils/_path.py"),
        Says(
            "`output_format` must be a type; pass a schema dict as `output_config={{'format': ...}}` instead",
            since="2026-11",
            source="sdk lib/_parse/_transform.py",
        ),
        Says(
            "Could not generate JSON schema for the given `output_format` type. Use a type that works with {name}",
            since="2026-11",
            source="sdk lib/_parse/_transform.py",
        ),
        Says(
            "Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf' field, or a 'const' or non-empty 'enum' of strings, numbers, booleans, or null.",
            since="2026-11",
            source="sdk lib/_parse/_transform.py",
        ),
        Says(
            "middleware {name} does not implement {method}; the {kind:word} client requires {wanted} middleware",
            since="2026-11",
            source="sdk _middleware.py",
        ),
        Says(
            "middleware {name} defines {method} as {kind} function; the {client:word} client requires {again} to be {wanted} function",
            since="2026-11",
            source="sdk _middleware.py",
        ),
        Says("middleware {name} is not callable", since="2026-11", source="sdk _middleware.py"),
        Says(
            "middleware {name} is an async function; the synchronous client requires sync middleware functions",
            since="2026-11",
            source="sdk _middleware.py",
        ),
        Says(
            "middleware {name} is not an async function; the asynchronous client requires async middleware functions",
            since="2026-11",
            source="sdk _middleware.py",
        ),
        Says(
            "`Anthropic` cannot await an async `credentials` provider; use `AsyncAnthropic` instead.",
            since="2026-11",
            source="sdk _client.py",
        ),
        Says(
            "`Anthropic` cannot await this `credentials` provider's `async def close()`; use `AsyncAnthropic` instead.",
            since="2026-11",
            source="sdk _client.py",
        ),
        Says("credentials provider returned {kind} instead of an AccessToken", since="2026-11", source="sdk lib/credentials/_cache.py"),
        Says(
            "credentials provider returned a coroutine instead of an AccessToken; pass the {call} function itself",
            since="2026-11",
            source="sdk lib/credentials/_cache.py",
        ),
        Says(
            "`token_provider` returned an awaitable. Async token providers are only supported on {name}.",
            since="2026-11",
            source="sdk lib/google_cloud/_client.py",
        ),
        Says(
            "Expected `azure_ad_token_provider` argument to return a string but it returned {kind}",
            since="2026-11",
            source="sdk lib/foundry.py",
        ),
        Says(
            "`thread` cannot be set in the params of a tool runner, got {kind}. {tail:rest}",
            since="2026-11",
            source="sdk lib/threads/_params.py",
        ),
        Says(
            "Expected a value to be given but received {value} instead.", since="2026-11", source="sdk-typescript internal/utils/values.js"
        ),
        Says(
            "Path parameters result in path with invalid segments: {segments:rest}",
            since="2026-11",
            source="sdk-typescript internal/utils/path.js",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the SDK was given an argument of the wrong kind; nothing was sent",
    mend="give what the message asks for",
)
def sdk_argument_of_wrong_kind() -> None: ...

"""The path is no endpoint of the API.

## What happens
The request goes to a path that the API does not have.

## Why the API refuses it
Paths are compared as they are sent. Usual ways there: a base URL that ends in `/` or already has `/v1` (`//v1/messages`,
`/v1/v1/messages`), a base URL without `/v1` for a client that does not add it, a path of another API, a typing error. Other
APIs' paths warn only, for a host may serve some of them beside its own.

## Example
```http
POST //v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: the base URL stands in the client's settings. The official SDKs add `/v1/…` by themselves.
"""

import difflib
import re

from why400.contract import platforms
from why400.contract.schema import ENDPOINTS
from why400.rules import Call, Hit, Says, UrlPath, rule

_OPENAI = ("POST /v1/messages", ", but of OpenAI's, which has bodies of another form")
# Paths of other APIs, and short forms of this one's: the end of a path, the endpoint that is meant, what is to be said.
_FOREIGN: dict[str, tuple[str | None, str]] = {
    "chat/completions": _OPENAI,
    "responses": _OPENAI,
    "completions": _OPENAI,
    "embeddings": (None, ": it makes no embeddings"),
    "batches": ("POST /v1/messages/batches", ""),
    "anthropic/v1/messages": ("POST /v1/messages", ": /anthropic belongs to other hosts"),
    "anthropic/messages": ("POST /v1/messages", ": /anthropic belongs to other hosts"),
}
_OWN = tuple(endpoint.partition(" ")[2] for endpoint in ENDPOINTS)
_ALIKE = 0.9
_LONGEST = 200  # characters of a path that are compared


@rule(
    says=[Says("Not Found", typed=True, since="2024-11", source="corpus dev-169")],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="url",
    source="measured ur-double-slash rules-messages error-type-404",
    cause="{path} is no endpoint of the API{but} || there is no such endpoint",
    mend="check the base URL and the path; {near} is nearest",
)
def path_not_found(call: Call) -> Hit | None:
    if call.context.endpoint in ENDPOINTS and call.served == "anthropic":
        return None
    from why400.contract import endpoints  # here: the list takes a millisecond to read, and few requests need it

    method, _, path = call.context.endpoint.partition(" ")
    platform = platforms.find(call.served or "")
    if platform is None:
        return None
    if platform.name in ("foundry", "bedrock") and re.fullmatch(r"/+v1/messages(/.*)?", path):
        return Hit(UrlPath(), path=path, near="/anthropic/v1/messages", but=" there", severity="warning")
    if platform.name not in ("anthropic", "aws") or endpoints.methods(path):
        return None
    found = _foreign(method, path)
    if found is not None:
        return found
    near = endpoints.nearest(method, path)
    # the list of endpoints is not whole: only what is a slip of a known path is certain
    certain = re.search(r"//|/v1/v1/", path) is not None or bool(endpoints.methods("/v1" + path)) or _misspelt(path)
    if near is None and not certain:
        return None
    return Hit(
        UrlPath(),
        path=path,
        near=f"{near}" if near else None,
        but="",
        severity=None if certain else "warning",
    )


def _foreign(method: str, path: str) -> Hit | None:
    """What is said of another API's paths; a host may serve some of them too, so these warn."""
    tail = re.sub(r"^/*(?:api/|openai/)?(?:v\d+/)?", "", path)
    if tail in _FOREIGN:
        near, but = _FOREIGN[tail]
        return Hit(UrlPath(), path=path, near=near, but=but, severity="warning")
    if method == "POST" and tail in ("", "v1"):
        return Hit(UrlPath(), path=path or "/", near="POST /v1/messages", but=", only the base of all", severity="warning")
    return None


def _misspelt(path: str) -> bool:
    """Whether letters are wrong in a path that is served with a schema: `/v1/mesages`, `/v1/message`."""
    for own in _OWN:
        if path.count("/") == own.count("/") and not path.endswith("/"):
            matcher = difflib.SequenceMatcher(None, own, path[:_LONGEST], autojunk=False)
            if matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                return True
    return False

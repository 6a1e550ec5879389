"""Variables that stand for a part of a body that only a shell would fill in."""

import re

from why400.errors import FormatError

_TOKEN = re.compile(rb'"(?:[^"\\]|\\[\s\S])*+(?:"|\Z)|(\$\{[A-Za-z_][^}\n]{0,60}\}|\$(?:env:)?[A-Za-z_]\w{0,60}|\$\([^\n]{0,60})')


def require_filled(body: bytes, where: str) -> None:
    """Raises FormatError where a variable stands outside of the body's strings: inside of one it is some text, there it may be anything."""
    if b"$" not in body:
        return
    for token in _TOKEN.finditer(body):
        if token[1]:
            name = token[1].decode("utf-8", "replace")
            part = "the body" if body.strip() == token[1] else "a part of the body"
            raise FormatError(f"{where}: {part} is what `{name}` holds, which only the shell knows: print it, and check that")

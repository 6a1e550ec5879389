"""PowerShell that sends a request: `Invoke-RestMethod`, `Invoke-WebRequest`; read as text, never run."""

import re

from why400.formats.curl import Load
from why400.formats.read_input import Outcome

_FIRST = re.compile(
    rb"(?:PS [A-Z]:\\[^>\n]{0,200}> *)?(?:\$[\w:]{1,64}(?:\.\w{1,64})?\s*=|#(?!!)|<#|```(?:powershell|pwsh|ps1)|\[\w[\w.]{0,80}\]"
    rb"|(?:invoke-(?:restmethod|webrequest)|irm|iwr|param|function|try|write-\w+|set-\w+|import-\w+)\b)",
    re.IGNORECASE,
)
_INVOKE = re.compile(rb"(?<![\w-])(?:invoke-restmethod|invoke-webrequest|irm|iwr)(?![\w-])", re.IGNORECASE)


def recognises(data: bytes) -> bool:
    """Whether it begins as PowerShell does and calls one of its two commands for HTTP."""
    first = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return _FIRST.match(first) is not None and _INVOKE.search(data) is not None


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The requests of its calls; of many, those that are none for an API of Claude are left out.

    A call whose body is made of what only running the script would tell is passed over.
    """
    from why400.formats.powershell_calls import read  # here: to recognise other texts needs none of it

    return read(data, source, load, _INVOKE)

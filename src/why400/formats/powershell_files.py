"""Expressions of PowerShell that read a file whole: `Get-Content -Raw body.json`, `[IO.File]::ReadAllText("body.json")`."""

import re
from pathlib import PurePosixPath

_NAME = rb"'(?P<single>[^'\n]{1,400})'|\"(?P<double>[^\"`\n]{1,400})\"|(?P<bare>[^\s'\"`;|(){},@$-][^\s'\"`;|(){},@]{0,400})"
_OPTION = rb"[ \t]+-(?:raw|encoding[ \t]+[\w-]{1,20}|erroraction[ \t]+\w{1,20}|(?:literal)?path(?=[ \t]))"
_COMMAND = re.compile(
    rb"(?:get-content|gc|cat|type)(?:"
    + _OPTION
    + rb"){0,4}[ \t]+(?:"
    + _NAME
    + rb")(?:"
    + _OPTION
    + rb"){0,4}(?:[ \t]*\|[ \t]*out-string)?",
    re.IGNORECASE,
)
_METHOD = re.compile(
    rb"\[(?:system\.)?io\.file\]::readalltext\([ \t]*(?:" + _NAME + rb")[ \t]*(?:,[ \t]*\[[\w.]{1,60}\]::\w{1,20}[ \t]*)?\)", re.IGNORECASE
)
_BEHIND = re.compile(rb"[ \t]*(?:\r?\n|;|\)|\}|#|\Z)")
_BEHIND_GROUP = re.compile(rb"[ \t]*\)(?![.\[])")
_HERE = re.compile(r"(?:\$\{?PSScriptRoot\}?|\$PWD)[\\/]", re.IGNORECASE)


def read_file(data: bytes, at: int) -> tuple[str, int] | None:
    """The file that an expression reads, as `load` takes it, and the offset behind; None for any other expression."""
    grouped = data[at : at + 1] == b"("
    begin = at + 1 if grouped else at
    found = _COMMAND.match(data, begin) or _METHOD.match(data, begin)
    behind = (_BEHIND_GROUP if grouped else _BEHIND).match(data, found.end()) if found else None
    if found is None or behind is None:
        return None
    name = file_name((found["single"] or found["double"] or found["bare"]).decode("utf-8", "replace"))
    return (name, behind.end() if grouped else found.end()) if "$" not in name or found["single"] else None


def file_name(written: str) -> str:
    """A file's name with the folder of the script as the place it is looked for in, and with slashes."""
    return str(PurePosixPath(_HERE.sub("", written).replace("\\", "/")))

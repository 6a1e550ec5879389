"""What wrappers put before and after a message on its own line: taken off again.

`HEADS` and `TAILS` are the tables; to support another wrapper, add a row. Rows are tried until none fits.
"""

import re

# Anchored at the beginning. Each must be a text that no message of the API begins with.
HEADS = tuple(
    re.compile(row)
    for row in (
        r"The model returned the following errors?:\s*",
        r"(?:litellm|mwsgpt)\.(?:\w+\.)*\w+(?:Error|Exception)?:\s*",
        r"(?:[A-Za-z_][\w$]*[.:\\]+)*[A-Z]\w*(?:Error|Exception|Fault)(?: \[\w+\])?:\s*",
        r"[A-Z]\w*(?:Exception|Error) - ",
        r"(?:Unhandled|Uncaught)(?: \w+)?:? (?=[A-Z]\w*Error)",
        r"Error code: [45]\d\d - ",
        r"(?:API|HTTP|api|http)? ?[Ee]rror:? \(?[45]\d\d\)?(?: [A-Z][a-z]+)*(?::| -)? ",
        r"HTTP [45]\d\d(?: [A-Z][a-z]+)*: ",
        r"(?:[\w-]{0,12}(?:vertex|bedrock|azure)[\w-]{0,6}|anthropic|Anthropic|Claude|Provider)(?: API)? (?:error|Error): ",
        r"\[(?:\w+_error|[45]\d\d)\]:? ",
        r"(?:invalid_request|rate_limit|overloaded|authentication|permission|not_found|api|billing|timeout)_error:? ",
        r"An error occurred \(\w+\) when calling the \w+ operation(?: \([^)]*\))?: ",
        r"[A-Za-z]+: operation error [\w ]+: \w+, (?:exceeded maximum number of attempts, \d+, )?https response error StatusCode: \d+, RequestID: [^,]*, (?:api error )?(?:\w+: )?",
        r"b?[\"']?API Error: (?=[45`A-Z])",
        r"supplier response failed\.{0,3}\s*",
        r"Error from provider ?\([^)]*\):\s*",
        r"(?:Request failed with status(?: code)?:? [45]\d\d[ A-Za-z]*[.:] )(?:Message: )?",
        r"(?:All \d+ attempts failed|Failed after \d+ attempts)[.;] Last error: ",
    )
)
# Anchored at the end.
TAILS = tuple(
    re.compile(row)
    for row in (
        r"\s*\(request[ -]id: [^)]*\)$",
        r"\s*\(traceid: [^)]*\)$",
        r"[.;]?\s+Received Model Group=.*$",
        r"\s+Available Model Group Fallbacks=.*$",
        r"\s+LiteLLM Retried: \d+ times.*$",
        r"\.? Handle with `litellm\.\w+`\.?$",
        r"\s+\(Service: [^)]*\)(?: \(SDK Attempt Count: \d+\))?$",
        r"\s+\(SDK Attempt Count: \d+\)$",
        r"\s+\(Status: [A-Z_]+\)\]?$",
        r"\)?\s*· (?:Retrying|Please run /login|Fix external|Check your|Run /).*$",
        r"\s+will sleep for \d+.*$",
        r"\.? Retries remaining=\d+.*$",
        r"\s+This is a server-side issue, usually temporary.*$",
        r"\s*\(?Request[ -]?ID:? ?[`\"']?[\w-]{8,}[`\"']?\)?\.?$",
        r"\s*\((?:\w+_error|\w+Exception)\)$",
        r"\s+at (?:async )?[\w.$<>]+ \(.*$",
        r"\s*\[capture\]\.?$",
        r",$",
        r"\s*\[(?:excerpt|truncated|cut|\.\.\.|…)[^\]]*\]$",
        r"\s*\([\w -]*[iI][dD]: ?[\w-]{8,}\)$",
        r"</\w+>$",
        r"\\+n(?!\\+nHuman|Human).*$",
    )
)


def peel(message: str) -> str:
    """The message without what wrappers put around it; the message itself where nothing else would be left."""
    for _ in range(8):
        shorter = _once(message)
        if shorter == message or not shorter.strip():
            return message
        message = shorter.strip()
    return message


def _once(message: str) -> str:
    for head in HEADS:
        found = head.match(message)
        if found is not None and found.end() < len(message):
            return message[found.end() :]
    if len(message) > 4000:
        return message
    for tail in TAILS:
        found = tail.search(message)
        if found is not None and found.start() > 0:
            return message[: found.start()]
    return message

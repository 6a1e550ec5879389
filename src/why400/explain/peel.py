"""What wrappers put before and after a message on its own line: taken off again.

`HEADS` and `TAILS` are the tables; to support another wrapper, add a row. Rows are tried until none fits.
"""

import re

# Anchored at the beginning. Each must be a text that no message of the API begins with.
HEADS = (
    r"The model returned the \w+ errors?:\s*(?=[\\\s\"']*\{)",
    r"(?:litellm|mwsgpt)\.(?:\w+\.)*\w+(?:Error|Exception)?:\s*",
    r"(?:[A-Za-z_][\w$]*[.:\\]+)*[A-Z]\w*(?:Error|Exception|Fault)(?: \[\w+\])?:\s*",
    r"[A-Z]\w*(?:Exception|Error)(?: [A-Z]\w*(?:Exception|Error))? - ",
    r"(?:Unhandled|Uncaught)(?: \w+)?:? (?=[A-Z]\w*Error)",
    r"Error code: [45]\d\d - ",
    r"(?:(?:OpenAI|Anthropic|Claude|Gemini) )?(?:API|HTTP|api|http)? ?[Ee]rror:? \(?[45]\d\d\)?(?: [A-Z][a-z]+)*(?::| -)? (?!\|)",
    r"HTTP [45]\d\d(?: [A-Z][a-z]+)*: ",
    r"(?:[\w-]{0,12}(?:vertex|bedrock|azure)[\w-]{0,6}|anthropic|Anthropic|Claude|Provider)(?: API)? (?:error|Error): "
    r"(?![45]\d\d\s*(?:$|\|))",
    r"(?:Ran into this error: )?Request failed: (?:Bad request \([45]\d\d\): )?(?=[^\s{])",
    r"\[(?:\w+_error|[45]\d\d)\]:? ",
    r"(?:invalid_request|rate_limit|overloaded|authentication|permission|not_found|api|billing|timeout)_error:? ",
    r"An error occurred \(\w+\) when calling the \w+ operation(?: \([^)]*\))?: ",
    r"(?:[A-Za-z]+: )?operation error [\w ]+: \w+, (?:exceeded maximum number of attempts, \d+, )?"
    r"https response error StatusCode: \d+, RequestID: [^,]*, (?:api error )?(?:\w+: )?",
    r"b?[\"']?API Error: (?=[45`A-Z])",
    r"curl: \(\d+\) ",
    r"(?:\[Error\] )?<urlopen error (?=\S)",
    r"supplier response failed\.{0,3}\s*",
    r"Error from provider ?\([^)]*\):\s*",
    r"Request to \S+ failed with [45]\d\d(?: [A-Z][a-z]+)*: (?=\S)",
    r"Upstream request failed: (?:\[\w+\] )?(?=[^\s{])",
    r"[\w.]+\(\): Exception occurr?ed - (?=\S)",
    r"(?:Request failed with status(?: code)?:? [45]\d\d[ A-Za-z]*[.:] )(?:Message: )?",
    r"(?:All \d+ attempts failed|Failed after \d+ attempts)[.;] Last error: ",
)
_HEAD = re.compile("|".join(f"(?:{row})" for row in HEADS))
# Anchored at the end.
# The first word of a row is a substring without which it cannot match.
TAILS = tuple(
    (anchor, re.compile(row))
    for anchor, row in (
        ("raceid: ", r"\s*\(traceid: [^)]*\)$"),
        ("Received Model Group=", r"[.;]?\s+Received Model Group=.*$"),
        ("Available Model Group Fallbacks=", r"\s+Available Model Group Fallbacks=.*$"),
        ("LiteLLM Retried:", r"\s+LiteLLM Retried: \d+ times.*$"),
        ("Handle with `litellm", r"\.? Handle with `litellm\.\w+`\.?$"),
        ("(Service: ", r"\s+\(Service: [^)]*\)(?: \(SDK Attempt Count: \d+\))?$"),
        ("(SDK Attempt Count: ", r"\s+\(SDK Attempt Count: \d+\)$"),
        ("(Status: ", r"\s+\(Status: [A-Z_]+\)\]?$"),
        ("· ", r"\)?\s*· (?:Retrying|Please run /login|Fix external|Check your|Run /).*$"),
        ("will sleep for ", r"\s+will sleep for \d+.*$"),
        ("Retries remaining=", r"\.? Retries remaining=\d+.*$"),
        ("This is a server-side issue", r"\.?\s+This is a server-side issue, usually temporary.*$"),
        ("s)", r"\s*\(\d+(?:\.\d+)?m?s\)\.?$"),
        ("equest", r"\s*[,;]?\s*[(\[]?(?:Request[ _-]?ID|request_id)[:=]? ?[`\"']?[\w-]{8,}[`\"']?[)\]]?\.?$"),
        (" Status: ", r"[.,]? Status: [A-Z_]+(?:, Details: .*)?$"),
        ("(status ", r"\s*\(status [45]\d\d\)\.?$"),
        ("(type: ", r"\s*\(type: \w+_error\)\.?$"),
        ("(code: ", r"\s*\(code: [\w-]+(?:, type: \w+)?\)\.?$"),
        (" <unknown", r"\s+<unknown status code>$"),
        ("For more information check: ", r"\s+For more information check: https?://\S+$"),
        ("Please retry if", r"\.?\s+Please retry if you think this is a transient or recoverable error.*$"),
        (")", r"\s*\((?:\w+_error|(?:\w+::)*\w+(?:Exception|Error))\)$"),
        (" at ", r"\s+at (?:async )?[\w.$<>]+ \((?:[^()\s]*[:/\\]|native|<).*$"),
        ("[capture]", r"\s*\[capture\]\.?$"),
        (") (", r"\)\s+\([A-Z][A-Z_]{4,}\)?$"),
        (">", r"(?<=[.)])>$"),
        (",", r",$"),
        ("]", r"\s*\[(?:excerpt|truncated|cut|\.\.\.|…)[^\]]*\]$"),
        (")", r"\s*\((?!request id)[\w -]{0,30}[iI][dD]: ?[\w-]{8,}\)$"),
        ("</", r"</\w+>$"),
        ("\\n", r"\\+n(?!\\+nHuman|Human).*$"),
    )
)


# A message, and the exception's text with it once more: `no such model: Error: no such model`.
_AGAIN = ": Error: "
_IDS = re.compile(r"(?:\s*\(request[ -]id: [^()]{0,80}\))++\s*$")


# People who retype it spell `following` in their own way.
_LEAD = re.compile(r"The model returned the \w+ errors?:\s*")


def without_lead(message: str) -> str:
    """The message without the words with which Bedrock leads in what the model refused."""
    return message[found.end() :] if (found := _LEAD.match(message)) is not None else message


def without_ids(message: str) -> str:
    """The message without the `(request id: …)` that relays append, once or several times."""
    if "(request" not in message:
        return message
    bare = _IDS.sub("", message)
    return bare if bare.strip() else message


def peel(message: str) -> str:
    """The message without what wrappers put around it; the message itself where nothing else would be left."""
    for _ in range(8):
        shorter = _once(message)
        if shorter == message or not shorter.strip():
            return message
        message = shorter.strip()
    return message


def _once(message: str) -> str:
    if (at := message.find(_AGAIN)) > 0 and message.startswith(message[at + len(_AGAIN) :][:200].rstrip(".")):
        return message[:at]
    found = _HEAD.match(message)
    if found is not None and found.end() < len(message):
        return message[found.end() :]
    if len(message) > 4000:
        return message
    for anchor, tail in TAILS:
        if anchor not in message:
            continue
        found = tail.search(message)
        if found is not None and found.start() > 0:
            return message[: found.start()]
    return message

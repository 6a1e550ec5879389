"""Where a message that stands in running text ends."""

import re

_CLOSER = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“", "‹": "›", "《": "》"}
# A line that begins like this does not go on with the message of the line before it.
_NEW_RECORD = re.compile(
    r"\s*(?:at |File \"|Traceback|Caused by|During handling|The above exception|```|~~~|\{|\}"
    r"|\[|\||[-*•⎿●❯✗✕✓⚠◐◓◑◒✻✽] |>\s|\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\(?Request[ -]?ID|request[-_]?id\b"
    r"|Retrying|You can |Received Model"
    r"|[Ss]tatus\b|STATUS|[Ss]tatus ?Code|Provider\b|Model\b:|Error\b|ERROR|WARN|INFO|DEBUG|\["
    r"|\(\w+ \d+\.[\w.-]+\) |name: [A-Z]|\$\w+: |from /\S+:\d|__|<|#{1,6} |\w+: \"|[\w.-]+(?:/[\w.-]+){2,}|[A-Z][\w ]{0,24}: |raise |return |throw "
    r"|stack|type:|code:|For more information|If (?:the|you)|\$ |/\w+|Error:|(?:final|cause|type"
    r"|code|status|details?|hint|error|stack|request|response|url|model|headers|param)[\"']?: "
    r"|warning|help:|note:)"
)
_LEAD = re.compile(r"[ \t]*(?:(?:///?|#:?|\*(?!\*)|>|[│┃║|▏▎▌▐])[ \t]?)*[ \t]*")
# A whole sentence on a line of its own that goes on with the one before it; not what clients add below an error.
_NEXT_SENTENCE = re.compile(
    r"(?!You can|Press|Run|Try again|Please (?:run|try|check|wait|report|contact)|This is a server"
    r"|If |For more|See (?:also|logs)|Learn|Check|Visit|Contact|Retry|The above|Received|Request"
    r"|Make sure)"
    r"[A-Z][a-z]+ (?:[^\s]+ ){3,}[^\s]+[.`\"']"
)
# Where somebody who quotes a message without quotes goes on in words of their own, or Ruby names the exception's class.
_PROSE_ASIDE = re.compile(
    r"\s+[—–]\s+(?=(?:the|which|see|so|because|as|in|it|only|and|but|this) )|\n\.{2,}(?=\n|$)|\s\([A-Z]\w*(?:::[A-Z]\w*)+\)(?=\s*(?:\n|$))"
)
_CODE_END = re.compile(r"(?:[\"`]\s*[,;)]+|'\s*[;)]+)\s*$")
_SENTENCE_END = re.compile(r"[.!?。)\]}'\"`]$")
# String literals side by side, joined by the compiler: `"one "` `"two"`.
_ADJACENT = {q: re.compile(rf"{q}[ \t]*[+.\\]?[ \t]*\n[ \t]*[+.]?[ \t]*[fru]?{q}") for q in "\"'"}
LONGEST = 3000


def opener_before(text: str, start: int) -> tuple[str, int]:
    """The quote that opens right before `start` with the backslashes before it; an empty string where there is none."""
    if start == 0:
        return "", 0
    if text[start - 1] not in _CLOSER:
        # `400 the message`: the quote stands before a short lead-in
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        for quote in '`"':
            if (line.count(quote) % 2 or line.count(quote * 2) % 2) and len(line) - line.rfind(quote) <= 60:
                return quote, 0
        return "", 0
    run = 0
    while start - 2 - run >= 0 and text[start - 2 - run] == "\\":
        run += 1
    return text[start - 1], run


def message_end(text: str, start: int, *, eager: bool = False) -> int:
    """The offset where the message that begins at `start` ends: its closing quote, or the last line that goes on with it.

    `eager` goes on over a line that ends with a full stop.
    """
    if text.startswith("`` ", start - 3):
        end = text.find("``", start, start + LONGEST)
        if end >= 0:
            return end
    quote, run = opener_before(text, start)
    if quote:
        end = _closing(text, start, quote, run)
        if end >= 0:
            return end
    end = _line_end(text, start, eager)
    aside = _PROSE_ASIDE.search(text, start, end)
    return end if aside is None else aside.start()


def _closing(text: str, start: int, quote: str, run: int) -> int:
    closer = _CLOSER[quote]
    limit = min(len(text), start + LONGEST)
    blank = text.find("\n\n", start, limit)
    limit = blank if blank >= 0 else limit
    at = start
    inner = False
    while (at := _find_closer(text, closer, at, limit)) >= 0:
        backslashes = 0
        while text[at - 1 - backslashes] == "\\" and at - 1 - backslashes >= start:
            backslashes += 1
        before = text[at - 1 - backslashes] if at - backslashes > start else ""
        after = text[at + 1 : at + 2]
        if backslashes > run:
            at += 1
            continue
        opens = at == start or (before != "" and before in " (,[\n")
        if closer == quote and not inner and opens and (after.isalnum() or after in "._$<-"):
            inner = True
        elif inner:
            inner = False
        elif closer == "'" and before.isalnum() and after.isalnum():
            pass
        else:
            joint = _ADJACENT[closer].match(text, at) if closer in _ADJACENT else None
            if joint is None:
                return at - backslashes
            at = joint.end() - 1
        at += 1
    return -1


def _find_closer(text: str, closer: str, at: int, limit: int) -> int:
    found = text.find(closer, at, limit)
    if found >= 0 or closer not in "”“":
        return found
    others = [other for char in '"”' if (other := text.find(char, at, limit)) >= 0]
    return min(others, default=-1)


def _line_end(text: str, start: int, eager: bool) -> int:
    end = _end_of_line(text, start)
    limit = min(len(text), start + LONGEST)
    lines = 0
    if text.startswith('\n\nHuman:"', end) and text[end - 1 : end] == '"':
        # the API quotes a prompt's beginning with real line breaks in some printings
        end = _end_of_line(text, end + 2)
    while end < limit and lines < 12:
        line_start = text.rfind("\n", 0, end) + 1
        next_start = end + 1
        next_end = _end_of_line(text, next_start)
        following = text[next_start:next_end]
        width = end - line_start
        lead = _LEAD.match(following)
        body = following[lead.end() :] if lead is not None else following
        if not body.strip() or _NEW_RECORD.match(body):
            break
        if body[0].isupper() and width < 60 and not _SENTENCE_END.search(text[line_start:end].rstrip()) and text[end - 1] not in " ,:":
            break
        if _CODE_END.search(text, line_start, end):
            break
        if width < 36 and not text[line_start:end].rstrip().endswith(":"):
            break
        indented = len(following) - len(body) >= _indent(text, line_start) + 2
        if _SENTENCE_END.search(text[line_start:end].rstrip()):
            goes_on = text[end - 1] == " " or body[0].islower() or indented or eager
            if not goes_on and (len(body) > 400 or not _NEXT_SENTENCE.fullmatch(body.rstrip())):
                break
        end = next_end
        lines += 1
    return min(end, limit)


def _indent(text: str, line_start: int) -> int:
    lead = _LEAD.match(text, line_start)
    return lead.end() - line_start if lead is not None else 0


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end

"""How SDKs and frameworks print an exception without its envelope. To support another, add a row."""

from why400.explain.row import Row, row

_CLASSES = (
    r"(?:BadRequest|Authentication|PaymentRequired|PermissionDenied|NotFound|Conflict|UnprocessableEntity|ContentTooLarge|RequestTooLarge"
    r"|RateLimit|InternalServer|Overloaded|ServiceUnavailable|GatewayTimeout|DeadlineExceeded"
    r"|APIStatus|APIConnection|APITimeout|API|Anthropic)"
    r"(?:Error|Exception)"
)

ROWS: tuple[Row, ...] = (
    row(
        "raised in the SDK",  # by its own code and not for an answer: `Error code: 400 - …` is one
        "ite-packages",
        r"site-packages[/\\]anthropic[/\\][^\"\n]*\", line \d+, in [^\n]*\n(?:[ \t]+(?!File )[^\n]*\n){0,12}"
        r"(?:[A-Za-z_]\w*\.)*\w*(?:Error|Exception): (?!Error code|[45]\d\d\b)(?=\S)",
        origin="client",
        ahead=1200,
    ),
    row(
        "SDK's own class",
        "Error: ",
        r"\b(?:Credentials|WorkloadIdentity|IdentityTokenFile|APIResponseValidation|APIWebhookValidation)Error: (?=[^\s{])",
        origin="client",
    ),
    row("Error code", "Error code:", r"Error code:? (?P<status>[45]\d\d)(?: - |\s*\n\s*)[\"']?(?=[^\s{\"'])"),
    row("AI SDK", "APICallError", r"(?:AI_)?APICallError(?: \[\w+\])?: (?:undefined: )?(?=[^\s{])"),
    row(
        "SDK class",
        "Error: ",
        rf"\b(?:\w+(?:\.|::))*\w*{_CLASSES}: (?!Error code|HTTP )(?:(?P<status>[45]\d\d) )?(?=[^\s{{])",
    ),
    row("SDK exception", "Exception: ", rf"\b(?:[\w$]+[.:\\]+)*{_CLASSES}: (?:(?P<status>[45]\d\d)[ :-]+)?(?=[^\s{{])"),
    row(
        "AI exception",
        "Exception",
        r"\b\w*(?:TransientAi|Anthropic|ModelHTTP|Prism|AnthropicHttp)(?:Exception|Error)(?::| -) "
        r"(?:Anthropic Error: )?(?:\[(?P<type>\w+)\] )?(?:(?P<status>[45]\d\d)[ :-]+)?(?=[^\s{])",
    ),
    row("httpx status", "HTTPStatusError: ", r"HTTPStatusError: (?=(?:Client|Server) error)", origin="client"),
    row("Last error", "ast error:", r"[Ll]ast error: (?=[^\s{])"),
    row("reason", "eason: ", r"\b[Rr]eason: (?:Request Failed: (?P<status>[45]\d\d) )?(?=[A-Z`])"),
    row("no body", " status code (no body)", r"(?=\b[45]\d\d status code \(no body\))", origin="client"),
    row(
        "provider error",
        " error: ",
        r"\b(?:Provider|Anthropic|Claude|LLM|[Pp]rovider API|Anthropic API|Claude API) error: (?![45]\d\d\s*(?:$|\n|\|))(?=[^\s{])",
    ),
    row(
        "failed with status",
        "with status",
        r"failed with status(?: code)?:? '?(?P<status>[45]\d\d)[\w ]*'?[.:] (?:(?:Message|Body): [\"']?)?(?=[^\s{])",
    ),
    row("status code, text", "tatus code ", r"[Ss]tatus code (?P<status>[45]\d\d), (?:message: )?(?=[^\s{])"),
    row(
        "HTTP status",
        "HTTP ",
        r"\bHTTP (?:error )?(?P<status>[45]\d\d)(?: [A-Z][a-z]+)*(?: \[[\w/.-]+\])?[:,]? +[\"'`]?(?=[^\s{\d)])",
    ),
    row("status in brackets", "(HTTP ", r"(?=\b[A-Z][^\n(]{4,160} \(HTTP (?P<status>[45]\d\d)\))"),
    row("arrow", "→", r"→ \**(?P<status>[45]\d\d)\**:? [\"'`]?(?=[^\s{])"),
    row("table cell", "|", r"\| (?:[45]\d\d \| )?\**(?P<status>[45]\d\d)\**(?: \||:)? [\"'`](?=[^\s{])"),
    row("returned", "return", r"return(?:s|ed)? (?:an? )?(?:HTTP )?(?P<status>[45]\d\d)(?: error)?:? [\"'`]+(?=[^\s{])"),
    row("status, quoted", ' "', r"[`(](?P<status>[45]\d\d) [\"“](?=[A-Z]\S* \S+ \S+ )"),
    row(
        "type first",
        "_error",
        r"\b(?P<type>(?:invalid_request|authentication|permission|not_found|rate_limit|overloaded"
        r"|api|billing|timeout)_error):? (?!(?:responses?|errors?|status|type|code|and|or|with|after|in|on|from|for|at|while)\b)[\"'`]?"
        r"(?=[A-Za-z`\"'])",
    ),
)
# A line that begins with the status.
STATUS_FIRST = row(
    "status first",
    "",
    r"[^\w\n]{0,12}(?P<status>[45]\d\d)(?: (?:Bad Request|Forbidden|Unauthorized|Not Found))?"
    r"(?: [-–—:])?(?: Reason:)? (?!(?:on|in|for|from|with|when|at|after|during|while|because|since|error for) )[\"'`]?(?=[A-Za-z`'\"\[])",
)

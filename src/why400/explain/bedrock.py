"""What Amazon Bedrock's SDKs and Google Cloud's print. To support another wrapper, add a row."""

from why400.explain.row import Row, row

# The operations of Bedrock, its runtime and its agents.
OPERATION = r"(?:(?:Invoke|Converse|CountTokens|Retrieve)\w*|\w*(?:Model|Inference|Guardrail|Agent|Marketplace|Prompt|Flow)\w*)\b"
_EXCEPTIONS = (
    r"(?:[Vv]alidation|AccessDenied|ResourceNotFound|[Tt]hrottling|[Mm]odelTimeout|[Mm]odelError|[Mm]odelStreamError|ModelNotReady|[Ii]nternalServer|"
    r"[Ss]erviceUnavailable|ServiceQuotaExceeded|UnrecognizedClient|ExpiredToken|InvalidSignature|Unauthorized)Exception"
)

ROWS: tuple[Row, ...] = (
    row(
        "botocore",
        "when calling the",
        rf"\((?P<type>\w+)\) when calling\s+the\s+{OPERATION}\s+operation(?: \([^)]{{0,60}}\))?:\s+",
        platform="bedrock",
    ),
    row(
        "botocore, another service",
        "when calling the",
        rf"\((?P<type>\w+)\) when calling\s+the\s+(?!{OPERATION})\w+\s+operation(?: \([^)]{{0,60}}\))?:\s+",
        origin="unknown",
    ),
    row("AWS exception", "xception: ", rf"\b(?P<type>{_EXCEPTIONS}): (?!An error occurred)", platform="bedrock"),
    row("cut AWS exception", "idationException: ", r"(?<!\w)\w{0,3}idationException: ", platform="bedrock"),
    row("Bedrock's model", "The model returned", r"(?=The model returned the\s+following errors?:\s)", platform="bedrock"),
    row(
        "Bedrock stream",
        "Bedrock",
        r"Bedrock (?:stream|streaming|error|exception)(?: failed)?(?: message)?:? [\"']?(?=[A-Z])",
        platform="bedrock",
    ),
    row("AWS said", "from AWS", r"(?:message|error) from AWS:\s+", platform="bedrock"),
    row("Google status", "Status: ", r"(?<=Message: )(?=[^\n]+,\n?\s*Status: [A-Z_]+)", platform="vertex"),
    row("gaxios", "Error Code:", r"Error Code: (?P<status>[45]\d\d),\s+Message: "),
)

"""Texts that no API wrote: connection failures, SDKs' own refusals and crashes, clients' wording.

The tables hold sentences that stand in public SDK and client code or in runtimes' own errors. To add one, add it to
the table of its kind; a row without regular-expression characters is sought as a plain substring.
"""

from why400.explain.phrases import Phrases

CONNECTION = (
    "Connection error", "fetch failed", "ocket hang up", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT",
    "ENOTFOUND", "EAI_AGAIN",
    "EHOSTUNREACH", "ENETUNREACH", "EPIPE", "getaddrinfo", "Name or service not known",
    "Temporary failure in name resolution", "nodename nor servname",
    "Connection refused", "Connection reset", "Connection aborted", "Connection timed out", "Connection closed",
    "Connection was closed", "connection refused", "connection reset by peer",
    "ConnectionRefused", "ConnectionReset", "Unable to connect to", "Failed to connect to", "Can't connect to",
    "Cannot connect to", "Could not connect to", "Max retries exceeded with url",
    "CERTIFICATE_VERIFY_FAILED", "SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER", "UNABLE_TO_VERIFY",
    "self signed certificate", "self-signed certificate", "unable to get local issuer",
    "certificate verify failed", "certificate has expired", "certificate signed by unknown", "SSLError",
    "SSLHandshake", "SSL routines", "TLS handshake", "PKIX path",
    "Request timed out", "Operation timed out", "peration timed out", "The operation was aborted", "ReadTimeout",
    "ConnectTimeout", "WriteTimeout", "PoolTimeout", "APITimeoutError",
    "context deadline exceeded", "i/o timeout", "Headers Timeout", "Body Timeout", "HeadersTimeoutError", "UND_ERR",
    "deadline has elapsed", "Stream idle timeout",
    "http2 request did not get a response", "pending stream has been cancel", "peer closed connection",
    "incomplete chunked read", "remature close", "RemoteProtocolError", "RemoteDisconnected",
    "Server disconnected", "unexpected EOF", "error sending request for url", "Request was aborted", "ErrCode: ",
    "Failed to perform, ", "NetworkError", "Network request failed", "Network is unreachable",
    "net::ERR_", "APIConnectionError", "ProxyError", "Proxy Authentication Required", "broken pipe", "Broken pipe",
    r"curl: \(\d+\)", r"\bterminated$", r"Received: '[^'\n]*, status code [45]\d\d'",
   
    r"(?:the server )?(?:responded|returned|failed|request returned) (?:with )?(?:HTTP )?status(?: code)? [45]\d\d(?![^\n]{0,3}[:.] ?\S)",
)
SDK = (
    "unsupported operand type(s) for", "Could not resolve authentication method",
    "Streaming is required for operations that may take longer",
    "Streaming is strongly recommended for operations that may",
    "api_key client option must be set", "ANTHROPIC_API_KEY environment variable is missing",
    "object has no attribute", "object is not iterable", "object is not callable", "object is not subscriptable",
    "is not JSON serializable", "Cannot read properties of ", "Cannot read property ", "is not a function",
    "got an unexpected keyword argument", r"[Mm]issing required arguments",
    r"missing \d+ required (?:positional|keyword)",
    "running in a browser-like environment", "codec can't encode", "codec can't decode", "Illegal header value",
    "Cannot convert argument to a ByteString", "is an invalid header value", "Invalid character in header",
    "Invalid header value", "Request URL is missing an", "Expected a non-empty value for",
    "Data returned by API invalid for expected schema", "Unexpected event order", "Could not parse message",
    "Must provide one of the `base_url`", "No AWS region was provided", "No region was given",
    "Could not resolve project_id", "Pass at most one of", "Cannot specify both", "JSONDecodeError",
    r"Unexpected token .{1,12} in JSON",
    "Unexpected end of JSON input", r"Expecting value: line \d", r"\b[45]\d\d status code \(no body\)",
    r"Client error '[45]\d\d", r"Server error '[45]\d\d", "HTTP status client error", "HTTP status server error",
    r"(?:^|(?<=: ))Request failed with status(?: code)?:? [45]\d\d(?! [A-Z][a-z]+[ A-Za-z]*[.:] )",
    "Converting circular structure", "maximum recursion depth", r"not supported when thinking is enabled$",
    "Unable to marshal",
    "NullPointerException", "NoSuchMethodError", "ClassCastException", "Could not load credentials",
    "Could not load the default credentials", "Unable to locate credentials", "No auth credentials found",
)
CLIENT = (
    "due to tool use concurrency issues", "Run /rewind", "Claude Code process exited", "Claude execution failed",
    "onversation too long", "Claude Code is unable to respond", r"You've hit your (?:\w+ )?limit",
    "5-hour limit reached",
    "weekly limit reached", "session limit reached", "usage limit reached", "API servers are overloaded",
    "API rate limit reached", "The AI service is temporarily", "OAuth session expired", "Failed to authenticate:",
    "usage endpoint is rate limited", "Failed to get response from the AI", "Error in agent stream",
    "Sorry, your request failed", r"rejected model .* \(HTTP", r"Anthropic API error [45]\d\d(?=$|[\"'`.])",
    r"^Invalid API key$", "Invalid API key ·",
    "Unable to reach the model provider", "having trouble connecting to the model", r"Prompt is too long$",
    r"^(?:No|Empty|no|empty) (?:response|output|content)(?: (?:received|from)|$)", "issue with the selected model",
    "Just a moment...",
    r"^Request failed$", r"Failed to (?:create|start|open|process) stream$", r"exited with code \d",
    r"Credit balance is too low$", "An unknown error occurred", "Something went wrong", r"Unknown error$",
    "may not exist or you may not have access", "rejected tool(s):",
)
CLIENT_TEXT = Phrases((*CONNECTION, *SDK, *CLIENT))
# Sentences of the API and of its edge that name a connection of their own.
_NOT_CLIENT = ("upstream connect error", "MCP server")


def is_client_text(message: str) -> bool:
    """Whether the message is one that a client, an SDK or the network stack wrote."""
    return CLIENT_TEXT.found_in(message) and not any(part in message for part in _NOT_CLIENT)

"""What coding agents print: Claude Code with and without an envelope, and others. To support another, add a row."""

from why400.explain.row import Row, row

ROWS: tuple[Row, ...] = (
    row("Claude Code, rejected", "rejected (", r"API Error: Request rejected \((?P<status>[45]\d\d)\) · "),
    row("Claude Code, in brackets", "API Error (", r"API Error \((?:(?P<status>[45]\d\d)\s+)?"),
    row("Claude Code", "API Error", r"API Error[: ]\s*(?P<status>[45]\d\d)\b:?\s*[\"']?(?=[^\s{])"),
    row("Claude Code, without status", "API Error", r"API Error: [\"']?(?=[A-Za-z`\"'\[])"),
    row("API error", "API error", r"API error[: ]\s*\(?(?P<status>[45]\d\d)\)?:?\s+[\"'`]?(?=[^\s{|])"),
    row(
        "call failed",
        "call failed",
        r"(?:API|LLM|Model|Chat|model) (?:API )?call failed(?: after [\w ]+)?[.:] (?:HTTP (?P<status>[45]\d\d): )?",
    ),
    row("Execution failed", "xecution failed", r"xecution failed: \w+: (?P<status>[45]\d\d) "),
    row("tool error of Claude Code", "<tool_use_error>", r"<tool_use_error>\s*(?=[^\s<])", origin="client"),
    row("server detail", "erver detail", r"[Ss]erver detail: "),
)

"""why400 inside other programs: coding agents over MCP. A program that is not installed is not imported."""

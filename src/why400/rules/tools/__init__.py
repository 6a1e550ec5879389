"""Tool definitions, their schemas, and tool_choice."""

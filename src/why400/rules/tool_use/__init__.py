"""Tool calls and their results in the conversation."""

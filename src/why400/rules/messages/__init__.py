"""The shape of the conversation: roles, turns, content."""

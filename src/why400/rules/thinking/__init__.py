"""Thinking: its kinds, its budget, and thinking blocks sent back."""

"""Sizes of the whole: bytes of the body, tokens of the input against the context window."""

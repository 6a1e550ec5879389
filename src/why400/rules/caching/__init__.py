"""Prompt caching: how many markers, where, and in which order."""

"""Limits: the kinds of rate limit."""

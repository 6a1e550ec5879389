"""Findings and diagnoses as a screen or as JSON; strings in, strings out."""

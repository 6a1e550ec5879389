"""From any text to the errors in it, and from errors to diagnoses."""

from why400.explain.diagnose import explain

__all__ = ["explain"]

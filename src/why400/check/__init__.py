"""Asks the rules about a request (`check`) and applies their mends (`fix`)."""

from why400.check.engine import check
from why400.check.fix import Fixed, fix

__all__ = ["Fixed", "check", "fix"]

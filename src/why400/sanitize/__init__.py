"""The one door: nothing is shown, logged or stored that has not passed it."""

from why400.sanitize.mask import mask

__all__ = ["mask"]

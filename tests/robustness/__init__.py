"""No input crashes or hangs why400."""
